import {
  type ListedProgram,
  listedProgramSchema,
  type ProgramAdd,
  type ProgramDetail,
  type ProgramVersion,
  type ProgramWrite,
  programAddSchema,
  programDetailSchema,
  programListQuery,
  programVersionSchema,
  programWriteSchema,
} from '@matchwatch/contracts';
import { csvHeader, csvProgramRows } from '@matchwatch/contracts/csv';
import { type Day, dayIn, type Program, programDifferences, programFactNames, scopeOf } from '@matchwatch/domain';
import {
  addProgram,
  appendAudit,
  findProgram,
  listAdvocaciesAt,
  listPrograms,
  listProgramVersions,
  type Pool,
  ProgramCodeTaken,
  type ProgramRow,
  type StandingSession,
  saveProgram,
  streamPrograms,
} from '@matchwatch/store';
import { Body, Controller, Get, Headers, Inject, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { savedVersion } from '../casework/casework-writer.js';
import { sendCsv } from '../exports/send-csv.js';
import { Answers, AnswersMedia } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { versionOf, versionTag } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { toListedProgram, toProgramDetail, toProgramVersions } from './program-answer.js';
import { readOpenSeason } from './season-opens.js';

const batch = 500;
const etag = { ETag: 'The version of the program, for If-Match.' };

@ApiTags('Programs')
@Controller('api/v1/programs')
export class ProgramsController {
  constructor(
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('program.view')
  @Answers(z.array(listedProgramSchema), { summary: 'A page of the school’s table of programs.', headers: contentRangeDoc })
  async list(
    @Query({ schema: programListQuery }) { filter, sort, range }: z.output<typeof programListQuery>,
    @CurrentSession() { school }: StandingSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ListedProgram[]> {
    const open = await readOpenSeason(this.db, school.id, dayIn(school.timeZone, this.now()));
    const { stale, ...criteria } = filter;
    const checkedBefore = stale === undefined || open.opens === null ? undefined : { day: open.opens, is: stale };
    const { rows, total } = await listPrograms(this.db, school.id, { ...criteria, checkedBefore }, { sort, range });
    return sendPage(response, 'programs', range, { rows: rows.map((row) => toListedProgram(row, open)), total });
  }

  @Get('table')
  @Needs('program.view')
  @AnswersMedia('text/csv', 'The whole table as CSV, in the columns of an import; read back it changes nothing.')
  async table(@CurrentSession() { school }: StandingSession, @Res() response: Response): Promise<void> {
    await sendCsv(response, 'program-table.csv', tableLines(this.db, school.id), { bom: false });
  }

  @Post()
  @Needs('program.edit')
  @Answers(programDetailSchema, { status: 201, summary: 'Add a program to the table.', headers: etag })
  async add(
    @Body({ schema: programAddSchema }) program: ProgramAdd,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgramDetail> {
    const { school, person } = session;
    const now = this.now();
    refuseDaysToCome(program.facts, dayIn(school.timeZone, now));
    const taken = () => refusedField('code', 'is the code of a program of the table');
    const id = await this.db
      .transaction(async (transaction) => {
        const id = await addProgram(transaction, school.id, program as Program, { by: person.name, at: now, source: 'screen' });
        if (id === undefined) throw taken();
        const told = { subject: `program ${id}`, after: { code: program.code } };
        await appendAudit(transaction, school.id, auditLine(request, 'program.added', now, told));
        return id;
      })
      .catch((error: unknown) => {
        throw error instanceof ProgramCodeTaken ? taken() : error;
      });
    return this.detail(session, access, await this.program(school.id, id), response);
  }

  @Get(':id')
  @Needs('program.view')
  @Answers(programDetailSchema, {
    summary: 'A program with its facts, their sources and days, and who was spoken for there, as far as the reader may know.',
    headers: etag,
  })
  async read(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgramDetail> {
    return this.detail(session, access, await this.program(session.school.id, id), response);
  }

  @Get(':id/history')
  @Needs('program.view')
  @Answers(z.array(programVersionSchema), { summary: 'Every version of a program, the latest first, with what each changed.' })
  async history(@PathId() id: number, @CurrentSession() { school }: StandingSession): Promise<ProgramVersion[]> {
    const versions = await listProgramVersions(this.db, school.id, id);
    if (versions.length === 0) throw notFound('program');
    return toProgramVersions(versions);
  }

  @Put(':id')
  @Needs('program.edit')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version the change is based on.' })
  @Answers(programDetailSchema, { summary: 'Change a program over the version named; the one before stays in its history.', headers: etag })
  async change(
    @PathId() id: number,
    @Body({ schema: programWriteSchema }) write: ProgramWrite,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgramDetail> {
    const version = versionOf(ifMatch);
    const { school, person } = session;
    const now = this.now();
    refuseDaysToCome(write.facts, dayIn(school.timeZone, now));
    await this.db.transaction(async (transaction) => {
      const before = await findProgram(transaction, school.id, id);
      if (!before) throw notFound('program');
      const program = { ...write, code: before.program.code } as Program;
      const changes = programDifferences(before.program, program);
      if (before.version === version && changes.length === 0) throw new ProblemError(422, 'Nothing was changed.');
      const mark = { by: person.name, at: now, source: 'screen' } as const;
      const saved = savedVersion(await saveProgram(transaction, school.id, { id, version }, program, mark), 'program');
      const told = { subject: `program ${id}`, before: { version }, after: { version: saved, changes } };
      await appendAudit(transaction, school.id, auditLine(request, 'program.changed', now, told));
    });
    return this.detail(session, access, await this.program(school.id, id), response);
  }

  private async program(schoolId: string, id: number): Promise<ProgramRow> {
    const row = await findProgram(this.db, schoolId, id);
    if (!row) throw notFound('program');
    return row;
  }

  private async detail(
    { school, person }: StandingSession,
    { links }: Access,
    row: ProgramRow,
    response: Response,
  ): Promise<ProgramDetail> {
    const scope = scopeOf(person, 'notes.view', links);
    const [open, advocacies] = await Promise.all([
      readOpenSeason(this.db, school.id, dayIn(school.timeZone, this.now())),
      listAdvocaciesAt(this.db, school.id, row.id, scope),
    ]);
    response.setHeader('ETag', versionTag(row.version));
    return toProgramDetail(row, open, advocacies);
  }
}

async function* tableLines(db: Pool, schoolId: string): AsyncGenerator<string> {
  yield csvHeader('program-table');
  let after = '';
  for (;;) {
    const programs = await streamPrograms(db, schoolId, after, batch);
    for (const program of programs) yield csvProgramRows(program);
    const last = programs.at(-1);
    if (last === undefined) return;
    after = last.code;
  }
}

function refuseDaysToCome(facts: Program['facts'], today: Day): void {
  for (const name of programFactNames) {
    const fact = facts[name];
    if (fact !== undefined && fact.checkedOn > today) throw refusedField(`facts.${name}.checkedOn`, 'is still to come');
  }
}
