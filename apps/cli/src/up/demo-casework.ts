import { type DemoCasework, demoCasework } from '@matchwatch/demo';
import type { ApplicantRecord, Day } from '@matchwatch/domain';
import {
  addAdvocacy,
  addMeeting,
  addPlan,
  addReferral,
  agreePlan,
  changeAdvocacy,
  type Database,
  type DataSource,
  findPlaceByExternalId,
  findProgramsOfList,
  followNextStep,
  listTasksOf,
  type Mark,
  moveTask,
  type Person,
  refreshCaseworkDays,
} from '@matchwatch/store';

interface Writing {
  db: Database;
  schoolId: string;
  applicantId: number;
  mark: (on: Day) => Mark;
}

/** Gives the fictional school what it has done so far: meetings, plans with their tasks, referrals, through the same functions as the service. */
export async function bringCasework(
  database: DataSource,
  schoolId: string,
  people: readonly Person[],
  records: readonly ApplicantRecord[],
  setting: { asOf: Day; season: number; seed: number },
): Promise<void> {
  const byEmail = new Map(people.map((person) => [person.email, person]));
  const advisorOf = new Map(records.map(({ externalId, advisor }) => [externalId, byEmail.get(advisor?.toLowerCase() ?? '')]));
  await database.transaction(async (db) => {
    const ids: number[] = [];
    for (const work of demoCasework(records, setting)) {
      const place = await findPlaceByExternalId(db, schoolId, work.externalId);
      const advisor = advisorOf.get(work.externalId);
      if (!place || !advisor) continue;
      // In the afternoon of the day.
      const mark = (on: Day): Mark => ({ by: advisor.id, at: new Date(`${on < setting.asOf ? on : setting.asOf}T18:00:00Z`) });
      await write({ db, schoolId, applicantId: place.applicantId, mark }, advisor.id, work, setting.asOf);
      ids.push(place.applicantId);
    }
    await refreshCaseworkDays(db, schoolId, ids);
  });
}

async function write({ db, schoolId, applicantId, mark }: Writing, advisorId: number, work: DemoCasework, asOf: Day): Promise<void> {
  for (const { nextStep, nextOn, nextDoneOn, advised, ...meeting } of work.meetings) {
    const said = { minutes: 30, with: 'advisor', staffIds: [advisorId], others: [], nextStep, nextOn, advised } as const;
    const id = await addMeeting(db, schoolId, applicantId, { ...meeting, ...said }, mark(meeting.on));
    if (nextStep === null) continue;
    await followNextStep(
      db,
      schoolId,
      { applicantId, meetingId: id, title: nextStep, dueOn: nextOn, restricted: false },
      advisorId,
      mark(meeting.on),
    );
    if (nextDoneOn === null) continue;
    const step = (await listTasksOf(db, schoolId, applicantId)).find(({ meetingId }) => meetingId === id);
    const done = { to: 'done', from: ['open'], doneOn: nextDoneOn, outcome: null } as const;
    if (step) await moveTask(db, schoolId, { applicantId, id: step.id, version: 1 }, done, mark(nextDoneOn));
  }
  if (work.plan) await writePlan({ db, schoolId, applicantId, mark }, work.plan, asOf);
  if (work.advocacy) {
    const { outcome, outcomeOn, ...told } = work.advocacy;
    const [row] = await findProgramsOfList(db, schoolId, [{ program: told.program, specialty: told.specialty ?? undefined }]);
    const spoken = { ...told, programId: row?.id ?? null, contact: 'program-director', contactName: null } as const;
    const id = await addAdvocacy(db, schoolId, applicantId, spoken, mark(told.on));
    if (id !== undefined && outcomeOn !== null)
      await changeAdvocacy(db, schoolId, { applicantId, id, version: 1 }, { outcome, outcomeOn, outcomeNote: null }, mark(outcomeOn));
  }
  if (work.referral) {
    await addReferral(db, schoolId, applicantId, { ...work.referral, restricted: false, checkInId: null }, mark(work.referral.madeOn));
  }
}

async function writePlan(
  { db, schoolId, applicantId, mark }: Writing,
  { agreedOn, tasks, goals }: NonNullable<DemoCasework['plan']>,
  asOf: Day,
): Promise<void> {
  const begunOn = agreedOn ?? asOf;
  const content = {
    tasks: tasks.map(({ advice, phase, owner, title, dueOn }) => {
      return { advice, phase, owner, title, dueOn, answers: [], ownerId: null, remindOn: null, restricted: false };
    }),
    goals,
    phases: [],
  };
  const id = await addPlan(db, schoolId, applicantId, content, mark(begunOn));
  if (id === undefined || agreedOn === null) return;
  await agreePlan(db, schoolId, { applicantId, id, version: 1 }, { on: agreedOn, with: 'the applicant' }, mark(agreedOn));
  const done = new Map(tasks.flatMap(({ title, doneOn }) => (doneOn === null ? [] : [[title, doneOn] as const])));
  for (const { id: taskId, title, planId } of await listTasksOf(db, schoolId, applicantId)) {
    const doneOn = planId === id ? done.get(title) : undefined;
    if (doneOn === undefined) continue;
    await moveTask(
      db,
      schoolId,
      { applicantId, id: taskId, version: 1 },
      { to: 'done', from: ['open'], doneOn, outcome: null },
      mark(doneOn),
    );
  }
}
