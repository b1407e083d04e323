import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit: one chain of lines a school, each with the hash of the one before. A line is kept as the very text that was hashed (`json`
 * keeps it, `jsonb` would not); the columns beside it are for searching, and `audit verify` compares them with it.
 */
export class Audit1764000000035 implements MigrationInterface {
  readonly name = 'Audit1764000000035';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit_line (
        school_id      text not null,
        seq            bigint not null,
        at             timestamptz not null,
        event          text not null,
        person_id      integer,
        applicant_id   integer,
        line           json not null,
        previous_hash  text not null,
        hash           text not null,
        constraint audit_line_pk primary key (school_id, seq),
        constraint audit_line_school_fk foreign key (school_id) references school (school_id)
      )`);
    await db.query('create index audit_line_applicant_ix on audit_line (school_id, applicant_id, seq)');
    await db.query('create index audit_line_person_ix on audit_line (school_id, person_id, seq)');
    await db.query(`
      create table audit_head (
        school_id  text not null,
        seq        bigint not null,
        hash       text not null,
        constraint audit_head_pk primary key (school_id),
        constraint audit_head_school_fk foreign key (school_id) references school (school_id)
      )`);
    await db.query(`
      create function append_audit(school text, line json) returns bigint language plpgsql as $$
      declare
        head audit_head;
        next_hash text;
      begin
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
    await db.query(`
      create trigger audit_line_append_only before update or delete or truncate on audit_line
      for each statement execute function refuse_rewrite()`);
    await db.query(`
      create trigger audit_head_stays before delete or truncate on audit_head
      for each statement execute function refuse_rewrite()`);
    await db.query(`
      create function refuse_turning_back() returns trigger language plpgsql as $$
      begin
        if new.seq <> old.seq + 1 or new.school_id <> old.school_id then
          raise exception '% only moves forward', tg_table_name using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger audit_head_forward before update on audit_head
      for each row execute function refuse_turning_back()`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table audit_head');
    await db.query('drop table audit_line');
    await db.query('drop function refuse_turning_back()');
    await db.query('drop function append_audit(text, json)');
  }
}
