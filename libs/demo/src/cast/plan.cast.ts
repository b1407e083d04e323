import { type CastMember, nothingOpen, type SeasonDays } from './cast-member.js';
import { programList, solidRecord } from './solid-record.js';

/** Those whose choice of specialty, list, letters or contingency is the matter. */
export function planCast(days: SeasonDays): CastMember[] {
  const { on } = days;
  const beatrix = solidRecord(days, {
    externalId: 'S-0021',
    given: 'Beatrix',
    family: 'Lindqvist',
    type: 'us-md',
    specialty: 'anesthesiology',
    backup: 'internal-medicine',
    step2: 226,
    advisor: 'ingrid.solberg@example.edu',
  });
  const marcus = solidRecord(days, {
    externalId: 'S-0022',
    given: 'Marcus',
    family: 'Delacroix',
    type: 'us-md',
    specialty: 'dermatology',
    backup: 'internal-medicine',
    step2: 226,
    advisor: 'ingrid.solberg@example.edu',
  });
  const sienna = solidRecord(days, {
    externalId: 'S-0023',
    given: 'Sienna',
    family: 'Marchetti',
    type: 'us-md',
    specialty: 'orthopaedic-surgery',
    backup: 'general-surgery',
    step2: 236,
  });
  const wei = solidRecord(days, {
    externalId: 'S-0024',
    given: 'Wei',
    family: 'Zhang-Moreau',
    type: 'us-md',
    specialty: 'neurology',
    backup: 'internal-medicine',
    step2: 241,
  });
  const ruth = solidRecord(days, {
    externalId: 'S-0025',
    given: 'Ruth',
    family: 'Castellanos',
    type: 'us-md',
    specialty: 'internal-medicine',
    backup: 'family-medicine',
    step2: 244,
  });
  const samir = solidRecord(days, {
    externalId: 'S-0026',
    given: 'Samir',
    family: 'Nassar',
    type: 'us-md',
    specialty: 'internal-medicine',
    backup: 'psychiatry',
    step2: 248,
  });
  return [
    {
      record: {
        ...beatrix,
        clerkships: beatrix.clerkships?.map((clerkship, i) => ({ ...clerkship, grade: i === 1 ? 'fail' : 'pass' })),
        letters: beatrix.letters?.map((letter, i) => ({ ...letter, strength: i === 0 ? 'generic' : 'unknown' })),
        scholarly: [],
        specialtyPlan: {
          primary: 'anesthesiology',
          backups: [{ specialty: 'internal-medicine', acceptable: false }],
          dualApplying: false,
          geography: 'single-area',
        },
        statement: { status: 'final' },
        interviewPrep: { mockInterviews: 1 },
        programs: programList('anesthesiology', 30, { interviewed: 4, gold: 5, silver: 10 }).map((program, i) => ({
          ...program,
          band: i % 2 === 0 ? 'reach' : 'middle',
          setting: i % 3 === 0 ? 'community' : 'academic',
        })),
        contingency: {},
      },
      casework: {
        ...nothingOpen(on),
        tasks: [{ dueOn: on(0, '02-02') }, { dueOn: on(0, '02-12') }, { dueOn: on(0, '03-20') }],
        agreed: [
          { change: { fact: 'plan.geography', from: 'single-area', to: 'regional' }, agreedOn: on(0, '01-25'), dueOn: on(0, '02-08') },
        ],
      },
      shows: 'Category B, one city, no backup she would take, a failed clerkship and a lukewarm letter: the whole plan needs work.',
      raises: [
        'exam.step2-category',
        'plan.no-backup',
        'plan.rigid-geography',
        'plan.no-priority',
        'clinical.clerkship',
        'letters.lukewarm',
        'scholarly.none',
        'statement.not-reviewed',
        'interview.no-account',
        'interview.few',
        'list.too-short',
        'list.top-heavy',
        'contingency.no-plan',
        'care.overdue-task',
        'care.plan-drift',
      ],
    },
    {
      record: {
        ...marcus,
        experiences: [
          {
            kind: 'research',
            specialty: 'dermatology',
            us: true,
            site: 'Riverside University Hospital',
            from: on(-2, '07-06'),
            to: on(-1, '06-12'),
          },
        ],
        scholarly: [{ kind: 'publication', status: 'in-progress', specialty: 'dermatology', on: on(-1, '01-12') }],
        specialtyPlan: { primary: 'dermatology', backups: [], dualApplying: false, geography: 'regional', priority: 'prestige' },
        programs: marcus.programs?.map((program) => ({ ...program, track: 'advanced' })),
      },
      shows: 'Dermatology with a 226 and nothing behind it: category C, out of reach, no dual application, a research year without output.',
      raises: [
        'exam.step2-category',
        'plan.out-of-reach',
        'plan.no-backup',
        'plan.no-dual-application',
        'clinical.no-specialty-rotation',
        'scholarly.no-output',
        'list.too-short',
        'list.no-preliminary',
      ],
    },
    {
      record: {
        ...sienna,
        specialtyPlan: {
          primary: 'orthopaedic-surgery',
          backups: [{ specialty: 'general-surgery', acceptable: true }],
          dualApplying: true,
          geography: 'open',
          priority: 'specialty',
        },
        programs: [
          ...programList('orthopaedic-surgery', 90, { interviewed: 5, single: 36 }),
          ...programList('general-surgery', 8, { interviewed: 2 }),
        ],
        contingency: { path: 'soap', soapStatement: false },
        match: { registeredOn: on(-1, '10-05'), rankListCertifiedOn: null },
      },
      shows:
        'Dual-applying with a thin backup and too many signals; two weeks before the Match neither rank list nor SOAP packet is ready.',
      raises: [
        'exam.step2-category',
        'plan.out-of-reach',
        'list.backup-thin',
        'list.signals',
        'contingency.soap-not-ready',
        'contingency.rank-list',
      ],
    },
    {
      record: {
        ...wei,
        specialtyPlan: { backups: [] },
        letters: [{ writer: 'attending', us: true, status: 'asked', askedOn: on(-1, '10-05') }],
        statement: { status: 'none' },
        programs: [],
        match: { registeredOn: on(0, '01-20'), rankListCertifiedOn: null },
      },
      shows: 'Good scores and no decision: no specialty, one letter asked, no statement.',
      raises: ['plan.no-specialty', 'letters.too-few', 'statement.missing', 'interview.few'],
    },
    {
      record: {
        ...ruth,
        experiences: [
          ...(ruth.experiences ?? []),
          {
            kind: 'sub-internship',
            specialty: 'internal-medicine',
            us: true,
            handsOn: true,
            acgmeSite: true,
            site: 'Fairmont County Hospital',
            from: on(0, '01-11'),
            to: on(0, '02-05'),
          },
        ],
        letters: [
          { writer: 'chair', specialty: 'general-surgery', us: true, status: 'uploaded', strength: 'strong', askedOn: on(-1, '06-15') },
          { writer: 'attending', specialty: 'psychiatry', us: true, status: 'uploaded', strength: 'strong', askedOn: on(-1, '06-03') },
          {
            writer: 'researcher',
            specialty: 'general-surgery',
            us: true,
            status: 'uploaded',
            strength: 'strong',
            askedOn: on(-1, '06-20'),
          },
          { writer: 'attending', specialty: 'pediatrics', us: true, status: 'uploaded', strength: 'strong', askedOn: on(-1, '07-20') },
          { writer: 'other', specialty: 'psychiatry', us: true, status: 'uploaded', strength: 'unknown', askedOn: on(-1, '07-28') },
        ],
        redFlags: [
          { kind: 'leave', from: on(-3, '01-10'), to: on(-3, '06-10'), explained: false },
          { kind: 'professionalism', from: on(-2, '11-03') },
          { kind: 'course-failure', from: on(-4, '05-15'), explained: true },
        ],
      },
      shows: 'Five letters and none from the specialty; an unexplained leave, a citation and a failed course on the record.',
      raises: ['letters.specialty', 'letters.not-asked', 'record.leave', 'record.professionalism', 'record.course-failure'],
    },
    {
      record: {
        ...samir,
        season: days.season - 1,
        graduatesOn: on(-1, '05-21'),
        exams: [
          { exam: 'step1', takenOn: on(-3, '02-20'), outcome: 'pass' },
          { exam: 'step2ck', takenOn: on(-2, '07-02'), score: 248, outcome: 'pass' },
        ],
        practice: [],
        clerkships: samir.clerkships?.map(({ endedOn: _endedOn, ...clerkship }) => clerkship),
        experiences: [
          {
            kind: 'sub-internship',
            specialty: 'internal-medicine',
            us: true,
            handsOn: true,
            acgmeSite: true,
            site: 'Riverside University Hospital',
            from: on(-2, '07-06'),
            to: on(-2, '07-31'),
          },
        ],
        letters: samir.letters?.map(({ askedOn: _askedOn, ...letter }) => letter),
        scholarly: samir.scholarly?.map(({ on: _on, ...work }) => work),
        statement: { status: 'final', reviewedOn: on(-2, '08-12') },
        interviewPrep: { accountRehearsedOn: on(-2, '09-18'), mockInterviews: 1 },
        programs: programList('internal-medicine', 40, { interviewed: 6, gold: 3, silver: 12 }),
        contingency: undefined,
        match: { registeredOn: on(-2, '10-05'), rankListCertifiedOn: on(-1, '02-24'), outcome: 'unmatched' },
      },
      shows: 'Unmatched last March, without a plan for the next cycle and without an activity since.',
      raises: ['contingency.unmatched', 'contingency.idle-year'],
    },
  ];
}
