import { type Day, dayIn } from '@matchwatch/domain';
import { defaultPolicy, listSeasonDays, policyFromChanges } from '@matchwatch/risk-rules';
import { type DataSource, type Edition, findPolicyInForce, findSchool, freezeWeeklyReport } from '@matchwatch/store';

/** Which edition is wanted. */
export interface WantedEdition {
  season: number;
  viewId: number | null;
  personId: number | null;
  period: Day;
  now: Date;
}

/** The edition of a period, frozen by the product itself if it is not there; undefined where there is nothing to report. */
export async function freezeEdition(
  db: DataSource,
  schoolId: string,
  { season, viewId, personId, period, now }: WantedEdition,
): Promise<Edition | undefined> {
  const school = await findSchool(db, schoolId);
  if (!school) return undefined;
  const today = dayIn(school.timeZone, now);
  const own = await findPolicyInForce(db, schoolId, today);
  const policy = own ? policyFromChanges(own.version, own.changes) : defaultPolicy;
  const frozen = await freezeWeeklyReport(db, schoolId, {
    season,
    scope: { viewId, personId },
    period,
    now,
    milestones: listSeasonDays(policy, season, today),
    madeBy: null,
    audit: (editionId) => ({ at: now.toISOString(), event: 'report.frozen', subject: `report ${editionId}`, after: { season } }),
  });
  return 'edition' in frozen ? frozen.edition : undefined;
}
