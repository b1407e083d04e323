import type { Command } from 'commander';

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at the configuration, the database, the queue and the last runs, and say what is wrong')
    .addHelpText('after', '\nEnds with 0 when nothing is broken, 1 otherwise.')
    .action(async () => (await import('./doctor.action.js')).examine());
}
