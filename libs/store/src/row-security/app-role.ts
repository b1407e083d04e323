import { randomBytes } from 'node:crypto';
import { appRole } from '@matchwatch/domain';
import pg from 'pg';

const byOwner = `The owner of the database says once: create role ${appRole} nologin; grant ${appRole} to <login of DATABASE_URL>;`;

/** The database cannot be worked with as `appRole`. */
export class AppRoleMissing extends Error {
  override readonly name = 'AppRoleMissing';
  constructor(reason: string) {
    super(`The product works as the database role ${appRole} and may not (${reason}). Bring the schema up to date first. ${byOwner}`);
  }
}

const names = new RegExp(`role.*"${appRole}"`);

/** Whether a connection was refused because of the role. */
export const isAboutRole = (error: unknown): boolean => error instanceof Error && names.test(error.message);

/** The role is there already, made by somebody who was faster. */
const known = new Set(['42710', '23505']);

/**
 * Makes the role where it is missing and lets logins work as it: the owner's, and another when named. Throws `AppRoleMissing` with what an
 * administrator has to do when the owner's login may not.
 */
export async function ensureAppRole(owner: pg.ClientBase, login?: string): Promise<void> {
  try {
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [appRole]);
    if (rowCount === 0)
      await owner.query(`create role ${appRole} nologin`).catch((error: pg.DatabaseError) => {
        if (!known.has(error.code ?? '')) throw error;
      });
    for (const member of [undefined, login]) await letWorkAs(owner, member);
  } catch (error) {
    throw error instanceof pg.DatabaseError && error.code === '42501' ? new AppRoleMissing(error.message) : error;
  }
}

async function letWorkAs(owner: pg.ClientBase, login: string | undefined): Promise<void> {
  const { rows } = await owner.query<{ member: string; isMember: boolean }>(
    `select quote_ident(r.rolname) as member, r.rolsuper or r.rolname = $2 or exists (
       select from pg_auth_members m where m.member = r.oid and m.roleid = (select oid from pg_roles where rolname = $2)
         and coalesce((to_jsonb(m) ->> 'set_option')::boolean, true)) as "isMember"
     from pg_roles r where r.rolname = coalesce($1, current_user)`,
    [login ?? null, appRole],
  );
  for (const { member, isMember } of rows) if (!isMember) await owner.query(`grant ${appRole} to ${member}`);
}

/** Gives the app role a login of its own, with a new password that only the URL tells; for a server that belongs to the product. */
export async function openAppLogin(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('hex');
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'matchwatch up' });
  await owner.connect();
  try {
    await owner.query(`alter role ${appRole} login password '${password}'`);
  } finally {
    await owner.end();
  }
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = password;
  return url.href;
}
