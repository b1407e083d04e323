import type { Config } from '@matchwatch/config';
import { type Outreach, type OutreachWrite, outreachSchema, outreachWriteSchema } from '@matchwatch/contracts';
import { type MailOutcome, sendMail } from '@matchwatch/mail';
import {
  addOutreach,
  type Database,
  endOutreach,
  findRecord,
  listOutreachTo,
  type OutreachEnd,
  type StandingSession,
} from '@matchwatch/store';
import { mailFaultText } from '@matchwatch/words';
import { Body, Controller, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { toOutreach } from './casework-answer.js';
import { CaseworkWriter } from './casework-writer.js';

@ApiTags('Outreach')
@Controller('api/v1/applicants/:id/outreach')
export class OutreachController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly writer: CaseworkWriter,
  ) {}

  @Post()
  @NeedsOfApplicant('meeting.write')
  @Answers(outreachSchema, {
    status: 201,
    summary: 'Send an applicant a message by mail, once, in the name of who asks; or note one sent by hand.',
  })
  async send(
    @PathId() id: number,
    @Body({ schema: outreachWriteSchema }) { how, ...message }: OutreachWrite,
    @CurrentSession() { school, person }: StandingSession,
    @CurrentAccess() { place }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Outreach> {
    const standing = await findRecord(this.db, school.id, id);
    if (!place || !standing) throw notFound('applicant');
    const address = standing.record.email ?? null;
    if (how === 'mail' && this.config.smtpUrl === undefined) throw new ProblemError(409, 'No mail server is configured here.');
    if (how === 'mail' && address === null) throw new ProblemError(409, 'The record has no e-mail address to send to.');
    const state = how === 'mail' ? ('sending' as const) : ('by-hand' as const);
    const outreachId = await this.writer.write(request, [place], async (transaction, mark) => {
      const outreachId = await addOutreach(transaction, school.id, id, { ...message, address, state }, mark);
      const told = {
        event: 'outreach.sent',
        applicantId: id,
        subject: `message ${outreachId}`,
        after: { template: message.template, how },
      } as const;
      return { result: outreachId, slot: null, told: [told] };
    });
    if (how === 'mail' && address !== null) {
      const outcome = await sendMail(this.config, { to: address, sender: person, subject: message.subject, text: message.body });
      await endOutreach(this.db, school.id, outreachId, endOf(outcome), this.now());
      if (outcome.state !== 'sent') request.log.warn({ outreachId, state: outcome.state }, 'a message was not sent');
    }
    const sent = (await listOutreachTo(this.db, school.id, id, this.now())).find((each) => each.id === outreachId);
    if (!sent) throw new Error(`Message ${outreachId} was written and is not there`);
    return toOutreach(sent);
  }
}

/** Nothing is sent again by itself in somebody's name: what another try may send has failed, too. */
const endOf = (outcome: MailOutcome): OutreachEnd =>
  outcome.state === 'sent'
    ? outcome
    : { state: outcome.state === 'uncertain' ? 'uncertain' : 'failed', failure: mailFaultText(outcome.fault, outcome.reply) };
