import type { Exam } from '@matchwatch/domain';
import { type CastMember, nothingOpen, type SeasonDays } from './cast-member.js';
import { programList, solidRecord } from './solid-record.js';

/** Those whose examinations are the matter. */
export function examCast(days: SeasonDays): CastMember[] {
  const { on } = days;
  const step1: Exam = { exam: 'step1', takenOn: on(-2, '02-20'), outcome: 'pass' };

  const grace = solidRecord(days, {
    externalId: 'S-0006',
    given: 'Grace',
    family: 'Adeyemi',
    type: 'us-md',
    specialty: 'family-medicine',
    backup: 'pediatrics',
    step2: 216,
  });
  const isaac = solidRecord(days, {
    externalId: 'S-0007',
    given: 'Isaac',
    family: 'Thornbury',
    type: 'us-md',
    specialty: 'family-medicine',
    backup: 'pediatrics',
    step2: 216,
    advisor: 'samuel.abiodun@example.edu',
  });
  const mei = solidRecord(days, {
    externalId: 'S-0008',
    given: 'Mei-Lin',
    family: 'Chao',
    type: 'us-md',
    specialty: 'emergency-medicine',
    backup: 'internal-medicine',
    step2: 238,
  });
  const jonah = solidRecord(days, {
    externalId: 'S-0009',
    given: 'Jonah',
    family: 'Whitcomb',
    type: 'us-md',
    specialty: 'internal-medicine',
    backup: 'family-medicine',
    step2: 236,
  });
  const dakota = solidRecord(days, {
    externalId: 'S-0010',
    given: 'Dakota',
    family: 'Redbird',
    type: 'us-md',
    specialty: 'family-medicine',
    backup: 'psychiatry',
    step2: 231,
  });
  const farah = solidRecord(days, {
    externalId: 'S-0011',
    given: 'Farah',
    family: 'Siddiqi',
    type: 'us-img',
    specialty: 'internal-medicine',
    backup: 'family-medicine',
    step2: 221,
    advisor: 'priya.raman@example.edu',
  });
  const lucas = solidRecord(days, {
    externalId: 'S-0012',
    given: 'Lucas',
    family: 'Brandão',
    type: 'us-do',
    specialty: 'emergency-medicine',
    backup: 'family-medicine',
    step2: 240,
  });
  const hana = solidRecord(days, {
    externalId: 'S-0013',
    given: 'Hana',
    family: 'Kobayashi',
    type: 'us-do',
    specialty: 'psychiatry',
    backup: 'family-medicine',
    step2: 240,
  });
  const next = daysOfNext(days);
  const priscilla = solidRecord(next, {
    externalId: 'S-0014',
    given: 'Priscilla',
    family: 'Nyambura',
    type: 'us-md',
    specialty: 'pediatrics',
    backup: 'family-medicine',
    step2: 230,
  });
  const caleb = solidRecord(next, {
    externalId: 'S-0015',
    given: 'Caleb',
    family: 'Okonkwo-Reyes',
    type: 'us-md',
    specialty: 'anesthesiology',
    backup: 'internal-medicine',
    step2: 240,
    advisor: 'ingrid.solberg@example.edu',
  });

  return [
    {
      record: {
        ...grace,
        graduatesOn: '2025-05-22',
        exams: [
          { exam: 'step1', takenOn: '2023-02-20', outcome: 'pass' },
          { exam: 'step2ck', takenOn: '2024-06-20', score: 216, outcome: 'pass' },
        ],
        practice: [],
      },
      shows: 'A 216 of June 2024 is a pass (mark 214), but so near to it that the score category is C.',
      raises: ['exam.step2-category', 'exam.step2-below-screens'],
    },
    {
      record: {
        ...isaac,
        exams: [step1, { exam: 'step2ck', takenOn: on(-1, '06-20'), score: 216 }, { exam: 'step2ck', bookedFor: on(0, '03-12') }],
        practice: [{ for: 'step2ck', kind: 'nbme-ccssa', takenOn: on(0, '02-06'), score: 213 }],
        study: { questionBankPct: 62, fullLengthDays: 0, asOf: on(0, '02-20') },
      },
      casework: {
        ...nothingOpen(on),
        flags: [{ code: 'exam.step2-failed', level: 'urgent', openedOn: on(0, '01-18'), risenOn: on(0, '01-18') }],
        checkIns: [{ on: on(0, '02-20'), referredOn: null }],
      },
      shows: 'The same 216 two years later is a fail (mark 218); the retake is eleven days away and practice says not yet.',
      raises: [
        'care.no-meeting',
        'care.unreviewed',
        'care.wellbeing',
        'exam.step2-failed',
        'practice.step2-below-target',
        'practice.no-baseline',
        'practice.stale',
        'practice.question-bank',
        'practice.no-simulation',
        'practice.no-backup-date',
        'timeline.step2-late',
        'timeline.step2-missing',
      ],
    },
    {
      record: { ...mei, programs: programList('emergency-medicine', 64, { interviewed: 12, single: 5 }) },
      shows: 'Two points under the emergency medicine range: category A, marginal, one thing to watch.',
      raises: ['exam.step2-category'],
    },
    {
      record: {
        ...jonah,
        exams: [
          { exam: 'step1', takenOn: on(-2, '02-20'), outcome: 'fail' },
          { exam: 'step1', takenOn: on(-2, '06-02'), outcome: 'pass' },
          { exam: 'step2ck', takenOn: on(-1, '06-24'), score: 236, outcome: 'pass' },
        ],
      },
      shows: 'A Step 1 failure that a 236 on Step 2 CK largely answers.',
      raises: ['exam.step1-failed'],
    },
    {
      record: {
        ...dakota,
        exams: [
          step1,
          { exam: 'step2ck', takenOn: on(-2, '12-05'), score: 204, outcome: 'fail' },
          { exam: 'step2ck', takenOn: on(-1, '04-11'), score: 209, outcome: 'fail' },
          { exam: 'step2ck', takenOn: on(-1, '09-19'), score: 214, outcome: 'fail' },
        ],
        contingency: { path: 'research-year' },
      },
      shows: 'Three failed attempts at Step 2 CK: one attempt is left, and no date stands.',
      raises: ['exam.step2-failed', 'exam.multiple-failures', 'exam.attempts-left', 'timeline.step2-unscheduled', 'timeline.step2-missing'],
    },
    {
      record: {
        ...farah,
        exams: [
          { exam: 'step1', takenOn: on(-3, '09-14'), outcome: 'fail' },
          { exam: 'step1', takenOn: on(-2, '02-03'), outcome: 'pass' },
          { exam: 'step2ck', takenOn: on(-2, '11-10'), score: 211, outcome: 'fail' },
          { exam: 'step2ck', takenOn: on(-1, '06-24'), score: 221, outcome: 'pass' },
        ],
        programs: programList('internal-medicine', 160, { interviewed: 6, gold: 3, silver: 12, img: true }),
      },
      shows: 'Two failed attempts on two Steps, both passed since: the very-high IMG tier.',
      raises: ['exam.multiple-failures', 'exam.step1-failed', 'exam.step2-failed', 'exam.step2-category', 'img.tier'],
    },
    {
      record: {
        ...lucas,
        exams: [
          { exam: 'comlex1', takenOn: on(-2, '05-20'), score: 531, outcome: 'pass' },
          { exam: 'comlex2', takenOn: on(-1, '06-18'), score: 548, outcome: 'pass' },
        ],
        practice: [],
      },
      shows: 'COMLEX only in a competitive specialty.',
      raises: ['exam.comlex-only'],
    },
    {
      record: {
        ...hana,
        exams: [
          { exam: 'comlex1', takenOn: on(-2, '05-20'), score: 562, outcome: 'pass' },
          { exam: 'comlex2', takenOn: on(-1, '06-18'), score: 471, outcome: 'pass' },
        ],
        practice: [],
        clerkships: hana.clerkships?.map((clerkship, i) => ({ ...clerkship, shelf: 84 - 3 * i })),
      },
      shows: 'Declining: COMLEX Level 2 far below Level 1, and each shelf under the one before.',
      raises: ['exam.declining', 'exam.comlex-only'],
    },
    {
      record: {
        ...notYetApplying(priscilla),
        exams: [
          { exam: 'step1', takenOn: on(-1, '04-18'), outcome: 'fail' },
          { exam: 'step1', bookedFor: on(0, '03-20') },
        ],
        practice: [{ for: 'step1', kind: 'nbme-cbssa', takenOn: on(0, '02-12'), score: 63 }],
      },
      shows: 'Step 1 failed and late; the second attempt is three weeks away and the practice exam sits in the low-pass range.',
      raises: ['exam.step1-failed', 'practice.step1-not-ready', 'timeline.step1-late'],
    },
    {
      record: {
        ...notYetApplying(caleb),
        exams: [
          { exam: 'step1', takenOn: on(-1, '02-20'), outcome: 'pass' },
          { exam: 'step2ck', bookedFor: on(0, '04-10') },
        ],
        practice: [],
        study: { questionBankPct: 40, fullLengthDays: 0, asOf: on(0, '02-20') },
      },
      shows: 'The next class: Step 2 CK in six weeks and no practice exam yet.',
      raises: ['practice.no-baseline'],
    },
  ];
}

const daysOfNext = ({ season, on }: SeasonDays): SeasonDays => ({ season: season + 1, on: (offset, monthDay) => on(offset + 1, monthDay) });

/** A member of the next class as of the cast's day: everything of the coming application year is still unknown. */
function notYetApplying(record: CastMember['record']): CastMember['record'] {
  const {
    programs: _programs,
    match: _match,
    interviewPrep: _prep,
    statement: _statement,
    contingency: _contingency,
    study: _study,
    ...rest
  } = record;
  const known = record.season - 1;
  const before = (day: string | undefined) => day === undefined || day < `${known}-03-01`;
  return {
    ...rest,
    clerkships: rest.clerkships?.filter(({ endedOn }) => before(endedOn)),
    experiences: rest.experiences?.filter(({ from }) => before(from)).map(({ to: _to, ...experience }) => experience),
    letters: [],
    scholarly: [],
  };
}
