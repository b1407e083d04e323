import {
  type Answer,
  type ApplicantPlace,
  type ApplicantView,
  type Day,
  type Evidence,
  type FindingLevel,
  type FlagEventKind,
  isWithin,
  type RiskLevel,
  restrictedRuleCodes,
} from '@matchwatch/domain';
import { findApplicantPlace } from '../access/applicant-place.repository.js';
import { type Database, sql, sqlOne } from '../database.js';
import { findReviewRevision, listReviews, type ReviewRow } from '../review/review.repository.js';
import { findRecord, type StandingRecord } from './applicant.repository.js';
import { listApplicantRows } from './applicant-list.repository.js';
import type { ApplicantRow } from './applicant-row.js';

/** The answer that stands for an applicant and how it was made. */
export interface StandingAnswer {
  /** Without the parts that the run and the record know: they are not stored twice. */
  answer: Omit<Answer, 'externalId' | 'asOf' | 'policy'>;
  asOf: Day;
  runId: number;
  publishedAt: Date;
  recordVersion: number;
  policyVersion: string;
  rulesDigest: string;
}

export interface FlagRow {
  id: number;
  code: string;
  level: FindingLevel;
  evidence: Evidence;
  openedOn: Day;
  levelSince: Day;
  risenOn: Day;
  dueOn: Day | null;
  closedOn: Day | null;
}

export interface FlagEventRow {
  id: number;
  runId: number;
  on: Day;
  code: string;
  kind: FlagEventKind;
  from: FindingLevel | null;
  to: FindingLevel | null;
}

export interface LevelChangeRow {
  runId: number;
  on: Day;
  from: RiskLevel | null;
  to: RiskLevel;
}

/** One applicant with all that hangs on them. */
export interface ApplicantFile {
  standing: StandingRecord;
  row: ApplicantRow;
  answer: StandingAnswer | undefined;
  /** A run that covers a version newer than the answer's has not been published yet. */
  reassessing: boolean;
  flags: FlagRow[];
  reviews: ReviewRow[];
  /** What a decision about flags is to be based on. */
  reviewRevision: number;
  events: FlagEventRow[];
  levels: LevelChangeRow[];
}

const nothingAssessed = { flags: [], reviews: [], reviewRevision: 1, events: [], levels: [] };

// A person has tens of each; the bound keeps a page finite whatever happens.
const mostEvents = 1000;

/** Everything about an applicant that a view shows, as of one moment, or undefined outside it. The record is whole: who may see which part is the caller's to decide. */
export const findApplicantFile = (
  db: Database,
  schoolId: string,
  view: ApplicantView,
  id: number,
  today: Day,
): Promise<ApplicantFile | undefined> => {
  const manager = 'manager' in db ? db.manager : db;
  // One snapshot: a run that publishes meanwhile shows as a whole or not at all.
  return manager.transaction('REPEATABLE READ', (snapshot) => readFile(snapshot, schoolId, view, id, today));
};

async function readFile(db: Database, schoolId: string, view: ApplicantView, id: number, today: Day): Promise<ApplicantFile | undefined> {
  const standing = await findRecord(db, schoolId, id);
  const [row] = await listApplicantRows(db, schoolId, view, [id], today);
  if (!standing || !row) return undefined;
  if (!row.riskOpen) return { standing, row, answer: undefined, reassessing: false, ...nothingAssessed };
  const file = await readAssessed(db, schoolId, standing, row);
  const place: ApplicantPlace = { applicantId: id, advisor: row.advisor, season: row.season };
  return isWithin(view.wellbeing, place) ? file : withoutRestricted(file);
}

const isShown = ({ code }: { code: string }): boolean => !restrictedRuleCodes.has(code);

/** A file without a trace of the findings that only those with the right to wellbeing may know of. */
function withoutRestricted({ answer, flags, events, ...file }: ApplicantFile): ApplicantFile {
  return {
    ...file,
    answer: answer && { ...answer, answer: shownAnswer(answer.answer) },
    flags: flags.filter(isShown),
    events: events.filter(isShown),
  };
}

