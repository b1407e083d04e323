import * as d from '@matchwatch/domain';
import fc from 'fast-check';

const line = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength }),
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '|', ':', ' ', 'ａ', '＝', 'é', 'none', '?'),
        maxLength: 8,
      }),
      fc.constantFrom('none', '?', "'none", '=cmd|x!A1', 'O"Brien', '"', '-5', 'a,b', '; drop'),
    )
    .map((text) => text.trim())
    .filter((text) => text.length > 0 && text.length <= maxLength && !/[\u0000-\u001f\u007f\ud800-\udfff]/u.test(text));
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => d.toDay(date.toISOString().slice(0, 10)));
const specialty = fc.constantFrom(...d.specialtyKeys);
const of = <const T extends readonly unknown[]>(choices: T): fc.Arbitrary<T[number]> => fc.constantFrom(...choices);
const score = fc.oneof(fc.nat(300), fc.double({ min: 0, max: 300, noNaN: true }).map(Math.abs));
const yes = fc.boolean();

/** An object with the required keys always and the others now and then, never undefined ones, never empty. */
function some<T extends object>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  requiredKeys: (keyof T & string)[] = [],
): fc.Arbitrary<Partial<T>> {
  return fc.record(model, { requiredKeys }).filter((each) => Object.keys(each).length > 0) as fc.Arbitrary<Partial<T>>;
}
const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 4 });
const ordered = <T extends { from?: d.Day; to?: d.Day }>(item: T): boolean =>
  item.from === undefined || item.to === undefined || item.from <= item.to;
const email = fc.constantFrom('ada@example.edu', 'o.brien@example.edu', 'a+b@example.edu');

/** Any valid record: hostile texts, unknown facts, lists that are absent and lists that are empty. */
export const arbitraryRecord: fc.Arbitrary<d.ApplicantRecord> = some<d.ApplicantRecord>(
  {
    externalId: line(20),
    name: some({ given: line(30), family: line(30), preferred: line(10) }, ['given', 'family']) as fc.Arbitrary<d.ApplicantRecord['name']>,
    email,
    season: fc.integer({ min: 2000, max: 2100 }),
    applicantType: of(d.applicantTypes),
    school: fc.constant('demo'),
    graduatesOn: day,
    bornOn: day,
    visa: fc.record({ need: of(d.visaNeeds) }),
    advisor: email,
    couplesWith: line(10),
    exams: list(
      fc.oneof(
        some<d.Exam>({ exam: of(d.examNames), takenOn: day, score: fc.nat(300), outcome: of(d.examOutcomes) }, ['exam', 'takenOn']),
        some<d.Exam>({ exam: of(d.examNames), bookedFor: day, backupDate: day }, ['exam', 'bookedFor']),
      ) as fc.Arbitrary<d.Exam>,
    ),
    practice: list(fc.record({ for: of(d.examNames), kind: of(d.practiceKinds), takenOn: day, score })),
    study: some({ questionBankPct: fc.double({ min: 0, max: 100, noNaN: true }).map(Math.abs), fullLengthDays: fc.nat(100), asOf: day }),
    clerkships: list(
      some<d.Clerkship>({ name: line(40), core: yes, grade: of(d.clerkshipGrades), shelf: fc.nat(100), endedOn: day }, [
        'name',
      ]) as fc.Arbitrary<d.Clerkship>,
    ),
    experiences: list(
      some<d.Experience>(
        { kind: of(d.experienceKinds), specialty, us: yes, handsOn: yes, acgmeSite: yes, site: line(40), from: day, to: day },
        ['kind'],
      ).filter(ordered) as fc.Arbitrary<d.Experience>,
    ),
    letters: list(
      some<d.Letter>(
        { writer: of(d.letterWriters), specialty, us: yes, status: of(d.letterStatuses), strength: of(d.letterStrengths), askedOn: day },
        ['writer', 'status'],
      ) as fc.Arbitrary<d.Letter>,
    ),
    scholarly: list(
      some<d.ScholarlyWork>({ kind: of(d.scholarlyKinds), status: of(d.scholarlyStatuses), specialty, on: day }, [
        'kind',
        'status',
      ]) as fc.Arbitrary<d.ScholarlyWork>,
    ),
    redFlags: list(
      some<d.RedFlag>({ kind: of(d.redFlagKinds), from: day, to: day, explained: yes }, ['kind']).filter(
        ordered,
      ) as fc.Arbitrary<d.RedFlag>,
    ),
    specialtyPlan: some<d.SpecialtyPlan>({
      primary: specialty,
      backups: list(some<d.Backup>({ specialty, acceptable: yes }, ['specialty']) as fc.Arbitrary<d.Backup>),
      dualApplying: yes,
      geography: of(d.geographies),
      priority: of(d.planPriorities),
    }) as fc.Arbitrary<d.SpecialtyPlan>,
    statement: some({ status: of(d.statementStatuses), reviewedOn: day }, ['status']) as fc.Arbitrary<
      NonNullable<d.ApplicantRecord['statement']>
    >,
    interviewPrep: some({ accountRehearsedOn: day, mockInterviews: fc.nat(20) }),
    programs: list(
      some<d.ProgramChoice>(
        {
          program: line(40),
          specialty,
          track: of(d.programTracks),
          setting: of(d.programSettings),
          band: of(d.programBands),
          status: of(d.programStatuses),
          signal: of(d.programSignals),
          sponsorsJ1: yes,
          sponsorsH1b: yes,
          takesImg: yes,
          takesFailedAttempt: yes,
          minimumStep2: fc.integer({ min: 1, max: 300 }),
          maximumYearsSinceGraduation: fc.nat(60),
          letters: fc.nat(50),
          interviewedOn: day,
        },
        ['program'],
      ) as fc.Arbitrary<d.ProgramChoice>,
    ),
    contingency: some({ path: of(d.contingencyPaths), soapStatement: yes, generalLetters: yes }),
    match: some({ registeredOn: fc.option(day), rankListCertifiedOn: fc.option(day), outcome: fc.option(of(d.matchOutcomes)) }),
  },
  ['externalId', 'name', 'season', 'applicantType'],
) as fc.Arbitrary<d.ApplicantRecord>;
