import { outreachTemplates } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { type OutreachFacts, outreachText } from './outreach.js';

const bare: OutreachFacts = {
  name: 'Ada',
  sender: 'Helen Marsh',
  school: 'Larkspur',
  exam: null,
  lastExam: null,
  tasks: [],
  documents: [],
  submitOn: null,
};
const full: OutreachFacts = {
  ...bare,
  exam: { name: 'Step 2 CK', on: '2026-12-04' },
  lastExam: { name: 'Step 1' },
  tasks: [{ title: 'Ask Dr Lee for a letter', dueOn: '2026-12-01' }],
  documents: ['the personal statement'],
  submitOn: '2027-09-23',
};

describe('a message to an applicant', () => {
  it('names the agreed steps with their days', () =>
    expect(outreachText('next-steps', full)).toEqual({
      subject: 'Your next steps',
      body: [
        'Dear Ada,',
        'Thank you for our conversation. These are the next steps that we agreed on for you:',
        '- Ask Dr Lee for a letter, by 1 December 2026',
        'If a day does not work, tell me early and we will find another.',
        'Best wishes\nHelen Marsh\nLarkspur',
      ].join('\n\n'),
    }));

  it.each(outreachTemplates)('reads as a whole with and without facts, and says nothing of levels or flags: %s', (template) => {
    for (const facts of [bare, full]) {
      const { subject, body } = outreachText(template, facts);
      expect(subject.length).toBeGreaterThan(5);
      expect(body).not.toMatch(/undefined|null|\[object|\n{3}/);
      expect(`${subject} ${body}`).not.toMatch(/\brisk\b|\bflag|\blevel\b|urgent|fail|score category/i);
    }
  });
});
