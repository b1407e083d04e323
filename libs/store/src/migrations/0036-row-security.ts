import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What works across row-level security with the rights of the owner, each as narrow as it can be: which schools there are, which school an
 * address signs in to, the end of a school's own audit, the statistics of flags, and the text that is searched within the school.
 * Policies and rights themselves follow every migration (`raiseRowSecurity`), so that no table can be forgotten.
 */
export class RowSecurity1764000000036 implements MigrationInterface {
  readonly name = 'RowSecurity1764000000036';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function list_schools() returns table (id text, name text, time_zone text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select s.school_id, s.name, s.time_zone from school s order by s.school_id
      $$`);
    await db.query(`
      create function school_of_address(address text) returns text
      language sql stable security definer set search_path = public, pg_temp as $$
        select p.school_id from person p where p.email = lower(address) and p.state = 'active'
      $$`);
    await db.query(`
      create function refresh_flag_statistics() returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        analyze flag (school_id, applicant_id, rule_code, closed_run);
      end $$`);
    // No barrier: a search through trigrams is no condition that PostgreSQL would use before a policy's, and reading every text costs a page its speed.
    await db.query(`
      create view applicant_searched as
      select school_id, applicant_id, search_text from applicant_search where school_id = current_setting('matchwatch.school', true)`);
    await appendAudit(db, {
      rights: 'security definer set search_path = public, pg_temp',
      guard: `if school is distinct from current_setting('matchwatch.school', true) then
          raise exception 'the audit of % is not open here', school using errcode = 'insufficient_privilege';
        end if;`,
    });
  }
  async down(db: QueryRunner): Promise<void> {
    await appendAudit(db, { rights: '', guard: '' });
    await db.query('drop view applicant_searched');
    for (const lookUp of ['refresh_flag_statistics()', 'school_of_address(text)', 'list_schools()'])
      await db.query(`drop function ${lookUp}`);
  }
}

const appendAudit = (db: QueryRunner, { rights, guard }: { rights: string; guard: string }): Promise<unknown> =>
  db.query(`
    create or replace function append_audit(school text, line json) returns bigint language plpgsql ${rights} as $$
    declare
      head audit_head;
      next_hash text;
    begin
      ${guard}
      insert into audit_head (school_id, seq, hash) values (school, 0, '') on conflict do nothing;
      -- One line after the other: who comes second waits for the end of the first one's transaction.
      select * into head from audit_head where school_id = school for update;
      next_hash := encode(sha256(convert_to(head.hash || E'\\n' || (head.seq + 1) || E'\\n' || line::text, 'UTF8')), 'hex');
      insert into audit_line (school_id, seq, at, event, person_id, applicant_id, line, previous_hash, hash)
      values (school, head.seq + 1, (line ->> 'at')::timestamptz, line ->> 'event', (line ->> 'personId')::integer,
              (line ->> 'applicantId')::integer, line, head.hash, next_hash);
      update audit_head set seq = head.seq + 1, hash = next_hash where school_id = school;
      return head.seq + 1;
    end $$`);
