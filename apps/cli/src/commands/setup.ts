import type { Command } from 'commander';

export interface SetupOptions {
  address?: string;
}

export function addSetup(program: Command): void {
  program
    .command('setup')
    .description('print the link, good for a day and once, by which the first person of a school that nobody can sign in to comes in')
    .option('--address <url>', 'where the pages are (default: PUBLIC_URL, else this machine)')
    .addHelpText(
      'after',
      '\n`matchwatch up` prints it by itself; this is for an API that was started by something else. A new link ends the one before.',
    )
    .action(async (options: SetupOptions) => (await import('./setup.action.js')).setup(options));
}
