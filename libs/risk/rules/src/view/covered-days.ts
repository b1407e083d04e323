import { type Day, dayNumber, type Experience } from '@matchwatch/domain';

/** How many days experiences cover, days of several at once counted once; those without both days, and days after `until`, do not count. */
export function coveredDays(experiences: readonly Experience[], until?: Day): number {
  const spans: { readonly from: number; readonly to: number }[] = [];
  for (const { from, to } of experiences) {
    if (from === undefined || to === undefined || to < from || (until !== undefined && from > until)) continue;
    spans.push({ from: dayNumber(from), to: dayNumber(until !== undefined && to > until ? until : to) });
  }
  if (spans.length > 1) spans.sort((a, b) => a.from - b.from);
  let days = 0;
  let covered = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans) {
    if (to <= covered) continue;
    days += to - Math.max(from - 1, covered);
    covered = to;
  }
  return days;
}
