import type { Home } from '@matchwatch/contracts';
import { type ApplicantView, type Day, type Link, mayEver, type RuleCode } from '@matchwatch/domain';
import type { Policy } from '@matchwatch/risk-policy';
import { countFlagged, countReviewQueue, type Database, type StandingSession } from '@matchwatch/store';
import { readingOf } from '../reviews/read-queue.js';

/** Who looks at the first page. */
export interface Asker {
  person: StandingSession['person'];
  links: readonly Link[];
  view: ApplicantView;
}

const owed = ['care.unreviewed', 'care.no-meeting', 'care.no-plan', 'care.overdue-task'] as const satisfies readonly RuleCode[];

/** Before anybody is there, nobody is owed anything. */
export const nothingOwed: Home['responses'] = { reviews: null, unreviewed: 0, unmet: 0, withoutPlan: 0, overdue: 0 };

/** What the school owes the applicants of a season, as its care gaps say; and the reviews that wait for whoever gives them. */
export async function readResponses(
  db: Database,
  schoolId: string,
  { person, links, view }: Asker,
  policy: Policy,
  season: number,
  today: Day,
): Promise<Home['responses']> {
  const counts = await countFlagged(db, schoolId, view, season, owed);
  const queue = mayEver(person.role, 'review.write')
    ? await countReviewQueue(db, schoolId, season, readingOf(policy, { season, today, person, links }).reading)
    : undefined;
  return {
    reviews: queue ? { all: queue.all, mine: queue.mine } : null,
    unreviewed: counts['care.unreviewed'],
    unmet: counts['care.no-meeting'],
    withoutPlan: counts['care.no-plan'],
    overdue: counts['care.overdue-task'],
  };
}
