import type { CastMember, SeasonDays } from './cast-member.js';
import { programList, solidRecord } from './solid-record.js';

/** Those whose data, not whose case, is the matter. */
export function dataCast(days: SeasonDays): CastMember[] {
  const { on } = days;
  const ivy = solidRecord(days, {
    externalId: 'S-0028',
    given: 'Ivy',
    family: 'Sørensen',
    type: 'us-md',
    specialty: 'pathology',
    backup: 'internal-medicine',
    step2: 242,
  });
  const theo = solidRecord(days, {
    externalId: 'S-0029',
    given: 'Theo',
    family: 'Papadakis',
    type: 'us-md',
    specialty: 'pediatrics',
    backup: 'family-medicine',
    step2: 240,
    advisor: 'helen.marsh@example.edu',
  });
  const staleUntil = (day: string | null | undefined) => day === undefined || day === null || day < on(-1, '09-15');
  return [
    {
      record: {
        externalId: 'S-0027',
        name: { given: 'Kwame', family: 'Darko' },
        email: 'kwame.darko@example.edu',
        season: days.season,
        applicantType: 'us-md',
        specialtyPlan: { primary: 'pediatrics' },
      },
      shows: 'Nothing is known of his exams: not assessable, which is not the same as on track.',
      raises: ['data.missing'],
    },
    {
      record: {
        ...ivy,
        exams: [
          { exam: 'step1', takenOn: on(-2, '02-20'), outcome: 'pass' },
          { exam: 'step2ck', takenOn: on(-1, '06-24'), score: 212, outcome: 'pass' },
          { exam: 'step2ck', takenOn: on(-1, '06-24'), score: 242, outcome: 'pass' },
        ],
      },
      shows: 'Two results on one day, one of them a pass below the mark: somebody mistyped.',
      raises: ['data.impossible'],
    },
    {
      record: {
        ...theo,
        experiences: theo.experiences?.filter(({ to }) => staleUntil(to)),
        interviewPrep: { mockInterviews: 2 },
        programs: programList('pediatrics', 40, { interviewed: 11, single: 5 }),
        match: undefined,
      },
      shows: 'A good record that nobody has touched since September.',
      raises: ['data.stale'],
    },
  ];
}
