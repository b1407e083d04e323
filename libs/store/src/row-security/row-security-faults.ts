import { appRole } from '@matchwatch/domain';
import { type Database, sqlWithoutSchool } from '../database.js';
import { audit, ownSchool, quoted } from './raise-row-security.js';
import { schoolSetting } from './school-statement.js';

/** Something that would let the product out of one school, or into its own audit. */
export interface RowSecurityFault {
  /** The table, view, function or role. */
  what: string;
  why: string;
}

/** Indexes that are unique over all schools on purpose: an address signs in to one school. */
const uniqueEverywhere = ['person_email_uq'];

const faults = `
  with t as (                                       -- every table, and how it is protected
    select c.oid, c.relname, c.relowner, c.relrowsecurity, c.relforcerowsecurity,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped) as of_school,
           (select coalesce(bit_or(g.tgtype::integer), 0) from pg_trigger g
            where g.tgrelid = c.oid and g.tgfoid = to_regproc('refuse_rewrite') and g.tgenabled <> 'D') as refused
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'
  ), s as (
    select * from t where of_school
  ), app as (
    select * from pg_roles where rolname = '${appRole}'
  )
  select relname as what, 'has no school_id' as why from t where not of_school
  union all
  select relname, 'row-level security is off' from s where not relrowsecurity
  union all
  select relname, 'row-level security is not forced on its owner' from s where not relforcerowsecurity
  union all
  select relname, 'no policy keeps it to the school that is set' from s where not exists (
    select from pg_policy p where p.polrelid = s.oid and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}' and p.polwithcheck is null
      and pg_get_expr(p.polqual, p.polrelid) = $own$${ownSchool}$own$)
  union all
  select relname, format('policy %s opens it to more than one school', p.polname) from s join pg_policy p on p.polrelid = s.oid
  where p.polpermissive and p.polname <> 'own_school' and p.polroles <> array[s.relowner]
  union all
  select relname, format('key %s does not begin with school_id', k.conname) from s
  join pg_constraint k on k.conrelid = s.oid and k.contype in ('p', 'u', 'f')
  join pg_attribute a on a.attrelid = s.oid and a.attnum = k.conkey[1] where a.attname <> 'school_id'
  union all
  select relname, format('unique index %s does not begin with school_id', i.indexrelid::regclass) from s
  join pg_index i on i.indrelid = s.oid and i.indisunique
  left join pg_attribute a on a.attrelid = s.oid and a.attnum = i.indkey[0]
  where a.attname is distinct from 'school_id' and i.indexrelid::regclass::text not in (${quoted(uniqueEverywhere)})
  union all
  select relname, 'has no primary key' from s where not exists (select from pg_constraint k where k.conrelid = s.oid and k.contype = 'p')
  union all
  select relname, format('the role ${appRole} may %s', wrong.privilege) from s, app,
         unnest(array['truncate', 'references', 'trigger']
                || case when refused & 16 > 0 or relname in (${quoted(audit)}) then array['update'] else '{}' end
                || case when refused & 8 > 0 or relname in (${quoted(audit)}) then array['delete'] else '{}' end
                || case when relname in (${quoted(audit)}) then array['insert'] else '{}' end) as wrong (privilege)
  where has_table_privilege(app.oid, s.oid, wrong.privilege)
  union all
  select relname, 'the role ${appRole} may not read it' from s, app where not has_table_privilege(app.oid, s.oid, 'select')
  union all
  select c.relname, 'the view shows every school' from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm') and (c.relkind = 'm' or pg_get_viewdef(c.oid) not like '%${schoolSetting}%')
  union all
  select p.oid::regprocedure::text, 'anybody may call it, with the rights of its owner' from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prosecdef and has_function_privilege('public', p.oid, 'execute')
  union all
  select p.oid::regprocedure::text, 'it fixes no search path and has the rights of its owner' from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prosecdef and not coalesce(array_to_string(p.proconfig, ' ') like '%search_path=public, pg_temp%', false)
  union all
  select '${appRole}', 'the role does not exist' where not exists (select from app)
  union all
  select rolname, 'the role is a superuser, bypasses row-level security or may make roles or databases' from app
  where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
  union all
  select rolname, format('the role owns %s', d.classid::regclass) from app
  join pg_shdepend d on d.refclassid = 'pg_authid'::regclass and d.refobjid = app.oid and d.deptype = 'o'
    and d.dbid in (0, (select oid from pg_database where datname = current_database()))
  union all
  select rolname, format('the role is a member of %s', m.roleid::regrole) from app join pg_auth_members m on m.member = app.oid
  order by 1, 2`;

/** What is missing or too much in the protection of schools from each other, as the catalogue says; nothing when all is well. */
export const listRowSecurityFaults = (db: Database): Promise<RowSecurityFault[]> => sqlWithoutSchool(db, faults);