/** An answer without the findings that need the right to wellbeing. */
export const shownAnswer = (answer: StandingAnswer['answer']): StandingAnswer['answer'] => ({
  ...answer,
  setBy: answer.setBy.filter((code) => !restrictedRuleCodes.has(code)),
  findings: answer.findings.filter(isShown),
  careGaps: answer.careGaps.filter(isShown),
  unknown: answer.unknown.filter(isShown),
  strengths: answer.strengths.filter(isShown),
  advice: answer.advice
    .map((piece) => ({ ...piece, answers: piece.answers.filter((code) => !restrictedRuleCodes.has(code)) }))
    .filter(({ answers }, at) => answers.length > 0 || answer.advice[at]?.answers.length === 0),
});

async function readAssessed(db: Database, schoolId: string, standing: StandingRecord, row: ApplicantRow): Promise<ApplicantFile> {
  const { id } = standing;
  const answer = await findStandingAnswer(db, schoolId, id);
  return {
    standing,
    row,
    answer,
    reassessing: answer?.recordVersion !== standing.version && (await isInLiveRun(db, schoolId, id, standing.record.season)),
    flags: await listFlags(db, schoolId, id),
    reviews: await listReviews(db, schoolId, [id]),
    reviewRevision: (await findReviewRevision(db, schoolId, id)) ?? 1,
    events: await listFlagEvents(db, schoolId, id),
    levels: await listLevelChanges(db, schoolId, id),
  };
}

/** The flags of an applicant that a view may know of, with what a decision about them is to be based on; undefined outside the view. */
export async function findApplicantFlags(
  db: Database,
  schoolId: string,
  { risk, wellbeing }: ApplicantView,
  id: number,
): Promise<{ flags: FlagRow[]; revision: number } | undefined> {
  const place = await findApplicantPlace(db, schoolId, id);
  const revision = await findReviewRevision(db, schoolId, id);
  if (!place || revision === undefined || !isWithin(risk, place)) return undefined;
  const flags = await listFlags(db, schoolId, id);
  return { revision, flags: isWithin(wellbeing, place) ? flags : flags.filter(isShown) };
}

const findStandingAnswer = (db: Database, schoolId: string, id: number): Promise<StandingAnswer | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select a.answer, a.run_id as "runId", run.published_at as "publishedAt", a.record_version as "recordVersion",
            run.as_of as "asOf", run.policy_version as "policyVersion", run.rules_digest as "rulesDigest"
     from standing_answer s
     join run_answer a on a.school_id = s.school_id and a.run_id = s.run_id and a.applicant_id = s.applicant_id
     join run on run.school_id = s.school_id and run.id = s.run_id
     where s.school_id = $1 and s.applicant_id = $2`,
    [schoolId, id],
  );

async function isInLiveRun(db: Database, schoolId: string, id: number, season: number): Promise<boolean> {
  const live = await sqlOne(
    db,
    schoolId,
    `select from run where state in ('queued', 'assessing', 'closed') and kind <> 'shadow' and school_id = $1 and season = $3
       and (applicant_ids is null or $2 = any (applicant_ids)) limit 1`,
    [schoolId, id, season],
  );
  return live !== undefined;
}

const listFlags = (db: Database, schoolId: string, id: number): Promise<FlagRow[]> =>
  sql(
    db,
    schoolId,
    `select id, rule_code as code, level, evidence, opened_on as "openedOn", level_since as "levelSince", risen_on as "risenOn", due_on as "dueOn",
            closed_on as "closedOn"
     from flag where school_id = $1 and applicant_id = $2
     order by closed_run is not null, coalesce(closed_on, level_since) desc, id desc limit ${mostEvents}`,
    [schoolId, id],
  );

const listFlagEvents = (db: Database, schoolId: string, id: number): Promise<FlagEventRow[]> =>
  sql(
    db,
    schoolId,
    `select id, run_id as "runId", on_day as "on", rule_code as code, kind, old_level as "from", new_level as "to"
     from flag_event where school_id = $1 and applicant_id = $2 order by id desc limit ${mostEvents}`,
    [schoolId, id],
  );

const listLevelChanges = (db: Database, schoolId: string, id: number): Promise<LevelChangeRow[]> =>
  sql(
    db,
    schoolId,
    `select run_id as "runId", on_day as "on", old_level as "from", new_level as "to"
     from level_change where school_id = $1 and applicant_id = $2 order by on_day desc, run_id desc limit ${mostEvents}`,
    [schoolId, id],
  );
