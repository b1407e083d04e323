import type { CastMember, SeasonDays } from './cast-member.js';
import { programList, solidRecord } from './solid-record.js';

/** Those for whom nothing, or next to nothing, needs doing. */
export function steadyCast(days: SeasonDays): CastMember[] {
  const { on } = days;
  const ada = solidRecord(days, {
    externalId: 'S-0001',
    given: 'Ada',
    family: 'Osei',
    type: 'us-md',
    specialty: 'internal-medicine',
    backup: 'family-medicine',
    step2: 252,
  });
  const mateo = solidRecord(days, {
    externalId: 'S-0002',
    given: 'Mateo',
    family: 'Villanueva',
    type: 'us-do',
    specialty: 'pediatrics',
    backup: 'family-medicine',
    step2: 247,
    advisor: 'samuel.abiodun@example.edu',
  });
  const noor = solidRecord(days, {
    externalId: 'S-0003',
    given: 'Noor',
    family: 'Haddad',
    type: 'non-us-img',
    specialty: 'internal-medicine',
    backup: 'family-medicine',
    step2: 249,
    advisor: 'priya.raman@example.edu',
  });
  const elena = solidRecord(days, {
    externalId: 'S-0004',
    given: 'Elena',
    family: 'Petrov',
    type: 'us-md',
    specialty: 'psychiatry',
    backup: 'family-medicine',
    step2: 243,
  });
  const tomas = solidRecord(days, {
    externalId: 'S-0005',
    given: 'Tomás',
    family: 'Aguirre',
    type: 'us-md',
    specialty: 'general-surgery',
    backup: 'internal-medicine',
    step2: 246,
  });
  return [
    {
      record: { ...ada, name: { ...ada.name, preferred: 'Ada' } },
      shows: 'On track in internal medicine: scores, letters, list and rank list are in place.',
      raises: [],
    },
    {
      record: {
        ...mateo,
        exams: [
          { exam: 'comlex1', takenOn: on(-2, '03-02'), score: 478, outcome: 'pass' },
          { exam: 'step1', takenOn: on(-2, '03-20'), outcome: 'pass' },
          { exam: 'comlex2', takenOn: on(-1, '06-11'), score: 566, outcome: 'pass' },
          { exam: 'step2ck', takenOn: on(-1, '06-24'), score: 247, outcome: 'pass' },
        ],
        clerkships: ada.clerkships?.map((clerkship, i) => ({ ...clerkship, grade: i < 2 ? 'high-pass' : 'honors', shelf: 70 + 3 * i })),
      },
      shows: 'Rising: every shelf and both licensing series climb, honors follow, and the letters are strong.',
      raises: [],
    },
    {
      record: {
        ...noor,
        visa: { need: 'j1-or-h1b' },
        exams: [...(noor.exams ?? []), { exam: 'step3', takenOn: on(0, '01-12'), score: 224, outcome: 'pass' }],
      },
      shows: 'An international graduate without a low score: recent hands-on experience, Step 3 passed, either visa accepted.',
      raises: ['visa.h1b-only'],
    },
    {
      record: { ...elena, couplesWith: 'S-0005' },
      shows: 'Couples match, one half: psychiatry with a partner in surgery.',
      raises: [],
    },
    {
      record: {
        ...tomas,
        couplesWith: 'S-0004',
        letters: [
          ...(tomas.letters ?? []),
          { writer: 'researcher', us: true, status: 'uploaded', strength: 'generic', askedOn: on(-1, '08-03') },
        ],
        programs: programList('general-surgery', 45, { interviewed: 2, single: 15 }).map((program, i) => ({
          ...program,
          letters: i === 0 ? 5 : 4,
          ...(i === 1 ? { thankedOn: undefined } : {}),
        })),
        interviewPrep: { accountRehearsedOn: on(-1, '09-20'), mockInterviews: 0 },
      },
      shows: 'Couples match, the other half: two interviews only, none of them rehearsed, one not followed up, and a letter too many.',
      raises: ['interview.few', 'interview.no-mock', 'interview.no-thanks', 'letters.overfull'],
    },
  ];
}
