import { connect, listSchools, offerSetup, saveSchool } from '@matchwatch/store';

/** The school of a first start outside the demonstration; whoever sets it up gives it its name. */
const firstSchool = { id: 'school', name: 'Your school' };
const hours = 24;

export interface SetupRequest {
  databaseUrl: string;
  /** Where the pages are. */
  address: string;
  timeZone: string;
}

/**
 * The one-time links by which schools that nobody can sign in to get their first person; no default password exists. A database without
 * a school gets one. Each start makes a new link, and the one before works no more.
 */
export async function offerSetupLinks({ databaseUrl, address, timeZone }: SetupRequest): Promise<{ school: string; link: string }[]> {
  const database = await connect({ url: databaseUrl, poolSize: 1, applicationName: 'matchwatch up' });
  try {
    if ((await listSchools(database)).length === 0) await saveSchool(database, { ...firstSchool, timeZone });
    const links: { school: string; link: string }[] = [];
    for (const { id, name } of await listSchools(database)) {
      const token = await offerSetup(database, id, new Date(), hours);
      if (token) links.push({ school: name, link: `${address}/join#${token}` });
    }
    return links;
  } finally {
    await database.destroy();
  }
}
