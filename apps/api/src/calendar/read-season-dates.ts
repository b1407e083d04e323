import type { SeasonDates } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import { findCitation, listSeasonDays } from '@matchwatch/risk-policy';
import { type Database, listPolicyKeyChanges } from '@matchwatch/store';
import { readSchoolPolicy } from '../policy/school-policy.js';
import { cite } from '../rulebook/citation.js';

type Dated = Readonly<Record<Day, { readonly sources: readonly string[]; readonly confirm?: true }>>;

/** The days of some seasons as a school's policy has them on a day, each with where they come from and who changed them. */
export async function readSeasonDates(db: Database, schoolId: string, seasons: readonly number[], today: Day): Promise<SeasonDates[]> {
  const { policy, own } = await readSchoolPolicy(db, schoolId, today);
  const changes = own ? await listPolicyKeyChanges(db, schoolId, own.id) : [];
  const values = policy.values as Readonly<Record<string, { readonly values: Dated } | undefined>>;
  return seasons.map((season) => {
    const key = `season.${season}`;
    const dated = values[key]?.values ?? {};
    const since =
      (Object.keys(dated) as Day[])
        .filter((each) => each <= today)
        .sort()
        .at(-1) ?? null;
    const entry = since === null ? undefined : dated[since];
    const changed = changes.find((each) => each.key === key);
    return {
      season,
      key,
      days: listSeasonDays(policy, season, today),
      sources: (entry?.sources ?? []).map((ref) => ({ ...cite(ref), confidence: findCitation(ref)?.source.confidence ?? null })),
      confirm: entry?.confirm === true,
      since,
      version: policy.version,
      changed: changed ? { version: changed.version, by: changed.by, at: changed.at.toISOString(), reason: changed.reason } : null,
    };
  });
}
