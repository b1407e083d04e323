import type { Config } from '@matchwatch/config';
import {
  type Import,
  type ImportDetail,
  importApplySchema,
  importDetailSchema,
  importFiles,
  importListQuery,
  importSchema,
  runActionSchema,
} from '@matchwatch/contracts';
import { csvTemplate } from '@matchwatch/contracts/csv';
import { type AuditEvent, dayIn } from '@matchwatch/domain';
import { applyImport, cancelImport, type DecisionOutcome, previewImport, undoImport } from '@matchwatch/intake';
import type { Doorbell } from '@matchwatch/queue';
import { appendAudit, findImport, listImports, type Pool, type StandingSession, type Transaction } from '@matchwatch/store';
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersMedia } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { policyVersion, rulesDigest } from '../rules-in-force.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, CONFIG, DATABASE, DOORBELL } from '../tokens.js';
import { abandonUpload, uploadedFiles } from './upload.js';

const templateName = z.enum(importFiles.map((file) => `${file}.csv` as const));
const filesBody = {
  schema: { type: 'object', properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } }, required: ['files'] },
};

@ApiTags('Imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly pool: Pool,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('import.view')
  @Answers(z.array(importSchema), { summary: 'A page of imports.', headers: contentRangeDoc })
  async list(
    @Query({ schema: importListQuery }) { filter, sort: [, direction], range }: z.output<typeof importListQuery>,
    @CurrentSession() { school }: StandingSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Import[]> {
    const [offset, last] = range;
    // Imports are numbered as they are made, so both sorts are one order.
    const page = await listImports(this.pool, school.id, {
      states: filter.state,
      oldestFirst: direction === 'ASC',
      offset,
      limit: last - offset + 1,
    });
    return sendPage(response, 'imports', range, page);
  }

  @Get('templates/:file')
  @Needs('import.view')
  @AnswersMedia('text/csv', 'The header line of one file of an import.')
  template(@Param('file', { schema: templateName }) name: z.output<typeof templateName>, @Res() response: Response): void {
    const { text } = csvTemplate(name.slice(0, -'.csv'.length) as (typeof importFiles)[number]);
    response.type('text/csv').attachment(name).send(text);
  }

  @Post()
  @Needs('import.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(filesBody)
  @Answers(importDetailSchema, { status: 201, summary: 'Preview CSV files; nothing but the import itself is written.' })
  async preview(@CurrentSession() { school, person }: StandingSession, @Req() request: IdentifiedRequest): Promise<ImportDetail> {
    try {
      const preview = await previewImport(this.pool, {
        schoolId: school.id,
        by: person.name,
        knownOn: dayIn(school.timeZone, this.now()),
        files: atLeastOne(uploadedFiles(request, this.config.uploadMegabytes)),
      });
      // Nothing but the import itself was written, and that names who made it: the line may follow.
      const told = { subject: `import ${preview.id}`, after: { state: preview.state, ...preview.counts } };
      await appendAudit(this.pool, school.id, auditLine(request, 'import.previewed', this.now(), told));
      return preview;
    } finally {
      abandonUpload(request);
    }
  }

  @Get(':id')
  @Needs('import.view')
  @Answers(importDetailSchema, { summary: 'One import with what it would change and what it refused.' })
  async read(@PathId() id: number, @CurrentSession() { school }: StandingSession): Promise<ImportDetail> {
    const found = await findImport(this.pool, school.id, id);
    if (!found) throw notFound('import');
    return found;
  }

  @Post(':id/apply')
  @Needs('import.write')
  @Answers(importDetailSchema, { summary: 'Apply a previewed import as a whole; a reassessment follows.' })
  async apply(
    @PathId() id: number,
    @Body({ schema: importApplySchema }) { approve, reason }: z.output<typeof importApplySchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<ImportDetail> {
    return this.settle(
      await applyImport(this.pool, { ...this.decision(session, request, 'import.applied', id, reason), approve }),
      session,
      id,
      request,
    );
  }

  @Post(':id/cancel')
  @Needs('import.write')
  @Answers(importDetailSchema, { summary: 'Give up an import that was not applied.' })
  async cancel(
    @PathId() id: number,
    @Body({ schema: runActionSchema }) { reason }: z.output<typeof runActionSchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<ImportDetail> {
    return this.settle(
      await cancelImport(this.pool, this.decision(session, request, 'import.cancelled', id, reason)),
      session,
      id,
      request,
    );
  }

  @Post(':id/undo')
  @Needs('import.write')
  @Answers(importDetailSchema, { summary: 'Take an applied import back as a whole; a reassessment follows.' })
  async undo(
    @PathId() id: number,
    @Body({ schema: runActionSchema }) { reason }: z.output<typeof runActionSchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<ImportDetail> {
    const decision = this.decision(session, request, 'import.undone', id, reason);
    const outcome = await undoImport(this.pool, { ...decision, knownOn: decision.reassess.asOf });
    return this.settle(outcome, session, id, request, 'It can no longer be taken back.');
  }

  private decision(
    { school, person }: StandingSession,
    request: IdentifiedRequest,
    event: AuditEvent,
    id: number,
    reason: string | undefined,
  ) {
    const at = this.now();
    const line = auditLine(request, event, at, { subject: `import ${id}`, reason });
    return {
      schoolId: school.id,
      id,
      by: person.name,
      at,
      reason,
      reassess: { asOf: dayIn(school.timeZone, at), policyVersion, rulesDigest },
      within: (transaction: Transaction) => appendAudit(transaction, school.id, line),
    };
  }

  /** Rings for what a decision ordered, or says why it could not be. */
  private async settle(
    outcome: DecisionOutcome,
    session: StandingSession,
    id: number,
    { log }: IdentifiedRequest,
    whenMoved = 'Preview the files again.',
  ): Promise<ImportDetail> {
    const schoolId = session.school.id;
    if (outcome.outcome === 'missing') throw notFound('import');
    if (outcome.outcome !== 'done') throw new ProblemError(409, reasonOf(outcome, whenMoved));
    await this.doorbell
      .ringAll(
        'applicant.reassess',
        outcome.runs.map((runId) => ({ schoolId, runId })),
        { urgent: true },
      )
      // The runs are written: when the bell cannot be rung, the worker's sweep finds them.
      .catch((error: Error) => log.warn({ err: error, importId: id }, 'could not ring for a reassessment'));
    const settled = await findImport(this.pool, schoolId, id);
    if (!settled) throw new Error(`Import ${id} was settled and is not there`);
    return settled;
  }
}

function reasonOf(outcome: Exclude<DecisionOutcome, { outcome: 'done' | 'missing' }>, whenMoved: string): string {
  switch (outcome.outcome) {
    case 'refused':
      return outcome.state === 'held'
        ? 'The import is held; apply it with approval.'
        : `The import is ${outcome.state}; that cannot be done to it now.`;
    case 'moved':
      return `${movedText(outcome.externalIds)} ${whenMoved}`;
    case 'in-use':
      return 'Somebody has worked with an applicant this import brought, so it cannot be taken back.';
  }
}

const namedIds = 5;

function movedText(externalIds: readonly string[]): string {
  const [only, ...others] = externalIds;
  if (others.length === 0) return `The record of ${only} changed in the meantime.`;
  const named = externalIds.slice(0, namedIds).join(', ');
  const rest = externalIds.length > namedIds ? ' and others' : '';
  return `${externalIds.length.toLocaleString('en-US')} records changed in the meantime (${named}${rest}).`;
}

/** The files as they come; an upload without any is refused. */
async function* atLeastOne<T>(files: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  let some = false;
  for await (const file of files) {
    some = true;
    yield file;
  }
  if (!some) throw new ProblemError(422, 'No file was sent.', { issues: [{ path: 'files', reason: 'must hold at least one CSV file' }] });
}
