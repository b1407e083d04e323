import {
  type Advocacy,
  type AdvocacyChange,
  type AdvocacyWrite,
  advocacyChangeSchema,
  advocacySchema,
  advocacyWriteSchema,
} from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import { type AdvocacyRow, addAdvocacy, changeAdvocacy, type Database, findAdvocacy, type StandingSession } from '@matchwatch/store';
import { Body, Controller, Headers, Inject, Post, Put, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.decorator.js';
import { versionOf } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { CaseworkWriter, savedVersion } from './casework-writer.js';

@ApiTags('Advocacies')
@Controller('api/v1/applicants/:id/advocacies')
export class AdvocaciesController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly writer: CaseworkWriter,
  ) {}

  @Post()
  @NeedsOfApplicant('meeting.write')
  @Answers(advocacySchema, { status: 201, summary: 'Note who spoke for an applicant, to which program, when.' })
  async note(
    @PathId() id: number,
    @Body({ schema: advocacyWriteSchema }) write: AdvocacyWrite,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Advocacy> {
    if (!place) throw notFound('applicant');
    if (write.on > dayIn(school.timeZone, this.now())) throw refusedField('on', 'is still to come');
    const advocacyId = await this.writer.write(request, [place], async (transaction, mark) => {
      const advocacyId = await addAdvocacy(transaction, school.id, id, write, mark);
      if (advocacyId === undefined) throw refusedField('programId', 'is no program of the table');
      const { programId, on, way, contact } = write;
      const after = { ...(programId !== null && { programId }), on, way, contact };
      const told = { event: 'advocacy.noted', applicantId: id, subject: `advocacy ${advocacyId}`, after } as const;
      return { result: advocacyId, slot: null, told: [told] };
    });
    return this.advocacy(school.id, id, advocacyId);
  }

  @Put(':advocacyId')
  @NeedsOfApplicant('meeting.write')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version the change is based on.' })
  @Answers(advocacySchema, { summary: 'Say what came of it.' })
  async change(
    @PathId() id: number,
    @PathId('advocacyId') advocacyId: number,
    @Body({ schema: advocacyChangeSchema }) change: AdvocacyChange,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Advocacy> {
    const version = versionOf(ifMatch);
    const before = await this.advocacy(school.id, id, advocacyId);
    if (!place) throw notFound('applicant');
    const { outcome, outcomeOn } = change;
    if (outcomeOn !== null && (outcomeOn < before.on || outcomeOn > dayIn(school.timeZone, this.now())))
      throw refusedField('outcomeOn', 'must lie between the day it was said and today');
    await this.writer.write(request, [place], async (transaction, mark) => {
      const at = { applicantId: id, id: advocacyId, version };
      const saved = savedVersion(await changeAdvocacy(transaction, school.id, at, change, mark), 'note');
      const told = {
        event: 'advocacy.changed',
        applicantId: id,
        subject: `advocacy ${advocacyId}`,
        before: { version, outcome: before.outcome },
        after: { version: saved, outcome },
      } as const;
      return { result: undefined, slot: null, told: [told] };
    });
    return this.advocacy(school.id, id, advocacyId);
  }

  private async advocacy(schoolId: string, id: number, advocacyId: number): Promise<AdvocacyRow> {
    const advocacy = await findAdvocacy(this.db, schoolId, id, advocacyId);
    if (!advocacy) throw notFound('advocacy');
    return advocacy;
  }
}
