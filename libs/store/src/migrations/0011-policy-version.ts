import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of a school's policy and what was done to them: what is published cannot be rewritten, and needed a second person. */
export class PolicyVersion1764000000011 implements MigrationInterface {
  readonly name = 'PolicyVersion1764000000011';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table policy_version (
        school_id     text not null,
        id            integer generated always as identity,
        version       text not null,
        state         text not null default 'draft',
        revision      integer not null default 1,
        changes       jsonb not null,
        reason        text not null,
        effective_on  date not null,
        based_on      integer,
        author        integer not null,
        created_at    timestamptz not null,
        updated_at    timestamptz not null,
        published_by  integer,
        published_at  timestamptz,
        ended_by      integer,
        ended_at      timestamptz,
        ended_reason  text,
        constraint policy_version_pk primary key (school_id, id),
        constraint policy_version_name_uq unique (school_id, version),
        constraint policy_version_school_fk foreign key (school_id) references school (school_id),
        constraint policy_version_based_on_fk foreign key (school_id, based_on) references policy_version (school_id, id),
        constraint policy_version_author_fk foreign key (school_id, author) references person (school_id, id),
        constraint policy_version_published_by_fk foreign key (school_id, published_by) references person (school_id, id),
        constraint policy_version_ended_by_fk foreign key (school_id, ended_by) references person (school_id, id),
        constraint policy_version_state_known check (state in ('draft', 'published', 'withdrawn', 'discarded')),
        constraint policy_version_published_said check ((state in ('published', 'withdrawn')) = (published_by is not null and published_at is not null)),
        constraint policy_version_ended_said check ((state in ('withdrawn', 'discarded')) = (ended_by is not null and ended_at is not null)),
        constraint policy_version_second_person check (published_by <> author)
      )`);
    await db.query(
      `create index policy_version_in_force_ix on policy_version (school_id, effective_on, published_at) where state = 'published'`,
    );
    await db.query(`
      create table policy_event (
        school_id   text not null,
        id          bigint generated always as identity,
        version_id  integer not null,
        kind        text not null,
        revision    integer not null,
        person_id   integer not null,
        at          timestamptz not null,
        reason      text,
        keys        text[] not null default '{}',
        changes     jsonb,
        constraint policy_event_pk primary key (school_id, id),
        constraint policy_event_version_fk foreign key (school_id, version_id) references policy_version (school_id, id),
        constraint policy_event_person_fk foreign key (school_id, person_id) references person (school_id, id),
        constraint policy_event_kind_known check (kind in ('created', 'edited', 'shadowed', 'published', 'discarded', 'withdrawn'))
      )`);
    await db.query('create index policy_event_version_ix on policy_event (school_id, version_id)');
    await db.query(`
      create trigger policy_event_append_only before update or delete on policy_event
      for each statement execute function refuse_rewrite()`);
    await db.query(`
      create function guard_policy_version() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state <> 'draft' then
            raise exception 'policy version % begins as a draft', new.id using errcode = 'restrict_violation';
          end if;
          return new;
        end if;
        if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'published'), ('draft', 'discarded'), ('published', 'withdrawn')) then
          raise exception 'policy version % is % and cannot become %', old.id, old.state, new.state using errcode = 'restrict_violation';
        end if;
        if old.state = 'published' and (old.version, old.changes, old.reason, old.effective_on, old.author, old.published_by, old.published_at)
           is distinct from (new.version, new.changes, new.reason, new.effective_on, new.author, new.published_by, new.published_at) then
          raise exception 'what policy version % says is published and fixed', old.id using errcode = 'restrict_violation';
        end if;
        if new.state = 'published' and exists (
          select from policy_event e where e.school_id = new.school_id and e.version_id = new.id
            and e.kind in ('created', 'edited') and e.person_id = new.published_by) then
          raise exception 'policy version % was written by who would publish it', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger policy_version_guard before insert or update on policy_version
      for each row execute function guard_policy_version()`);
    await db.query(`
      create trigger policy_version_kept before delete on policy_version
      for each statement execute function refuse_rewrite()`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table policy_event');
    await db.query('drop table policy_version');
    await db.query('drop function guard_policy_version()');
  }
}
