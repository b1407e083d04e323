import type { Day, OutreachTemplate } from '@matchwatch/domain';
import { dayWithYear } from './format.js';

/** What of a record and a plan goes into a message: facts and days, never a level, a finding or a note. */
export interface OutreachFacts {
  /** How the applicant is called. */
  readonly name: string;
  readonly sender: string;
  readonly school: string;
  /** The next exam that is booked. */
  readonly exam: { readonly name: string; readonly on: Day } | null;
  /** The exam taken last. */
  readonly lastExam: { readonly name: string } | null;
  /** What the applicant is to do, by due day. */
  readonly tasks: readonly { readonly title: string; readonly dueOn: Day }[];
  /** Documents of the application that are still open, as short phrases. */
  readonly documents: readonly string[];
  /** When programs may receive applications. */
  readonly submitOn: Day | null;
}

/** A message as it is offered to be read and changed before it is sent. */
export interface OutreachText {
  readonly subject: string;
  readonly body: string;
}

const listed = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const texts: Readonly<
  Record<OutreachTemplate, (facts: OutreachFacts) => { subject: string; paragraphs: readonly (string | false | null)[] }>
> = {
  invite: ({ exam }) => ({
    subject: 'A time to talk about your residency application',
    paragraphs: [
      'I would like to find half an hour with you to talk about your residency application and what would help you most in the next weeks.',
      exam && `It would be good to meet before your ${exam.name} on ${dayWithYear(exam.on)}.`,
      'Which times suit you in the coming days? In person and by video are both fine.',
    ],
  }),
  'check-in': () => ({
    subject: 'How are things going?',
    paragraphs: [
      'I wanted to ask how things are going with you and with your preparation.',
      'If anything makes this time harder than it has to be, tell me; there are people here who can help, and I can put you in touch with them.',
      'A short answer is enough, and I am glad to talk if you would rather.',
    ],
  }),
  'next-steps': ({ tasks }) => ({
    subject: 'Your next steps',
    paragraphs: [
      'Thank you for our conversation. These are the next steps that we agreed on for you:',
      tasks.length > 0 ? listed(tasks.map(({ title, dueOn }) => `${title}, by ${dayWithYear(dueOn)}`)) : '- (write the steps here)',
      'If a day does not work, tell me early and we will find another.',
    ],
  }),
  'exam-date': ({ exam, submitOn }) => ({
    subject: exam ? `Your ${exam.name} date` : 'A date for your next exam',
    paragraphs: [
      exam ? `Your ${exam.name} is booked for ${dayWithYear(exam.on)}.` : 'I do not see a date for your next exam yet.',
      submitOn && `Programs may receive applications from ${dayWithYear(submitOn)}, and a score report can take some weeks.`,
      'Could we look together at whether the date fits your preparation and the calendar, and at a second date in reserve?',
    ],
  }),
  documents: ({ documents, submitOn }) => ({
    subject: 'Documents for your application',
    paragraphs: [
      'From what I have here, this is still open for your application:',
      documents.length > 0 ? listed(documents) : '- (write what is open here)',
      submitOn && `Programs may receive applications from ${dayWithYear(submitOn)}.`,
      'If some of it is done already, tell me and I will correct it.',
    ],
  }),
  'after-result': ({ lastExam }) => ({
    subject: 'After your result',
    paragraphs: [
      lastExam
        ? `Your ${lastExam.name} result is in, and I would like to talk it through with you.`
        : 'I would like to talk your last result through with you.',
      'We will look at what it means for your plans, what went well in the preparation, and which options you have from here. There is always more than one.',
      'It helps to bring the score report, your CV and a list of what matters most to you. Which times suit you this week?',
    ],
  }),
};

/** A message from its template, merged with the facts: plain words that an applicant may read. */
export function outreachText(template: OutreachTemplate, facts: OutreachFacts): OutreachText {
  const { subject, paragraphs } = texts[template](facts);
  const body = [
    `Dear ${facts.name},`,
    ...paragraphs.filter((each) => typeof each === 'string'),
    `Best wishes\n${facts.sender}\n${facts.school}`,
  ];
  return { subject, body: body.join('\n\n') };
}
