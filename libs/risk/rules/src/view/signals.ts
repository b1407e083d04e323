import type { SignalCount, SpecialtyKey } from '@matchwatch/domain';
import type { ProgramList } from './program-list.js';
import type { ViewPolicy } from './view-policy.js';

type Kind = SignalCount['kind'];

/** What is wrong with the signals of a list, or the path that would tell. */
export type SignalUse = {
  readonly tooMany: readonly SignalCount[];
  readonly unused: readonly SignalCount[];
  readonly missing: 'specialty' | SpecialtyKey | undefined;
};

const none: readonly SignalCount[] = [];
const fine: SignalUse = { tooMany: none, unused: none, missing: undefined };
const kinds: readonly Kind[] = ['gold', 'silver', 'single'];

/** Compares the signals of a list with what each specialty allots; only the primary specialty is asked for unused ones. */
export function readSignals(list: ProgramList, primary: SpecialtyKey | undefined, policy: ViewPolicy): SignalUse {
  if (isSpent(list, primary, policy)) return fine;
  const sent = new Map<SpecialtyKey, Record<Kind, number>>();
  let unplaced = 0;
  for (const { signal, specialty } of list.programs) {
    if (signal === undefined) continue;
    if (specialty === undefined) {
      unplaced++;
      continue;
    }
    const counts = sent.get(specialty) ?? { gold: 0, silver: 0, single: 0 };
    counts[signal]++;
    sent.set(specialty, counts);
  }
  if (primary !== undefined && !sent.has(primary)) sent.set(primary, { gold: 0, silver: 0, single: 0 });

  const tooMany: SignalCount[] = [];
  const unused: SignalCount[] = [];
  let missing: SignalUse['missing'];
  let left = 0;
  for (const [specialty, counts] of sent) {
    const allotment = policy.signalsOf(specialty);
    if (allotment === undefined) {
      missing ??= specialty;
      continue;
    }
    for (const kind of kinds) {
      const count: SignalCount = { specialty, kind, sent: counts[kind], allotted: allotment[kind] };
      if (count.sent > count.allotted) tooMany.push(count);
      else if (specialty === primary && count.sent < count.allotted) {
        unused.push(count);
        left += count.allotted - count.sent;
      }
    }
  }
  // Signals on rows without a specialty may be the ones that seem to be left.
  if (left > 0 && unplaced >= left) return { tooMany, unused: none, missing: 'specialty' };
  return { tooMany, unused, missing };
}

/** The usual end of it, told without building anything: every signal sits in the primary specialty, each kind as often as allotted. */
function isSpent({ strayed, gold, silver, single }: ProgramList, primary: SpecialtyKey | undefined, policy: ViewPolicy): boolean {
  const allotment = primary === undefined ? undefined : policy.signalsOf(primary);
  if (strayed || allotment === undefined) return false;
  return gold === allotment.gold && silver === allotment.silver && single === allotment.single;
}

/** Whether a list may hold more signals than a specialty allots: some sit outside the primary specialty, or one kind is above its number. */
export function mayBeTooMany(
  { strayed, gold, silver, single }: ProgramList,
  primary: SpecialtyKey | undefined,
  policy: ViewPolicy,
): boolean {
  if (strayed) return true;
  const allotment = primary === undefined ? undefined : policy.signalsOf(primary);
  return allotment !== undefined && (gold > allotment.gold || silver > allotment.silver || single > allotment.single);
}
