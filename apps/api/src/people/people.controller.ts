import type { Config } from '@matchwatch/config';
import {
  type InvitedPerson,
  invitedPersonSchema,
  type Person,
  type PersonInvite,
  personInviteSchema,
  personSchema,
  personWriteSchema,
  runActionSchema,
} from '@matchwatch/contracts';
import type { AuditEvent } from '@matchwatch/domain';
import {
  addInvitedPerson,
  appendAudit,
  changePerson,
  type Database,
  disablePerson,
  dropSecondFactor,
  enablePerson,
  endSessions,
  findPerson,
  invite,
  listPeople,
  type PersonRow,
  type Pool,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, Get, Inject, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { demand } from '../session/authoriser.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { SessionEnds } from '../session/session-ends.js';
import { demandPasswords } from '../session/ways-in.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { toPerson } from './person-answer.js';

/** A link works for three days: long enough for a weekend. */
const invitationHours = 72;

type Reason = z.output<typeof runActionSchema>;

@ApiTags('People')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly ends: SessionEnds,
  ) {}

  @Get()
  @Needs('people.view')
  @Answers(z.array(personSchema), { summary: 'Everybody who signs in or may come to: active, then invited, then disabled.' })
  async list(@CurrentSession() { school }: StandingSession): Promise<Person[]> {
    return (await listPeople(this.db, school.id)).map(toPerson);
  }

  @Post()
  @Needs('people.manage')
  @Answers(invitedPersonSchema, { status: 201, summary: 'Invite somebody; the answer holds the one-time link to hand to them.' })
  async invite(
    @Body({ schema: personInviteSchema }) person: PersonInvite,
    @CurrentSession() { school }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<InvitedPerson> {
    return this.db.transaction(async (transaction) => {
      const added = await addInvitedPerson(transaction, school.id, person);
      if (!added) throw refusedField('email', 'belongs to somebody already');
      return this.inviteOnce(transaction, school.id, added.id, request);
    });
  }

  @Put(':id')
  @Needs('people.manage')
  @Answers(personSchema, { summary: 'Change a colleague’s name or role; with a new role they sign in again.' })
  async change(
    @PathId() id: number,
    @Body({ schema: personWriteSchema }) { name, role }: z.output<typeof personWriteSchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Person> {
    return this.act(session, request, id, 'person.changed', {}, async (transaction, before) => {
      await changePerson(transaction, session.school.id, id, { name, role });
      return { before: { name: before.name, role: before.role }, after: { name, role } };
    });
  }

  @Post(':id/invite')
  @Needs('people.manage')
  @Answers(invitedPersonSchema, {
    summary: 'A new one-time link for somebody, instead of the one before: to come, or to choose a new password.',
  })
  async inviteAgain(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<InvitedPerson> {
    demandPasswords(this.config);
    const person = await this.colleague(this.db, session, id);
    if (person.state === 'disabled') throw new ProblemError(409, 'This person is disabled. Let them back in first.');
    return this.db.transaction((transaction) => this.inviteOnce(transaction, session.school.id, id, request));
  }

  @Post(':id/disable')
  @Needs('people.manage')
  @Answers(personSchema, { summary: 'Shut somebody out; their sessions end at once.' })
  async disable(
    @PathId() id: number,
    @Body({ schema: runActionSchema }) reason: Reason,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Person> {
    return this.act(session, request, id, 'person.disabled', reason, (transaction) => disablePerson(transaction, session.school.id, id));
  }

  @Post(':id/enable')
  @Needs('people.manage')
  @Answers(personSchema, { summary: 'Let somebody back in.' })
  async enable(
    @PathId() id: number,
    @Body({ schema: runActionSchema }) reason: Reason,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Person> {
    return this.act(session, request, id, 'person.enabled', reason, (transaction) => enablePerson(transaction, session.school.id, id));
  }

  @Post(':id/reset-factor')
  @Needs('people.manage')
  @Answers(personSchema, {
    summary: 'Take a colleague’s second factor away, as when the telephone is lost; they are signed out, and sign in by password alone.',
  })
  async resetSecondFactor(
    @PathId() id: number,
    @Body({ schema: runActionSchema }) reason: Reason,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Person> {
    return this.act(session, request, id, 'factor.reset', reason, async (transaction) => {
      if (!(await dropSecondFactor(transaction, session.school.id, id))) throw new ProblemError(409, 'This person has no second factor.');
      return { after: { ended: await this.endSessions(transaction, session.school.id, id) } };
    });
  }

  @Post(':id/end-sessions')
  @Needs('people.manage')
  @Answers(personSchema, { summary: 'Sign a colleague out everywhere.' })
  async endAll(
    @PathId() id: number,
    @Body({ schema: runActionSchema }) reason: Reason,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Person> {
    return this.act(session, request, id, 'session.ended', reason, async (transaction) => ({
      after: { ended: await this.endSessions(transaction, session.school.id, id) },
    }));
  }

  private async endSessions(db: Database, schoolId: string, id: number): Promise<number> {
    const ended = await endSessions(db, schoolId, id, 'all');
    for (const csrfToken of ended) this.ends.ended.next(csrfToken);
    return ended.length;
  }

  /** Does something to a colleague and tells the audit, in one transaction. */
  private async act(
    session: StandingSession,
    request: IdentifiedRequest,
    id: number,
    event: AuditEvent,
    { reason }: Reason,
    does: (transaction: Database, before: PersonRow) => Promise<object | void>,
  ): Promise<Person> {
    const schoolId = session.school.id;
    await this.db.transaction(async (transaction) => {
      const before = await this.colleague(transaction, session, id);
      const told = await does(transaction, before);
      await appendAudit(transaction, schoolId, auditLine(request, event, this.now(), { subject: `person ${id}`, reason, ...told }));
    });
    const person = await findPerson(this.db, schoolId, id);
    if (!person) throw notFound('person');
    return toPerson(person);
  }

  private async colleague(db: Database, session: StandingSession, id: number): Promise<PersonRow> {
    const person = await findPerson(db, session.school.id, id);
    if (!person) throw notFound('person');
    demand(session, 'people.manage', id === session.person.id ? 'self' : 'person');
    return person;
  }

  private async inviteOnce(db: Database, schoolId: string, id: number, request: IdentifiedRequest): Promise<InvitedPerson> {
    const now = this.now();
    const token = this.config.oidcRequired ? undefined : await invite(db, schoolId, id, now, invitationHours);
    const person = await findPerson(db, schoolId, id);
    if (!person) throw new Error(`Person ${id} was invited and is not there`);
    await appendAudit(db, schoolId, auditLine(request, 'person.invited', now, { subject: `person ${id}`, after: { role: person.role } }));
    const address = this.config.publicUrl ?? `${request.protocol}://${request.get('host')}`;
    // After the #, so that no server and no log ever sees it.
    const link = token === undefined ? `${address}/login` : `${address}/join#${token}`;
    return { person: toPerson(person), link, expiresAt: person.invitedUntil?.toISOString() ?? null };
  }
}
