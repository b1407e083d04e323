import type { ProgramChoice, SignalCount, SpecialtyKey } from '@matchwatch/domain';
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
export function readSignals(programs: readonly ProgramChoice[], primary: SpecialtyKey | undefined, policy: ViewPolicy): SignalUse {
  if (isSpent(programs, primary, policy)) return fine;
  const sent = new Map<SpecialtyKey, Record<Kind, number>>();
  let unplaced = 0;
  for (const { signal, specialty } of programs) {
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
function isSpent(programs: readonly ProgramChoice[], primary: SpecialtyKey | undefined, policy: ViewPolicy): boolean {
  const allotment = primary === undefined ? undefined : policy.signalsOf(primary);
  if (allotment === undefined) return false;
  let gold = 0;
  let silver = 0;
  let single = 0;
  for (let i = 0; i < programs.length; i++) {
    const { signal, specialty } = programs[i] as ProgramChoice;
    if (signal === undefined) continue;
    if (specialty !== primary) return false;
    if (signal === 'gold') gold++;
    else if (signal === 'silver') silver++;
    else single++;
  }
  return gold === allotment.gold && silver === allotment.silver && single === allotment.single;
}
