import type { Command } from 'commander';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write everything the database holds, as of one instant, into one file; others may go on working')
    .argument('[file]', 'the file (default: one in the folder of backups, where the oldest make room)')
    .addHelpText(
      'after',
      '\nThe file holds everything that is known about everybody: guard it as you guard the database.\nThe queue is not in it; what is due is found in the database.',
    )
    .action(async (file: string | undefined) => (await import('./backup.action.js')).backup(file));
}
