import type { Command } from 'commander';

export function addUp(program: Command): void {
  program
    .command('up')
    .description('start everything: database, API, worker and web; the demo cohort on first start')
    .option('--no-demo', 'leave an empty database empty')
    .addHelpText(
      'after',
      '\nThe environment changes the shape: DATABASE_URL, REDIS_URL, PORT, HOST, DATA_DIR and more (see the README).\nCtrl-C stops everything in order.',
    )
    .action(async ({ demo }: { demo: boolean }) => (await import('./up.action.js')).up(demo));
}
