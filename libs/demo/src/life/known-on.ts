import {
  type ApplicantRecord,
  type Day,
  dayNumber,
  type Exam,
  type Experience,
  type Letter,
  type ProgramChoice,
  programStatuses,
  type SpecialtyPlan,
} from '@matchwatch/domain';
import { calendarOf, dayText, type SeasonCalendar } from '../season-calendar.js';
import type { Life, Pace } from './life.js';
import { lineAt, linesOf } from './programs.js';

/** The record of a life as a school knows it on a day: nothing later, and what is under way at the stage it has reached. */
export function knownOn({ record, pace, turns }: Life, today: Day): ApplicantRecord {
  const now = dayNumber(today);
  let known = factsOn(record, pace, today, now);
  if (turns !== undefined) for (const { from, until, retell } of turns) if (now >= from && now < until) known = retell(known);
  return known;
}

function factsOn(record: ApplicantRecord, pace: Pace, today: Day, now: number): ApplicantRecord {
  const calendar = calendarOf(record.season);
  const known: ApplicantRecord = {
    externalId: record.externalId,
    name: record.name,
    season: record.season,
    applicantType: record.applicantType,
  };
  if (record.email !== undefined) known.email = record.email;
  if (record.graduatesOn !== undefined && now >= pace.graduationFrom) known.graduatesOn = record.graduatesOn;
  if (record.bornOn !== undefined) known.bornOn = record.bornOn;
  if (record.visa !== undefined && now >= pace.visaFrom) known.visa = record.visa;
  if (record.advisor !== undefined && now >= pace.advisorFrom) known.advisor = record.advisor;
  if (record.couplesWith !== undefined && now >= pace.decidesOn) known.couplesWith = record.couplesWith;
  if (record.exams !== undefined && now >= pace.examsFrom) {
    known.exams = exams(record.exams, pace, today, now);
    if (record.practice !== undefined) known.practice = record.practice.filter(({ takenOn }) => takenOn <= today);
    const study = studied(record, today, now);
    if (study !== undefined) known.study = study;
  }
  if (record.clerkships !== undefined) {
    const gradedBy = dayText(now - pace.gradeAfter);
    known.clerkships = record.clerkships
      .filter(({ endedOn }) => endedOn === undefined || endedOn <= today)
      .map((clerkship) => {
        if (clerkship.endedOn === undefined || clerkship.endedOn <= gradedBy) return clerkship;
        const { grade: _grade, shelf: _shelf, ...ended } = clerkship;
        return ended;
      });
  }
  if (record.experiences !== undefined) known.experiences = experiences(record.experiences, today);
  if (record.letters !== undefined && now >= calendar.januaries[1] + 59) known.letters = letters(record.letters, pace, now);
  if (record.scholarly !== undefined) known.scholarly = record.scholarly.filter(({ on }) => on === undefined || on <= today);
  if (record.redFlags !== undefined) known.redFlags = record.redFlags.filter(({ from }) => from === undefined || from <= today);
  const plan = planned(record.specialtyPlan, pace, now);
  if (plan !== undefined) known.specialtyPlan = plan;
  if (record.statement !== undefined && now >= pace.draftOn) {
    const { status, reviewedOn } = record.statement;
    const reviewed = reviewedOn !== undefined && reviewedOn <= today;
    const final = now >= pace.finalOn || status !== 'final';
    known.statement = { status: final ? status : reviewed ? 'reviewed' : 'draft', ...(reviewed ? { reviewedOn } : {}) };
  }
  prepare(known, record, pace, today, now);
  const list = programs(record, pace, calendar, now);
  if (list !== undefined) known.programs = list;
  if (record.contingency !== undefined && now >= pace.contingencyOn) known.contingency = record.contingency;
  if (record.match !== undefined) {
    const match: NonNullable<ApplicantRecord['match']> = {};
    const { registeredOn, rankListCertifiedOn, outcome } = record.match;
    if (registeredOn && registeredOn <= today) match.registeredOn = registeredOn;
    if (rankListCertifiedOn && rankListCertifiedOn <= today) match.rankListCertifiedOn = rankListCertifiedOn;
    else if (match.registeredOn && now >= calendar.januaries[2] + 31) match.rankListCertifiedOn = null;
    if (outcome && now >= calendar.matchDay) match.outcome = outcome;
    if (Object.keys(match).length > 0) known.match = match;
  }
  return known;
}

