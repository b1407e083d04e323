import { appRole } from '@matchwatch/domain';
import type pg from 'pg';
import { schoolSetting } from './school-statement.js';

/** The condition of every policy: without a school there is no row. */
export const ownSchool = `(school_id = current_setting('${schoolSetting}'::text, true))`;

/** Tables that functions and views of the owner read across schools: who signs in, which schools there are, and the text that is searched. */
const lookedUp = ['school', 'person', 'applicant_search'];

/** Written by `append_audit` alone. */
export const audit = ['audit_line', 'audit_head'];

export const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/**
 * Row-level security on every table of a school, and the rights of the app role, as the tables are now; doing it again changes nothing.
 * What a trigger refuses everybody is not the role's right either.
 */
const raise = `
do $raise$
declare
  t record;
  v record;
begin
  execute 'revoke all on all tables in schema public from ${appRole}';
  execute 'grant usage on schema public to ${appRole}';
  if to_regclass('schema_migration') is not null then execute 'grant select on schema_migration to ${appRole}'; end if;
  for t in
    select c.oid, c.oid::regclass as name, c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner) as owner,
           exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_school') as has_policy,
           exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'owner_looks_up') as has_lookup,
           (select coalesce(bit_or(g.tgtype::integer), 0) from pg_trigger g
            where g.tgrelid = c.oid and g.tgfoid = to_regproc('refuse_rewrite') and g.tgenabled <> 'D') as refused
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    if not t.relrowsecurity then execute format('alter table %s enable row level security', t.name); end if;
    if not t.relforcerowsecurity then execute format('alter table %s force row level security', t.name); end if;
    if not t.has_policy then execute format($policy$create policy own_school on %s using ${ownSchool}$policy$, t.name); end if;
    if t.relname in (${quoted(lookedUp)}) and not t.has_lookup then
      execute format('create policy owner_looks_up on %s for select to %I using (true)', t.name, t.owner);
    end if;
    execute format('grant select on %s to ${appRole}', t.name);
    if t.relname not in (${quoted(audit)}) then
      execute format('grant insert on %s to ${appRole}', t.name);
      -- Bits of a trigger's type: 8 delete, 16 update.
      if t.refused & 16 = 0 then execute format('grant update on %s to ${appRole}', t.name); end if;
      if t.refused & 8 = 0 and t.relname <> 'school' then execute format('grant delete on %s to ${appRole}', t.name); end if;
    end if;
  end loop;
  for v in select c.oid::regclass as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' loop
    execute format('grant select on %s to ${appRole}', v.name);
  end loop;
  for v in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef loop
    execute format('revoke all on function %s from public', v.name);
    execute format('grant execute on function %s to ${appRole}', v.name);
  end loop;
  if not has_database_privilege('${appRole}', current_database(), 'temporary') then
    execute format('grant temporary on database %I to ${appRole}', current_database());
  end if;
end $raise$`;

/** Puts every table of a school behind row-level security and gives the app role the rights it needs. Run it as the owner, under the migration lock. */
export const raiseRowSecurity = async (owner: pg.ClientBase): Promise<void> => {
  await owner.query(raise);
};

/**
 * Lets the owner, and nobody else, see every school while migrations run: they change the rows of all of them. An owner who is no superuser
 * is bound by FORCE, and would change none.
 */
export const lowerForOwner = async (owner: pg.ClientBase): Promise<void> => {
  await owner.query(`
    do $lower$
    declare t record;
    begin
      for t in select c.oid::regclass as name from pg_class c
               where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relforcerowsecurity
      loop
        execute format('alter table %s no force row level security', t.name);
      end loop;
    end $lower$`);
};
