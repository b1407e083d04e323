import type { AdvisingTable, ApplicantType, ArrangedHelp, MeetingKind, MeetingTopic, PlanStanding, TimesMet } from '@matchwatch/domain';
import { meetingKindLabel, meetingTopicLabel } from './casework.js';
import { applicantTypeLabel } from './labels.js';

const titles: Readonly<Record<AdvisingTable, string>> = {
  seen: 'How often applicants were met',
  plans: 'Plans',
  staff: 'Who met them',
  months: 'When they were met',
  kinds: 'How they were met',
  topics: 'What was talked about',
  help: 'What was arranged beside',
};
/** The title of a table of the evidence on advising. */
export const advisingTableTitle = (table: AdvisingTable): string => titles[table];

const columns: Readonly<Record<TimesMet | PlanStanding | 'meetings' | 'applicants' | 'times', string>> = {
  never: 'Not met',
  once: 'Once',
  twice: 'Two or three times',
  oftener: 'Four times or more',
  none: 'No plan',
  drafted: 'Drafted',
  agreed: 'Agreed',
  meetings: 'Meetings',
  applicants: 'Applicants',
  times: 'Times',
};
/** What a column of such a table counts. */
export const advisingColumnText = (column: string): string => (columns as Record<string, string>)[column] ?? column;

const help: Readonly<Record<ArrangedHelp, string>> = {
  referral: 'Referred to somebody who helps',
  advocacy: 'Spoken for at a program',
  message: 'Written to',
};

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What a row of such a table is about. */
export function advisingRowText(table: AdvisingTable, row: string): string {
  switch (table) {
    case 'seen':
    case 'plans':
      return row === 'all' ? 'All' : applicantTypeLabel(row as ApplicantType);
    case 'months':
      return month.format(new Date(`${row}-01T00:00:00Z`));
    case 'kinds':
      return meetingKindLabel(row as MeetingKind);
    case 'topics':
      return meetingTopicLabel(row as MeetingTopic);
    case 'help':
      return help[row as ArrangedHelp];
    default:
      return row;
  }
}
