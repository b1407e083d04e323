import type { Config } from '@matchwatch/config';
import { type Invitation, type InvitationTake, invitationSchema, invitationTakeSchema, invitationTokenSchema } from '@matchwatch/contracts';
import {
  addInvitedPerson,
  appendAudit,
  type Database,
  findInvitation,
  findSchool,
  joinPerson,
  type OpenInvitation,
  type Pool,
  saveSchool,
  takeInvitation,
} from '@matchwatch/store';
import { Body, Controller, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersNothing } from '../http/answers.decorator.js';
import { ProblemError, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { Open } from '../session/open.decorator.js';
import { demandPasswords } from '../session/ways-in.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';

/** One-time links: what a person does before they can sign in. A token is 256 bits, so there is nothing to guess and nothing to limit. */
@ApiTags('People')
@Controller('api/v1/invitations')
@Open()
export class InvitationsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Post('look')
  @Answers(invitationSchema, { summary: 'What a one-time link is for.' })
  async look(@Body({ schema: invitationTokenSchema }) { token }: z.output<typeof invitationTokenSchema>): Promise<Invitation> {
    const found = await findInvitation(this.db, token, this.now());
    if (!found) throw gone();
    const { kind, schoolName, email, name, role, expiresAt } = found;
    return { kind, schoolName, email, name, role, expiresAt: expiresAt.toISOString() };
  }

  @Post('take')
  @AnswersNothing('Choose a password by a one-time link; who sets a school up becomes its administrator. Sign in afterwards.')
  async take(
    @Body({ schema: invitationTakeSchema }) { token, password, setup }: InvitationTake,
    @Req() request: IdentifiedRequest,
  ): Promise<void> {
    await this.db.transaction(async (transaction) => {
      const invitation = await takeInvitation(transaction, token, this.now());
      if (!invitation) throw gone();
      if (invitation.kind === 'setup') return this.setUp(transaction, invitation, setup, password, request);
      demandPasswords(this.config);
      await this.join(transaction, invitation, password, request);
    });
  }

  private async join(
    db: Database,
    { schoolId, personId }: OpenInvitation,
    password: string | undefined,
    request: IdentifiedRequest,
  ): Promise<void> {
    const { id, role } = await joinPerson(db, schoolId, personId ?? 0, chosen(password));
    await appendAudit(db, schoolId, { ...auditLine(request, 'person.joined', this.now()), personId: id, role });
  }

  private async setUp(
    db: Database,
    { schoolId }: OpenInvitation,
    setup: InvitationTake['setup'],
    password: string | undefined,
    request: IdentifiedRequest,
  ): Promise<void> {
    if (!setup) throw refusedField('setup', 'is needed: who you are and what the school is called');
    const school = await findSchool(db, schoolId);
    if (!school) throw gone();
    await saveSchool(db, { ...school, name: setup.schoolName });
    const added = await addInvitedPerson(db, schoolId, { email: setup.email, name: setup.name, role: 'administrator' });
    if (!added) throw refusedField('setup.email', 'belongs to somebody already');
    // Where single sign-on is the only way in, they are let in by it as anybody who was invited.
    const { id, role } = this.config.oidcRequired ? added : await joinPerson(db, schoolId, added.id, chosen(password));
    const line = auditLine(request, 'setup.done', this.now(), { after: { school: setup.schoolName } });
    await appendAudit(db, schoolId, { ...line, personId: id, role });
  }
}

const gone = () => new ProblemError(404, 'This link does not work: it was used, replaced, or is too old. Ask for a new one.');

function chosen(password: string | undefined): string {
  if (password === undefined) throw refusedField('password', 'is needed');
  return password;
}
