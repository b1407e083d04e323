import type { ReportList, WeeklyReport } from '@matchwatch/domain';
import { dayText, sentence } from '@matchwatch/words';
import { filterOfList } from './links.js';
import type { ListedPerson, ReportBlock, ReportPart } from './report-view.js';

/** Those of a list with the reason of each in sentences. */
export const listed = ({ people }: ReportList, lead = ''): ListedPerson[] =>
  people.map(({ applicantId, from, to, reasons }) => ({
    applicantId,
    from,
    to,
    lines: reasons.map((reason) => `${lead}${sentence(reason)}`),
  }));

/** Who moved since the report before, and why: those who got worse first. */
export function changedPart(report: WeeklyReport): ReportPart {
  const { changes, since } = report;
  const before = since === null ? 'before' : `since ${dayText(since)}`;
  const people = (key: keyof WeeklyReport['changes'], heading: string, none: string): ReportBlock => ({
    kind: 'people',
    heading,
    count: {
      key: `changes.${key}`,
      value: changes[key].applicants,
      filter: filterOfList(report, changes[key], key === 'cleared' || since === null ? undefined : { changedSince: since, direction: key }),
    },
    people: listed(changes[key], key === 'better' || key === 'cleared' ? 'Cleared: ' : ''),
    moves: key !== 'cleared',
    none,
  });
  return {
    key: 'changed',
    heading: since === null ? 'What there is' : `What changed since ${dayText(since)}`,
    blocks: [
      people('worse', 'Worse', `Nobody got worse ${before}.`),
      people('new', 'New', `Nobody is new ${before}.`),
      people('better', 'Better', `Nobody got better ${before}.`),
      people('cleared', 'Causes cleared', `No cause was cleared ${before}.`),
    ],
  };
}
