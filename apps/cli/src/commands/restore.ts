import type { Command } from 'commander';

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('bring a backup back, into an empty data folder or an empty database')
    .argument('<file>', 'a file that `matchwatch backup` wrote')
    .addHelpText(
      'after',
      '\nThe file is read from end to end before anything is changed. What is not empty is refused (3).\nMail that went out after the backup may be due again in the copy: none goes out until somebody lets it.',
    )
    .action(async (file: string) => (await import('./restore.action.js')).restore(file));
}
