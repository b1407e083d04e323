import { packetRequestSchema } from '@matchwatch/contracts';
import { type ApplicantRecord, dayIn } from '@matchwatch/domain';
import {
  appendAudit,
  type Database,
  findRecord,
  listLinkedPeople,
  type PacketSection,
  readPacket,
  type StandingSession,
} from '@matchwatch/store';
import { accessText, roleLabel } from '@matchwatch/words';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { whoMaySee } from '../access/applicant-access.js';
import { auditLine } from '../audit/audit-line.js';
import { AnswersMedia } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { type Packet, packetHtml } from './packet-html.js';
import { inWords } from './packet-words.js';
import { zip } from './zip.js';

const wellbeing = 'what check-ins and findings about wellbeing say, which needs a right of its own';

const nameOf = ({ given, family }: ApplicantRecord['name']): string => `${given} ${family}`;
/** A name that every file system takes. */
const fileName = (text: string): string => text.replace(/[^\w-]+/g, '-').slice(0, 60);

@ApiTags('Exports')
@Controller('api/v1/applicants')
export class PacketController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Post(':id/packet')
  @HttpCode(200)
  @NeedsOfApplicant('packet.make')
  @AnswersMedia('application/zip', 'All that is held about one applicant, to read and as data; the reason is kept in the audit.')
  async make(
    @PathId() id: number,
    @Body({ schema: packetRequestSchema }) { reason }: z.output<typeof packetRequestSchema>,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
    @Res() response: Response,
  ): Promise<void> {
    const { school, person } = session;
    const now = this.now();
    const standing = await findRecord(this.db, school.id, id);
    if (!standing) throw notFound('applicant');
    // Noted before anything is read, so that the packet tells of itself.
    await appendAudit(this.db, school.id, auditLine(request, 'packet.made', now, { applicantId: id, reason }));
    const sections = await readPacket(this.db, school.id, id, access.actions);
    const parts = [...sections.flatMap(toPart), ...(await this.whoMaySee(session, access))];
    const packet: Packet = {
      school: school.name,
      applicant: nameOf(standing.record.name),
      externalId: standing.record.externalId,
      madeAt: now.toISOString(),
      madeBy: person.name,
      reason,
      parts,
      withheld: [
        ...sections.flatMap(({ title, rows }) => (rows === undefined ? [title.toLowerCase()] : [])),
        ...(access.actions.includes('wellbeing.view') ? [] : [wellbeing]),
      ],
    };
    const today = dayIn(school.timeZone, now);
    const files = [
      { name: 'packet.html', content: Buffer.from(packetHtml(packet)) },
      { name: 'packet.json', content: Buffer.from(JSON.stringify(packet, null, 1)) },
    ];
    response
      .status(200)
      .setHeader('Content-Disposition', `attachment; filename="packet-${fileName(packet.externalId)}-${today}.zip"`)
      .type('application/zip')
      .send(zip(files, today));
  }

  private async whoMaySee({ school }: StandingSession, { place, actions }: Access): Promise<Packet['parts']> {
    if (!place || !actions.includes('access.view')) return [];
    const people = await listLinkedPeople(this.db, school.id, dayIn(school.timeZone, this.now()), this.now());
    const rows = whoMaySee(people, place).map(({ name, role, because, may, walled }) => ({
      person: name,
      role: roleLabel(role),
      because: accessText(because, role),
      may,
      keptFromAdvisingMatters: walled,
    }));
    return [{ title: 'Who may see this applicant, and why', rows }];
  }
}

function toPart({ table, title, rows }: PacketSection): Packet['parts'] {
  if (rows === undefined) return [];
  return [
    {
      title,
      rows: rows.map((row) => {
        const said = inWords(table, row);
        return said.length > 0 ? { inWords: said, ...row } : row;
      }),
    },
  ];
}