/** The pace of somebody whose record was written by hand: everything at its usual time. */
export function usualPace(record: ApplicantRecord): Pace {
  const { januaries, submit, review } = calendarOf(record.season);
  const [early, application, match] = januaries;
  return {
    advisorFrom: early + 240,
    examsFrom: 0,
    graduationFrom: 0,
    visaFrom: 0,
    bookedAhead: 120,
    resultAfter: 21,
    gradeAfter: 21,
    uploadAfter: 30,
    decidesOn: early + 300,
    backupsOn: application + 45,
    draftOn: submit - 70,
    finalOn: submit - 16,
    mocksFrom: review,
    listFrom: submit - 70,
    listBy: submit - 28,
    contingencyOn: match + 5,
  };
}

function exams(all: readonly Exam[], pace: Pace, today: Day, now: number): Exam[] {
  const known: Exam[] = [];
  const reportedBy = dayText(now - pace.resultAfter);
  const bookedBy = dayText(now + pace.bookedAhead);
  let waiting = false;
  for (const exam of all) {
    const { takenOn } = exam;
    if (takenOn === undefined) {
      if (exam.bookedFor !== undefined && exam.bookedFor <= bookedBy && !waiting) known.push(exam);
    } else if (takenOn <= reportedBy) known.push(exam);
    else if (takenOn <= today) {
      known.push({ exam: exam.exam, takenOn, outcome: 'pending' });
      waiting = true;
    } else if (takenOn <= bookedBy && !known.some((other) => other.exam === exam.exam && other.outcome === 'pending')) {
      // A second sitting is booked only once the first has its result.
      if (!known.some((other) => other.exam === exam.exam && other.bookedFor !== undefined))
        known.push({ exam: exam.exam, bookedFor: takenOn });
    }
  }
  return known;
}

/** The question bank fills in the ten weeks before Step 2 CK, told every Monday; it is nearly done three weeks ahead. */
function studied({ study }: ApplicantRecord, today: Day, now: number): ApplicantRecord['study'] {
  if (study?.asOf === undefined || study.asOf <= today) return study;
  const monday = now - ((now + 3) % 7);
  const weeksLeft = (dayNumber(study.asOf) - monday) / 7;
  if (weeksLeft > 10) return undefined;
  return {
    questionBankPct: Math.round((study.questionBankPct ?? 0) * Math.min(1, 1.2 - weeksLeft / 12)),
    fullLengthDays: weeksLeft > 2 ? 0 : 1,
    asOf: dayText(monday),
  };
}

function experiences(all: readonly Experience[], today: Day): Experience[] {
  return all
    .filter(({ from }) => from === undefined || from <= today)
    .map((experience) => {
      if (experience.to === undefined || experience.to <= today) return experience;
      const { to: _to, ...ongoing } = experience;
      return ongoing;
    });
}

function letters(all: readonly Letter[], pace: Pace, now: number): Letter[] {
  const known: Letter[] = [];
  all.forEach((letter, i) => {
    const asked = letter.askedOn === undefined ? 0 : dayNumber(letter.askedOn);
    const age = now - asked;
    if (age < -14) return;
    if (letter.status !== 'uploaded' && age >= 0) known.push(letter);
    else if (age >= pace.uploadAfter + 4 * i) known.push(letter);
    else {
      const { askedOn, strength: _strength, ...rest } = letter;
      const dated = age < 0 || askedOn === undefined ? {} : { askedOn };
      known.push({ ...rest, status: age < 0 ? 'to-ask' : age < 6 ? 'asked' : 'agreed', ...dated });
    }
  });
  return known;
}

function planned(plan: SpecialtyPlan | undefined, pace: Pace, now: number): SpecialtyPlan | undefined {
  if (plan === undefined || now < pace.decidesOn) return undefined;
  const stands = pace.firstPlan !== undefined && now < (pace.advisedOn ?? 0) ? pace.firstPlan : plan;
  if (now >= pace.backupsOn) return stands;
  const first: SpecialtyPlan = {};
  if (stands.primary !== undefined) first.primary = stands.primary;
  if (stands.geography !== undefined) first.geography = stands.geography;
  return first;
}

