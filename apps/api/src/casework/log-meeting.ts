import type { ApplicantPlace } from '@matchwatch/domain';
import {
  addMeeting,
  type Database,
  dropMeetingDrafts,
  followNextStep,
  type Mark,
  type MeetingContent,
  type StandingSession,
} from '@matchwatch/store';
import { toldOfMeeting } from './meeting-content.js';

/** The next step of a meeting as a task is made of it. */
export const nextStepOf = (applicantId: number, meetingId: number, { nextStep, nextOn, restricted }: MeetingContent) => ({
  applicantId,
  meetingId,
  title: nextStep,
  dueOn: nextOn,
  restricted,
});

/** Logs a meeting with one applicant, with the task of its next step. */
export async function logOne(
  transaction: Database,
  { school, person }: StandingSession,
  { applicantId }: ApplicantPlace,
  content: MeetingContent,
  mark: Mark,
): Promise<number> {
  const meetingId = await addMeeting(transaction, school.id, applicantId, content, mark);
  if (content.nextStep !== null) {
    await followNextStep(transaction, school.id, nextStepOf(applicantId, meetingId, content), person.id, mark);
  }
  await dropMeetingDrafts(transaction, school.id, [applicantId], person.id);
  return meetingId;
}

/** What the audit tells of it. */
export const toldOfLog = (applicantId: number, meetingId: number, content: MeetingContent) =>
  ({ event: 'meeting.logged', applicantId, subject: `meeting ${meetingId}`, after: toldOfMeeting(content) }) as const;
