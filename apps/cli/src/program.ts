import { Command } from 'commander';
import { addAssess } from './commands/assess.js';
import { addAudit } from './commands/audit.js';
import { addBackup } from './commands/backup.js';
import { addBench } from './commands/bench.js';
import { addDemo } from './commands/demo.js';
import { addDoctor } from './commands/doctor.js';
import { addImport } from './commands/import.js';
import { addPolicy } from './commands/policy.js';
import { addReport } from './commands/report.js';
import { addRestore } from './commands/restore.js';
import { addRun } from './commands/run.js';
import { addSetup } from './commands/setup.js';
import { addUp } from './commands/up.js';
import { productVersion } from './version.js';

/** The `matchwatch` command with all its subcommands; parsing throws instead of ending the process. */
export function createProgram(): Command {
  const program = new Command('matchwatch')
    .description('See early, with reasons, which residency applicants risk not matching.')
    .version(productVersion)
    .showHelpAfterError('(add --help for the options)')
    .exitOverride()
    .addHelpText('after', '\nEnds with 0 when done, 1 when something failed, 2 when called wrongly, 3 when refused for safety.');
  for (const add of [
    addUp,
    addImport,
    addRun,
    addReport,
    addAssess,
    addPolicy,
    addBackup,
    addRestore,
    addSetup,
    addDoctor,
    addAudit,
    addBench,
    addDemo,
  ])
    add(program);
  // Subcommands copy the settings of their parent only when they are made by it before it is set up; make sure of each.
  for (const command of [...program.commands, ...program.commands.flatMap(({ commands }) => commands)])
    command.exitOverride().showHelpAfterError('(add --help for the options)');
  return program;
}
