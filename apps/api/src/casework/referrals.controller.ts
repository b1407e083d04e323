import {
  type CheckIn,
  type CheckInWrite,
  checkInSchema,
  checkInWriteSchema,
  type Referral,
  type ReferralChange,
  type ReferralWrite,
  referralChangeSchema,
  referralSchema,
  referralWriteSchema,
} from '@matchwatch/contracts';
import { dayIn, referralStates, referralTransitions, restrictedReferralKinds } from '@matchwatch/domain';
import {
  addCheckIn,
  addReferral,
  changeReferral,
  type Database,
  findReferral,
  listCheckInsOf,
  type ReferralRow,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, Headers, Inject, Post, Put, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.decorator.js';
import { versionOf } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { CaseworkWriter, savedVersion } from './casework-writer.js';

const ended = new Set<ReferralRow['state']>(['declined', 'completed', 'withdrawn']);

@ApiTags('Referrals')
@Controller('api/v1/applicants/:id')
export class ReferralsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly writer: CaseworkWriter,
  ) {}

  @Post('referrals')
  @NeedsOfApplicant('meeting.write')
  @Answers(referralSchema, {
    status: 201,
    summary: 'Refer somebody. To counselling and wellness, and after a check-in, only with the right to wellbeing.',
  })
  async refer(
    @PathId() id: number,
    @Body({ schema: referralWriteSchema }) write: ReferralWrite,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place, actions }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Referral> {
    if (!place) throw notFound('applicant');
    const restricted = restrictedReferralKinds.has(write.kind) || write.checkInId !== null;
    if (restricted && !actions.includes('wellbeing.write')) {
      throw new ProblemError(403, 'That is not allowed: this referral needs the right to wellbeing.');
    }
    if (write.madeOn > dayIn(school.timeZone, this.now())) throw refusedField('madeOn', 'is still to come');
    const referralId = await this.writer.write(request, [place], async (transaction, mark) => {
      const referralId = await addReferral(transaction, school.id, id, { ...write, restricted }, mark);
      if (referralId === undefined) throw refusedField('checkInId', 'is no check-in of this applicant');
      const { kind, madeOn, dueOn } = write;
      const told = {
        event: 'referral.made',
        applicantId: id,
        subject: `referral ${referralId}`,
        // The audit is read by more people than may know of it.
        after: restricted ? { restricted } : { kind, madeOn, dueOn },
      } as const;
      return { result: referralId, slot: `referral:${referralId}:v1`, told: [told] };
    });
    return this.referral(school.id, id, referralId, ['wellbeing.view']);
  }

  @Put('referrals/:referralId')
  @NeedsOfApplicant('meeting.write')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version the change is based on.' })
  @Answers(referralSchema, { summary: 'What came of a referral, or another deadline.' })
  async change(
    @PathId() id: number,
    @PathId('referralId') referralId: number,
    @Body({ schema: referralChangeSchema }) { state, dueOn, on, outcome }: ReferralChange,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place, actions }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Referral> {
    const version = versionOf(ifMatch);
    const before = await this.referral(school.id, id, referralId, actions);
    if (!place) throw notFound('applicant');
    const day = on ?? dayIn(school.timeZone, this.now());
    if (dueOn < before.madeOn) throw refusedField('dueOn', 'must not be before the day it is made');
    if (day < before.madeOn || day > dayIn(school.timeZone, this.now()))
      throw refusedField('on', 'must lie between the referral and today');
    const acceptedOn = state === 'accepted' && before.state !== 'accepted' ? day : before.acceptedOn;
    const endedOn = ended.has(state) ? (before.state === state ? before.endedOn : day) : null;
    const from = referralStates.filter((each) => referralTransitions[each].includes(state));
    await this.writer.write(request, [place], async (transaction, mark) => {
      const change = { state, dueOn, acceptedOn, endedOn, outcome };
      const at = { applicantId: id, id: referralId, version };
      const saved = savedVersion(await changeReferral(transaction, school.id, at, change, from, mark), 'referral');
      const told = {
        event: 'referral.changed',
        applicantId: id,
        subject: `referral ${referralId}`,
        before: before.restricted ? { version } : { version, state: before.state, dueOn: before.dueOn },
        after: before.restricted ? { version: saved } : { version: saved, state, dueOn },
      } as const;
      return { result: undefined, slot: `referral:${referralId}:v${saved}`, told: [told] };
    });
    return this.referral(school.id, id, referralId, actions);
  }

  @Post('check-ins')
  @NeedsOfApplicant('wellbeing.write')
  @Answers(checkInSchema, { status: 201, summary: 'Note how an applicant said they are, and whether they asked for help.' })
  async checkIn(
    @PathId() id: number,
    @Body({ schema: checkInWriteSchema }) write: CheckInWrite,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<CheckIn> {
    if (!place) throw notFound('applicant');
    if (write.on > dayIn(school.timeZone, this.now())) throw refusedField('on', 'is still to come');
    const checkInId = await this.writer.write(request, [place], async (transaction, mark) => {
      const checkInId = await addCheckIn(transaction, school.id, id, write, mark);
      const told = { event: 'check-in.noted', applicantId: id, subject: `check-in ${checkInId}`, after: { on: write.on } } as const;
      return { result: checkInId, slot: `check-in:${checkInId}`, told: [told] };
    });
    const noted = (await listCheckInsOf(this.db, school.id, id)).find((each) => each.id === checkInId);
    if (!noted) throw new Error(`Check-in ${checkInId} was noted and is not there`);
    return noted;
  }

  private async referral(schoolId: string, id: number, referralId: number, actions: readonly string[]): Promise<ReferralRow> {
    const referral = await findReferral(this.db, schoolId, id, referralId);
    if (!referral || (referral.restricted && !actions.includes('wellbeing.view'))) throw notFound('referral');
    return referral;
  }
}