function prepare(known: ApplicantRecord, { interviewPrep }: ApplicantRecord, pace: Pace, today: Day, now: number): void {
  if (interviewPrep === undefined || now < pace.mocksFrom) return;
  const { accountRehearsedOn, mockInterviews } = interviewPrep;
  const held = mockInterviews === undefined ? undefined : Math.min(mockInterviews, 1 + Math.floor((now - pace.mocksFrom) / 14));
  const done: NonNullable<ApplicantRecord['interviewPrep']> = {};
  if (accountRehearsedOn !== undefined && accountRehearsedOn <= today) done.accountRehearsedOn = accountRehearsedOn;
  if (held !== undefined) done.mockInterviews = held;
  known.interviewPrep = done;
}

function programs(record: ApplicantRecord, pace: Pace, calendar: SeasonCalendar, now: number): ProgramChoice[] | undefined {
  if (now < pace.listFrom) return undefined;
  const specialty = record.specialtyPlan?.primary;
  const ranking = now >= calendar.januaries[2] + 31;
  if (pace.programs === undefined || specialty === undefined) return written(record.programs, pace, calendar, now, ranking);
  const { entries, gold, silver, single, invitedOn, interviewOn } = pace.programs;
  const size = grown(entries.length, pace, now);
  const signalled = now >= calendar.submit - 10;
  const lines = linesOf(specialty);
  const list: ProgramChoice[] = [];
  for (let i = 0; i < size; i++) {
    const status = stage(now, calendar.submit, invitedOn[i], interviewOn[i], ranking);
    const signal = !signalled ? 0 : i < gold ? 1 : i < gold + silver ? 2 : i < gold + silver + single ? 3 : 0;
    const band = i % 5 === 0 ? 0 : i % 4 === 1 ? 2 : 1;
    const line = lineAt(lines, specialty, entries[i] as number, band, status, signal);
    list.push(
      status < programStatuses.indexOf('interviewed') ? line : interviewed(line, interviewOn[i] as number, entries[i] as number, now),
    );
  }
  return list;
}

/** A line whose interview is over: most applicants send a thank-you the next day, and some programs are never thanked. */
function interviewed(line: ProgramChoice, interviewOn: number, entry: number, now: number): ProgramChoice {
  const known: ProgramChoice = { ...line, interviewedOn: dayText(interviewOn) };
  if (entry % 60 !== 0 && now > interviewOn) known.thankedOn = dayText(interviewOn + 1);
  return known;
}

/** A list written by hand, at the stage it had reached: its interviews come one by one from October to January. */
function written(
  list: ProgramChoice[] | undefined,
  pace: Pace,
  calendar: SeasonCalendar,
  now: number,
  ranking: boolean,
): ProgramChoice[] | undefined {
  if (list === undefined || now >= calendar.januaries[2] + 31) return list;
  const today = dayText(now);
  return list.slice(0, grown(list.length, pace, now)).map((program) => {
    const { signal, interviewedOn, thankedOn, ...rest } = program;
    const interviewOn = interviewedOn === undefined ? undefined : dayNumber(interviewedOn);
    const invitedOn = interviewOn === undefined ? undefined : interviewOn - 18;
    return {
      ...rest,
      status: programStatuses[stage(now, calendar.submit, invitedOn, interviewOn, ranking)],
      ...(signal === undefined || now < calendar.submit - 10 ? {} : { signal }),
      ...(interviewedOn === undefined || interviewedOn > today ? {} : { interviewedOn }),
      ...(thankedOn === undefined || thankedOn > today ? {} : { thankedOn }),
    };
  });
}

/** How many lines a list has while it is being written, two or three days at a time. */
function grown(size: number, { listFrom, listBy }: Pace, now: number): number {
  if (now >= listBy) return size;
  return Math.max(1, Math.floor((size * (now - listFrom)) / Math.max(1, listBy - listFrom)));
}

/** The place in `programStatuses` that a line has reached. */
function stage(now: number, submit: number, invitedOn: number | undefined, interviewOn: number | undefined, ranking: boolean): number {
  if (now < submit) return 0;
  if (interviewOn !== undefined && now >= interviewOn) return ranking ? 4 : 3;
  if (invitedOn !== undefined && now >= invitedOn) return 2;
  return 1;
}
