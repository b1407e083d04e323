import type { ApplicantCasework, Session } from '@matchwatch/contracts';
import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { examLabel, type OutreachFacts } from '@matchwatch/words';

/** What of a record and of the tasks goes into a message: only what an applicant may read of themselves. */
export function outreachFacts(
  record: ApplicantRecord,
  { plans, tasks }: Pick<ApplicantCasework, 'plans' | 'tasks'>,
  { user, school }: Pick<Session, 'user' | 'school'>,
  submitOn: Day | null,
): OutreachFacts {
  const { today } = school;
  const booked = (record.exams ?? [])
    .flatMap(({ exam, takenOn, bookedFor }) =>
      takenOn === undefined && bookedFor !== undefined && bookedFor >= today ? [{ exam, on: bookedFor }] : [],
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1))[0];
  const taken = (record.exams ?? [])
    .flatMap(({ exam, takenOn }) => (takenOn === undefined ? [] : [{ exam, on: takenOn }]))
    .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
  const drafts = new Set(plans.filter(({ state }) => state === 'draft').map(({ id }) => id));
  return {
    name: record.name.preferred ?? record.name.given,
    sender: user.name,
    school: school.name,
    exam: booked ? { name: examLabel(booked.exam), on: booked.on } : null,
    lastExam: taken ? { name: examLabel(taken.exam) } : null,
    tasks: tasks.filter(
      ({ owner, state, restricted, planId }) =>
        owner === 'applicant' && state === 'open' && !restricted && (planId === null || !drafts.has(planId)),
    ),
    documents: documents(record),
    submitOn: submitOn !== null && submitOn >= today ? submitOn : null,
  };
}

/** What the record knows to be open; what it does not tell is not named. */
function documents({ statement, letters }: ApplicantRecord): string[] {
  const waiting = letters?.filter(({ status }) => status === 'to-ask' || status === 'asked' || status === 'agreed').length ?? 0;
  return [
    ...(statement && statement.status !== 'final' ? ['the personal statement in its final form'] : []),
    ...(waiting > 0 ? [waiting === 1 ? 'one letter that is not uploaded yet' : `${waiting} letters that are not uploaded yet`] : []),
  ];
}
