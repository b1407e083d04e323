import { demoVerdict } from '@matchwatch/demo';
import { addDays, type Day, nextReview, type ReviewDecision, type UrgencyWeights, wholeSchool } from '@matchwatch/domain';
import {
  type DataSource,
  type DecidedReview,
  listApplicantRows,
  listFlagsToReview,
  listReviewQueue,
  listWaitingFlags,
  type Person,
  type QueueReading,
  saveReviews,
} from '@matchwatch/store';

interface DemoReviews {
  schoolId: string;
  people: readonly Person[];
  season: number;
  /** Flags that rose before this day are decided about. */
  before: Day;
  /** How many applicants are left waiting whatever rose when: the newest of them. */
  leave?: number;
}

const evenWeights: UrgencyWeights = { urgent: 1, near: 1, nearDays: 1, age: 1, ageDays: 1 };
const mostWaiting = 2_000;

/** Lets the fictional colleagues say what they think of the flags that wait, as they would have week by week. */
export async function reviewDemoFlags(database: DataSource, { schoolId, people, season, before, leave = 0 }: DemoReviews): Promise<void> {
  const dean = people.find(({ role }) => role === 'dean');
  if (!dean) return;
  const reading: QueueReading = { person: dean, scope: wholeSchool, today: before, weights: evenWeights, seasonDay: null };
  const { rows } = await listReviewQueue(database, schoolId, { season }, reading, [0, mostWaiting]);
  const newest = new Set(
    rows
      .toSorted((a, b) => b.since.localeCompare(a.since))
      .slice(0, leave)
      .map(({ applicantId }) => applicantId),
  );
  const ids = rows.map(({ applicantId }) => applicantId).filter((id) => !newest.has(id));
  const view = { find: wholeSchool, risk: wholeSchool, wellbeing: wholeSchool };
  const applicants = new Map((await listApplicantRows(database, schoolId, view, ids, before)).map((row) => [row.id, row]));
  const flags = await listWaitingFlags(database, schoolId, ids, before);
  for (const id of ids) {
    const applicant = applicants.get(id);
    if (!applicant) continue;
    const by = people.find(({ email }) => email === applicant.advisor) ?? dean;
    const told = flags
      .filter((flag) => flag.applicantId === id && (leave > 0 || flag.since < before))
      .flatMap(({ id: flagId, code, risenOn, since }) => {
        const verdict = demoVerdict(applicant.externalId, code, risenOn);
        // What is left in its week is what somebody finds there much later.
        if (verdict.kind === 'leave' && leave === 0) return [];
        const on = earlier(addDays(since, verdict.kind === 'leave' ? 1 : verdict.afterDays), before);
        const decision: ReviewDecision =
          verdict.kind === 'leave'
            ? { kind: 'agree' }
            : verdict.kind === 'snooze'
              ? { kind: 'snooze', until: addDays(on, verdict.forDays), note: verdict.note }
              : verdict;
        return [{ flagId, on, decision }];
      });
    if (told.length === 0) continue;
    await database.transaction(async (transaction) => {
      const standing = await listFlagsToReview(
        transaction,
        schoolId,
        id,
        told.map(({ flagId }) => flagId),
      );
      const decided = standing.flatMap((flag): DecidedReview[] => {
        const { on, decision } = told.find(({ flagId }) => flagId === flag.id) ?? {};
        const next = on && decision && nextReview(flag, flag.review, decision, on);
        if (!next || next.outcome === 'refused') return [];
        return [
          {
            ...next.review,
            flagId: flag.id,
            code: flag.code,
            decision: decision.kind,
            because: decision.kind === 'disagree' ? decision.because : null,
            note: decision.note ?? null,
          },
        ];
      });
      const [first] = decided;
      if (first) await saveReviews(transaction, schoolId, id, decided, { by: by.id, at: new Date(`${first.on}T15:00:00Z`) });
    });
  }
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
