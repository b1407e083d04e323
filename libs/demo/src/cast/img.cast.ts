import { type CastMember, nothingOpen, type SeasonDays } from './cast-member.js';
import { programList, solidRecord } from './solid-record.js';

/** International graduates: the tiers, the visa and the clinical experience. */
export function imgCast(days: SeasonDays): CastMember[] {
  const { on } = days;
  const priya = 'priya.raman@example.edu';
  const valentina = solidRecord(days, {
    externalId: 'S-0016',
    given: 'Valentina',
    family: 'Quispe',
    type: 'us-img',
    specialty: 'family-medicine',
    backup: 'pediatrics',
    step2: 227,
    advisor: priya,
  });
  const arjun = solidRecord(days, {
    externalId: 'S-0017',
    given: 'Arjun',
    family: 'Bhattarai',
    type: 'non-us-img',
    specialty: 'internal-medicine',
    backup: 'family-medicine',
    step2: 224,
    advisor: priya,
  });
  const oluwaseun = solidRecord(days, {
    externalId: 'S-0018',
    given: 'Oluwaseun',
    family: 'Balogun',
    type: 'non-us-img',
    specialty: 'internal-medicine',
    backup: 'family-medicine',
    step2: 215,
  });
  const amina = solidRecord(days, {
    externalId: 'S-0019',
    given: 'Amina',
    family: 'Warsame',
    type: 'non-us-img',
    specialty: 'pediatrics',
    backup: 'family-medicine',
    step2: 222,
    advisor: priya,
  });
  const omar = solidRecord(days, {
    externalId: 'S-0020',
    given: 'Omar',
    family: 'Belhadj',
    type: 'us-img',
    specialty: 'family-medicine',
    backup: 'internal-medicine',
    step2: 209,
    advisor: priya,
  });
  return [
    {
      record: { ...valentina, programs: programList('family-medicine', 100, { interviewed: 9, single: 5, img: true }) },
      shows: 'A 227 and everything else in order: the moderate IMG tier.',
      raises: ['img.tier'],
    },
    {
      record: {
        ...arjun,
        visa: { need: 'j1' },
        experiences: [
          {
            kind: 'observership',
            specialty: 'internal-medicine',
            us: true,
            handsOn: false,
            acgmeSite: false,
            site: 'Elmwood Clinic',
            from: on(-3, '05-04'),
            to: on(-3, '06-12'),
          },
          {
            kind: 'shadowing',
            specialty: 'internal-medicine',
            us: true,
            handsOn: false,
            acgmeSite: false,
            site: 'Elmwood Clinic',
            from: on(-3, '06-15'),
            to: on(-3, '06-26'),
          },
          { kind: 'clinical-job', us: false, handsOn: true, site: 'Koshi District Hospital', from: on(-2, '07-15'), to: on(0, '02-20') },
        ],
        letters: [
          {
            writer: 'attending',
            specialty: 'internal-medicine',
            us: true,
            status: 'uploaded',
            strength: 'unknown',
            askedOn: on(-1, '05-30'),
          },
          {
            writer: 'attending',
            specialty: 'internal-medicine',
            us: false,
            status: 'uploaded',
            strength: 'strong',
            askedOn: on(-1, '06-11'),
          },
          { writer: 'researcher', us: false, status: 'uploaded', strength: 'strong', askedOn: on(-1, '06-20') },
        ],
        programs: [
          ...programList('internal-medicine', 70, { interviewed: 4, gold: 3, silver: 12, img: true }),
          ...Array.from({ length: 20 }, (_, i) => ({
            program: `Coastal Medical Group ${i + 1}`,
            specialty: 'internal-medicine' as const,
            setting: 'community' as const,
            band: 'middle' as const,
            status: 'applied' as const,
            sponsorsJ1: false,
            sponsorsH1b: false,
            takesImg: i % 2 === 0,
            minimumStep2: 230,
          })),
        ],
      },
      shows: 'Observed, never worked: old observerships at one clinic, one US letter, and a fifth of the list cannot take him.',
      raises: [
        'img.tier',
        'clinical.observership-only',
        'clinical.usce-stale',
        'clinical.usce-short',
        'clinical.usce-setting',
        'letters.us',
        'letters.educator',
        'list.too-short',
        'list.no-chance',
        'exam.step2-category',
        'interview.few',
      ],
    },
    {
      record: {
        ...oluwaseun,
        advisor: undefined,
        graduatesOn: '2018-07-06',
        bornOn: '1992-10-03',
        visa: { need: 'h1b-only' },
        exams: [
          { exam: 'step1', takenOn: '2020-11-16', score: 198, outcome: 'pass' },
          { exam: 'step2ck', takenOn: '2024-03-04', score: 215, outcome: 'pass' },
        ],
        practice: [],
        experiences: [
          { kind: 'clinical-job', us: false, handsOn: true, site: 'Ibadan Mainland Hospital', from: '2018-10-01', to: '2021-12-20' },
        ],
        redFlags: [{ kind: 'gap', from: '2022-01-01', to: '2022-11-30', explained: false }],
        programs: programList('internal-medicine', 180, { interviewed: 1, gold: 3, silver: 12, img: true }),
      },
      casework: { ...nothingOpen(on), meetings: [], plan: null, mentors: [] },
      shows: 'The very-high IMG tier by years since graduation, an H-1B need and no US clinical experience, all at once.',
      raises: [
        'img.tier',
        'visa.h1b-only',
        'exam.step3-for-visa',
        'exam.step1-numeric-low',
        'exam.score-age',
        'exam.step2-category',
        'exam.step2-below-screens',
        'timeline.graduation',
        'timeline.late-step2',
        'clinical.no-usce',
        'record.unexplained-gap',
        'interview.few',
        'care.no-advisor',
        'care.no-meeting',
        'care.no-plan',
        'care.no-mentor',
      ],
    },
    {
      record: {
        ...amina,
        visa: { need: 'j1-or-h1b' },
        graduatesOn: '2022-07-01',
        bornOn: '1997-03-25',
        exams: [
          { exam: 'step1', takenOn: '2021-09-20', score: 241, outcome: 'pass' },
          { exam: 'step2ck', takenOn: on(-1, '06-24'), score: 222, outcome: 'pass' },
        ],
        programs: programList('pediatrics', 160, { interviewed: 7, single: 5, img: true }),
      },
      shows: 'A strong numeric Step 1, then a much weaker Step 2 CK four years later: declining, first pass more than five years old.',
      raises: ['exam.declining', 'exam.score-age', 'exam.step2-category', 'img.tier', 'visa.h1b-only', 'timeline.late-step2'],
    },
    {
      record: {
        ...omar,
        graduatesOn: '2020-06-12',
        bornOn: '1994-01-19',
        exams: [
          { exam: 'step1', takenOn: '2019-08-05', score: 207, outcome: 'pass' },
          { exam: 'step2ck', takenOn: '2021-05-10', score: 209, outcome: 'pass' },
          { exam: 'step3', takenOn: '2024-09-12', score: 203, outcome: 'pass' },
        ],
        practice: [],
        programs: programList('family-medicine', 170, { interviewed: 5, single: 5, img: true }),
      },
      shows: 'A pass at 209, when 209 was the mark: below every screen that programs set.',
      raises: ['exam.step2-below-screens', 'exam.step2-category', 'exam.step1-numeric-low', 'img.tier', 'timeline.graduation'],
    },
  ];
}
