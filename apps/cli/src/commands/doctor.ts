import type { Command } from 'commander';

export interface DoctorOptions {
  answers?: boolean;
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at the configuration, the database, the queue and the last runs, and say what is wrong')
    .option('--answers', 'compute every stored answer again, from the record, policy and day it was given for, and compare')
    .addHelpText('after', '\nEnds with 0 when nothing is broken, 1 otherwise.')
    .action(async (options: DoctorOptions) => (await import('./doctor.action.js')).examine(options));
}
