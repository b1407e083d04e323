import { type MailedReport, mailedByDefault, mailedReportNeeds, mailedReports, type Role, rolesFor } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';

/** What somebody gets of a report, and whether they said so themselves. */
export interface SubscriptionRow {
  report: MailedReport;
  mail: boolean;
  skipEmpty: boolean;
  /** The saved view it is about; all of theirs when null. */
  viewId: number | null;
  viewName: string | null;
  isDefault: boolean;
}

/** Somebody who may get a report, with what they get. */
export interface SubscriberRow extends SubscriptionRow {
  personId: number;
  name: string;
  email: string;
  role: Role;
}

/** SQL: each report with the roles that may get it and those that do by default; its parameters are those of `defaults`. */
const who = `
  with who as (
    select report, string_to_array(may, ' ') as may, string_to_array(roles, ' ') as roles
    from unnest($2::text[], $3::text[], $4::text[]) as each (report, may, roles)
  )`;
const defaults = (): readonly string[][] => [
  [...mailedReports],
  mailedReports.map((report) => rolesFor(mailedReportNeeds[report]).join(' ')),
  mailedReports.map((report) => mailedByDefault[report].join(' ')),
];

const columns = `who.report, coalesce(s.mail, p.role = any (who.roles)) as mail, coalesce(s.skip_empty, who.report = 'digest') as "skipEmpty",
  s.view_id as "viewId", v.name as "viewName", s.person_id is null as "isDefault"`;
const joins = `
  from who
  join person p on p.school_id = $1 and p.role = any (who.may)
  left join report_subscription s on s.school_id = p.school_id and s.person_id = p.id and s.report = who.report
  left join cohort_view v on v.school_id = s.school_id and v.id = s.view_id`;

/** What a person gets of each report their role may get. */
export const listSubscriptionsOf = (db: Database, schoolId: string, personId: number): Promise<SubscriptionRow[]> =>
  sql(db, schoolId, `${who} select ${columns} ${joins} where p.id = $5 order by array_position($2::text[], who.report)`, [
    schoolId,
    ...defaults(),
    personId,
  ]);

/** Everybody who may get a report and has joined, with what they get, by report and name. */
export const listSubscribers = (db: Database, schoolId: string): Promise<SubscriberRow[]> =>
  sql(
    db,
    schoolId,
    `${who} select ${columns}, p.id as "personId", p.name, p.email, p.role ${joins}
     where p.state = 'active' order by array_position($2::text[], who.report), lower(p.name), p.id`,
    [schoolId, ...defaults()],
  );

/** What somebody wants of a report, and for which saved view. */
export interface WantedSubscription {
  mail: boolean;
  skipEmpty: boolean;
  viewId: number | null;
}

/** Notes what a person wants of a report. */
export async function saveSubscription(
  db: Database,
  schoolId: string,
  personId: number,
  report: MailedReport,
  { mail, skipEmpty, viewId }: WantedSubscription,
  at: Date,
): Promise<void> {
  await sql(
    db,
    schoolId,
    `insert into report_subscription (school_id, person_id, report, mail, skip_empty, view_id, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (school_id, person_id, report) do update
       set mail = excluded.mail, skip_empty = excluded.skip_empty, view_id = excluded.view_id, changed_at = excluded.changed_at`,
    [schoolId, personId, report, mail, skipEmpty, viewId, at],
  );
}

/** Why a report of a school is not sent for the time being. */
export interface ReportPause {
  report: MailedReport;
  at: Date;
  by: string;
  reason: string;
}

/** The reports a school holds back. */
export const listReportPauses = (db: Database, schoolId: string): Promise<ReportPause[]> =>
  sql(
    db,
    schoolId,
    `select r.report, r.paused_at as at, p.name as by, r.reason from report_pause r
     join person p on p.school_id = r.school_id and p.id = r.paused_by where r.school_id = $1 order by r.report`,
    [schoolId],
  );

/** Holds back the mail of a report; false when it is held back already. */
export async function pauseReport(
  db: Database,
  schoolId: string,
  report: MailedReport,
  { by, at, reason }: { by: number; at: Date; reason: string },
): Promise<boolean> {
  const paused = await sqlOne(
    db,
    schoolId,
    `insert into report_pause (school_id, report, paused_at, paused_by, reason) values ($1, $2, $3, $4, $5)
     on conflict (school_id, report) do nothing returning report`,
    [schoolId, report, at, by, reason],
  );
  return paused !== undefined;
}

/** Lets the mail of a report go on with what is due from now on; false when it was not held back. */
export const resumeReport = async (db: Database, schoolId: string, report: MailedReport): Promise<boolean> =>
  (await sqlOne(db, schoolId, 'delete from report_pause where school_id = $1 and report = $2 returning report', [schoolId, report])) !==
  undefined;

/** Whether a school's mail may name applicants. */
export async function findMailNames(db: Database, schoolId: string): Promise<boolean> {
  const found = await sqlOne<{ names: boolean }>(db, schoolId, 'select mail_names as names from school where school_id = $1', [schoolId]);
  return found?.names ?? false;
}

/** Says whether a school's mail may name applicants. */
export const saveMailNames = (db: Database, schoolId: string, names: boolean): Promise<unknown> =>
  sql(db, schoolId, 'update school set mail_names = $2 where school_id = $1', [schoolId, names]);
