import { configuration, findDatabaseUrl } from '../connect/product.js';
import { CommandFailed, exitCode } from '../exit-code.js';
import { offerSetupLinks } from '../up/setup-link.js';
import type { SetupOptions } from './setup.js';

/** Prints the link to set each school up that nobody can sign in to; a database without a school gets one. */
export async function setup({ address }: SetupOptions): Promise<void> {
  const config = configuration();
  const databaseUrl = findDatabaseUrl(config);
  if (!databaseUrl)
    throw new CommandFailed(
      `Nothing runs on ${config.dataDir}. \`npm start\` prints the link by itself; else set DATABASE_URL.`,
      exitCode.refused,
    );
  const pages = (address ?? config.publicUrl ?? `http://localhost:${config.port}`).replace(/\/+$/, '');
  const links = await offerSetupLinks({ databaseUrl, address: pages, timeZone: config.schoolTimeZone });
  if (links.length === 0) console.log('Somebody can sign in to every school: nothing is to be set up.');
  for (const { school, link } of links) console.log(`Nobody can sign in to ${school} yet. Set it up within a day, once: ${link}`);
}
