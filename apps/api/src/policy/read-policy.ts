import type { PolicyInForce } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import { defaultPolicy, rulesOfPolicyKey } from '@matchwatch/risk-rules';
import { countVerdicts, type Database, findNextPolicy, listPolicyKeyChanges, type School } from '@matchwatch/store';
import { cite } from '../rulebook/citation.js';
import { rulesDigest } from '../rules-in-force.js';
import { noticesOf } from './lint-policy.js';
import { readSchoolPolicy } from './school-policy.js';

type ShownKey = PolicyInForce['keys'][number];

/** A dated value of whichever key. */
interface AnyDated {
  readonly about: string;
  readonly unit: string;
  readonly values: Readonly<Record<Day, { readonly value: unknown; readonly sources: readonly string[]; readonly confirm?: true }>>;
}

const shownValues = ({ values }: AnyDated): ShownKey['values'] =>
  (Object.entries(values) as [Day, AnyDated['values'][Day]][])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([since, { value, sources, confirm }]) => ({
      since,
      value: value as ShownKey['values'][number]['value'],
      sources: sources.map(cite),
      confirm: confirm === true,
    }));

/** Every number the school goes by on a day: where it comes from, who changed it and which rules use it. */
export async function readPolicy(db: Database, school: School, today: Day): Promise<PolicyInForce> {
  const { policy, own } = await readSchoolPolicy(db, school.id, today);
  const next = await findNextPolicy(db, school.id, today);
  const changes = own ? await listPolicyKeyChanges(db, school.id, own.id) : [];
  const changeOf = new Map(changes.map(({ key, at, ...change }) => [key, { ...change, at: at.toISOString() }]));
  const standard = defaultPolicy.values as Readonly<Record<string, AnyDated | undefined>>;
  return {
    asOf: today,
    version: policy.version,
    versionId: own?.id ?? null,
    effectiveOn: own?.effectiveOn ?? null,
    changes: own?.changes ?? {},
    rulesDigest,
    next: next ? { id: next.id, version: next.version, effectiveOn: next.effectiveOn } : null,
    notices: noticesOf(policy, today),
    verdicts: await countVerdicts(db, school.id),
    keys: Object.entries(policy.values as Readonly<Record<string, AnyDated>>).map(([key, dated]) => {
      const values = shownValues(dated);
      const changed = changeOf.get(key) ?? null;
      const unchanged = standard[key];
      return {
        key,
        about: dated.about,
        unit: dated.unit,
        values,
        inForce: values.findLast(({ since }) => since <= today)?.since ?? null,
        standard: changed && unchanged ? shownValues(unchanged) : null,
        changed,
        rules: [...rulesOfPolicyKey(key)],
      };
    }),
  };
}
