import { actionOfChallenge, type ChallengeSubject, restrictedRuleCodes } from '@matchwatch/domain';
import { type StandingAnswer, shownAnswer } from '../applicant/applicant-detail.repository.js';
import { caseworkParts } from './casework-parts.js';
import type { PacketPart } from './packet-part.js';

const isRestricted = (code: unknown): boolean => restrictedRuleCodes.has(code as string);
const unlessRestricted: PacketPart['shown'] = (row, may) => (isRestricted(row.code) && !may.has('wellbeing.view') ? undefined : row);

const externalId = '(select external_id from applicant where school_id = $1 and id = $2)';
const person = (column: string, alias: string) =>
  `left join person ${alias} on ${alias}.school_id = t.school_id and ${alias}.id = t.${column}`;

/**
 * All that is held about an applicant, table by table: a table that names applicants and stands neither here nor among those left out
 * fails a spec.
 */
export const packetParts: readonly PacketPart[] = [
  {
    table: 'applicant',
    title: 'The record',
    needs: 'record.view',
    text: `select t.version, t.known_on as "knownOn", t.changed_at as "changedAt", t.changed_by as "changedBy", t.source, t.reason,
                  t.import_id as "importId", t.document as record
           from applicant t where t.school_id = $1 and t.id = $2`,
  },
  {
    table: 'applicant_history',
    title: 'Earlier versions of the record',
    needs: 'record.view',
    text: `select t.version, t.known_on as "knownOn", t.changed_at as "changedAt", t.changed_by as "changedBy", t.source, t.reason,
                  t.import_id as "importId", t.document as record
           from applicant_history t where t.school_id = $1 and t.applicant_id = $2 order by t.version desc`,
  },
  {
    table: 'challenge',
    title: 'What the applicant contests',
    needs: 'applicant.view',
    text: `select t.id, json_build_object('kind', t.kind, 'about', t.about) as subject, t.contested, t.says, t.received_on as "receivedOn",
                  t.due_on as "dueOn", t.state, t.reason, t.statement, t.record_version as "recordVersion",
                  t.corrected_version as "correctedVersion", t.run_id as "runId", recorder.name as "recordedBy",
                  t.recorded_at as "recordedAt", decider.name as "decidedBy", t.decided_at as "decidedAt"
           from challenge t ${person('recorded_by', 'recorder')} ${person('decided_by', 'decider')}
           where t.school_id = $1 and t.applicant_id = $2 order by t.id desc`,
    shown: (row, may) => (may.has(actionOfChallenge(row.subject as ChallengeSubject)) ? row : undefined),
  },
  {
    table: 'run_answer',
    title: 'Answers of the assessments',
    needs: 'risk.view',
    text: `select t.run_id as "runId", run.as_of as "asOf", run.published_at as "publishedAt", run.policy_version as "policy",
                  run.rules_digest as "rulesDigest", t.record_version as "recordVersion", t.risk_level as "riskLevel",
                  standing.run_id is not null as stands, t.answer
           from run_answer t
           join run on run.school_id = t.school_id and run.id = t.run_id
           left join standing_answer standing
             on standing.school_id = t.school_id and standing.applicant_id = t.applicant_id and standing.run_id = t.run_id
           where t.school_id = $1 and t.applicant_id = $2 order by t.run_id desc`,
    shown: (row, may) => (may.has('wellbeing.view') ? row : { ...row, answer: shownAnswer(row.answer as StandingAnswer['answer']) }),
  },
  {
    table: 'flag',
    title: 'Flags',
    needs: 'risk.view',
    text: `select t.id, t.rule_code as code, t.level, t.evidence, t.opened_on as "openedOn", t.level_since as "levelSince",
                  t.closed_on as "closedOn", t.opened_run as "openedRun", t.closed_run as "closedRun"
           from flag t where t.school_id = $1 and t.applicant_id = $2 order by t.id desc`,
    shown: unlessRestricted,
  },
  {
    table: 'flag_event',
    title: 'What became of flags',
    needs: 'risk.view',
    text: `select t.id, t.on_day as "on", t.rule_code as code, t.kind, t.old_level as "from", t.new_level as "to", t.run_id as "runId"
           from flag_event t where t.school_id = $1 and t.applicant_id = $2 order by t.id desc`,
    shown: unlessRestricted,
  },
  {
    table: 'review',
    inside: ['review_event'],
    title: 'Reviews of flags',
    needs: 'risk.view',
    text: `select t.rule_code as code, t.state, t.level, t.decided_on as "on", t.until_on as "until", assignee.name as "assignedTo", t.because, t.note,
                  decider.name as "by", t.decided_at as "at",
                  (select json_agg(json_build_object('decision', e.decision, 'level', e.level, 'on', e.decided_on, 'until', e.until_on,
                                                     'because', e.because, 'note', e.note, 'by', p.name) order by e.id)
                   from review_event e join person p on p.school_id = e.school_id and p.id = e.decided_by
                   where e.school_id = t.school_id and e.flag_id = t.flag_id) as decisions
           from review t ${person('decided_by', 'decider')} ${person('assigned_to', 'assignee')}
           where t.school_id = $1 and t.applicant_id = $2 order by t.decided_at desc`,
    shown: unlessRestricted,
  },
  {
    table: 'level_change',
    title: 'Changes of the level',
    needs: 'risk.view',
    text: `select t.on_day as "on", t.old_level as "from", t.new_level as "to", t.run_id as "runId"
           from level_change t where t.school_id = $1 and t.applicant_id = $2 order by t.on_day desc, t.run_id desc`,
  },
  {
    table: 'shadow_change',
    title: 'What drafts of the policy would have changed',
    needs: 'risk.view',
    text: `select t.run_id as "runId", run.as_of as "asOf", run.policy_version as "policy", t.old_level as "from", t.new_level as "to"
           from shadow_change t join run on run.school_id = t.school_id and run.id = t.run_id
           where t.school_id = $1 and t.applicant_id = $2 order by t.run_id desc`,
  },
  {
    table: 'run_problem',
    title: 'Assessments that failed',
    needs: 'risk.view',
    text: `select t.run_id as "runId", t.message from run_problem t where t.school_id = $1 and t.applicant_id = $2 order by t.run_id desc`,
  },
  {
    table: 'run',
    title: 'Reassessments of this applicant',
    needs: 'risk.view',
    text: `select t.id, t.kind, t.as_of as "asOf", t.requested_by as "requestedBy", t.queued_at as "queuedAt", t.state
           from run t where t.school_id = $1 and $2 = any (t.applicant_ids) order by t.id desc`,
  },
  {
    table: 'report_edition',
    title: 'Weekly reports that listed this applicant',
    needs: 'risk.view',
    // The evidence alone: a report says nothing else of one applicant.
    text: `select t.id, t.season, t.period, t.no, t.as_of as "asOf", t.made_at as "madeAt",
                  jsonb_path_query_array(t.document::jsonb - 'wellbeing', 'strict $.** ? (@.applicantId == $id)', jsonb_build_object('id', $2::integer), true) as told
           from report_edition t where t.school_id = $1 and $2 = any (t.applicant_ids) order by t.period desc, t.no desc`,
  },
  ...caseworkParts,
  {
    table: 'cohort_membership',
    title: 'Saved views and groups this applicant was in',
    // A view may ask about anything and its name may say so.
    needs: 'wellbeing.view',
    text: `select v.name as "view", v.kind, keeper.name as "keptBy", t.joined_on as "joinedOn", t.left_on as "leftOn"
           from cohort_membership t join cohort_view v on v.school_id = t.school_id and v.id = t.view_id
           join person keeper on keeper.school_id = v.school_id and keeper.id = v.owner_id
           where t.school_id = $1 and t.applicant_id = $2 order by t.joined_on desc, t.view_id`,
  },
  {
    table: 'import_row',
    title: 'Lines of imports',
    needs: 'record.view',
    text: `select t.import_id as "importId", b.created_at as "at", b.created_by as "by", b.state, t.verdict, t.changed_paths as "changed",
                  t.document as record
           from import_row t join import_batch b on b.school_id = t.school_id and b.id = t.import_id
           where t.school_id = $1 and t.external_id = ${externalId} order by t.import_id desc`,
  },
  {
    table: 'import_refusal',
    title: 'Lines that imports refused',
    needs: 'record.view',
    text: `select t.import_id as "importId", b.created_at as "at", b.created_by as "by", t.file, t.row_no as "row", t.column_name as "column",
                  t.reason
           from import_refusal t join import_batch b on b.school_id = t.school_id and b.id = t.import_id
           where t.school_id = $1 and t.external_id = ${externalId} order by t.import_id desc, t.no`,
  },
  {
    table: 'person_relation',
    title: 'Relations that people were given to this applicant',
    needs: 'access.view',
    text: `select holder.name as person, t.relation, t.from_on as "fromOn", t.until_on as "untilOn", t.reason, giver.name as "givenBy",
                  t.given_at as "givenAt", t.ended_at as "endedAt"
           from person_relation t ${person('person_id', 'holder')} ${person('given_by', 'giver')}
           where t.school_id = $1 and t.applicant_id = $2 order by t.id desc`,
  },
  {
    table: 'emergency_access',
    title: 'Emergency access',
    needs: 'access.view',
    text: `select holder.name as person, t.reason, t.opened_at as "openedAt", t.until_at as "untilAt"
           from emergency_access t ${person('person_id', 'holder')}
           where t.school_id = $1 and t.applicant_id = $2 order by t.id desc`,
  },
  {
    table: 'audit_line',
    title: 'Who looked and who did what',
    needs: 'access.view',
    text: `select t.seq as line, t.at, holder.name as person, t.line ->> 'role' as role, t.event, t.line ->> 'subject' as subject,
                  t.line ->> 'reason' as reason, t.line ->> 'because' as because, t.line -> 'after' -> 'paths' as changed
           from audit_line t ${person('person_id', 'holder')}
           where t.school_id = $1 and t.applicant_id = $2 order by t.seq desc`,
  },
];

/** Tables that name applicants and are no part of a packet, each with why. */
export const packetLeavesOut: Readonly<Record<string, string>> = {
  meeting_draft: 'what somebody is still typing, kept for them alone',
  applicant_search: 'the words of the record once more, for searching',
  applicant_summary: 'what lists show, computed from the record and the standing answer',
  standing_answer: 'which of the answers stands, told with the answers',
  delivery: 'that a report was mailed to a colleague; what the report tells of the applicant is a part of its own',
  delivery_attempt: 'what the mail server said to that mail',
  delivery_decision: 'what a colleague decided about that mail',
};
