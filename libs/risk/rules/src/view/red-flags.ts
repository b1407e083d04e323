import type { Day, RedFlag, RedFlagDays } from '@matchwatch/domain';

const none: readonly RedFlag[] = [];

/** The entries of one kind that have begun by a day. */
export function redFlagsOf(redFlags: readonly RedFlag[], kind: RedFlag['kind'], asOf: Day): readonly RedFlag[] {
  let found: RedFlag[] | undefined;
  for (let i = 0; i < redFlags.length; i++) {
    const redFlag = redFlags[i] as RedFlag;
    if (redFlag.kind !== kind || (redFlag.from !== undefined && redFlag.from > asOf)) continue;
    if (found === undefined) found = [redFlag];
    else found.push(redFlag);
  }
  return found ?? none;
}

/** The days of an entry as evidence. */
export const daysOf = ({ from, to }: RedFlag): RedFlagDays => ({ from: from ?? null, to: to ?? null });
