import type { Config } from '@matchwatch/config';
import { type ApplicantCasework, caseworkSchema } from '@matchwatch/contracts';
import {
  appendLook,
  type Database,
  listAdvocaciesOf,
  listCheckInsOf,
  listChecklistsOf,
  listColleagues,
  listMeetingsOf,
  listOutreachTo,
  listPlansOf,
  listReferralsOf,
  listTasksOf,
  type StandingSession,
} from '@matchwatch/store';
import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { auditLine } from '../audit/audit-line.js';
import { Answers } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { toMeeting, toOutreach, toPlan, toTask } from './casework-answer.js';

/** Looks at the casework of one applicant within this time are noted as one. */
export const oneLookMinutes = 10;

@ApiTags('Casework')
@Controller('api/v1/applicants/:id/casework')
export class CaseworkController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @NeedsOfApplicant('notes.view')
  @Answers(caseworkSchema, {
    summary: 'Meetings, plans, tasks, checklists, referrals, messages and who spoke for one applicant, in one request.',
  })
  async read(
    @PathId() id: number,
    @CurrentSession() { school, person }: StandingSession,
    @CurrentAccess() { actions }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<ApplicantCasework> {
    const now = this.now();
    await appendLook(this.db, school.id, auditLine(request, 'casework.viewed', now, { applicantId: id }), oneLookMinutes);
    const wellbeing = actions.includes('wellbeing.view');
    const [meetings, plans, tasks, checklists, referrals, checkIns, outreach, advocacies, colleagues] = await Promise.all([
      listMeetingsOf(this.db, school.id, id),
      listPlansOf(this.db, school.id, id),
      listTasksOf(this.db, school.id, id),
      listChecklistsOf(this.db, school.id, id),
      listReferralsOf(this.db, school.id, id),
      wellbeing ? listCheckInsOf(this.db, school.id, id) : null,
      listOutreachTo(this.db, school.id, id, now),
      listAdvocaciesOf(this.db, school.id, id),
      listColleagues(this.db, school.id),
    ]);
    return {
      meetings: meetings.map((each) => toMeeting(each, wellbeing)),
      plans: plans.map(toPlan),
      tasks: tasks.filter(({ restricted }) => wellbeing || !restricted).map(toTask),
      checklists: checklists.map(({ startedAt, ...each }) => ({
        ...each,
        startedAt: startedAt.toISOString(),
      })) as ApplicantCasework['checklists'],
      referrals: referrals.filter(({ restricted }) => wellbeing || !restricted),
      checkIns,
      outreach: outreach.map(toOutreach),
      advocacies,
      people: colleagues.map(({ id: personId, name }) => ({ id: personId, name, isMe: personId === person.id })),
      mail: this.config.smtpUrl !== undefined,
    };
  }
}
