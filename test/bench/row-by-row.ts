import { type ApplicantRecord, type Finding, riskRank } from '@matchwatch/domain';
import { createAssessor, defaultPolicy } from '@matchwatch/risk-rules';
import { type Database, type DataSource, saveRecords, saveSchool, sqlWithoutSchool } from '@matchwatch/store';
import { asOf, type BenchSchool, season } from './school.js';

const schoolId = 'loop';

interface ApplicantRow {
  id: number;
  document: ApplicantRecord;
}
interface FlagRow {
  id: number;
  ruleCode: string;
  level: string;
  evidence: unknown;
}

/**
 * The loop most code would write, on the same entities and rules: one applicant after the other, in a transaction, loaded through the
 * ORM, assessed, its flags compared and saved one by one with their events, its row of the list saved. Returns how many it did.
 */
export async function prepareLoop({ database }: BenchSchool, applicants: number): Promise<() => Promise<number>> {
  await saveSchool(database, { id: schoolId, name: 'Loop', timeZone: 'UTC' });
  const records = await sqlWithoutSchool<{ document: ApplicantRecord }>(
    database,
    'select document from applicant where season = $1 order by id limit $2',
    [season, applicants],
  );
  await saveRecords(
    database,
    schoolId,
    records.map(({ document }) => document),
    { by: 'bench', at: new Date(), knownOn: asOf, source: 'import' },
  );
  await sqlWithoutSchool(database, 'analyze applicant, applicant_summary, flag');
  const ids = await sqlWithoutSchool<{ id: number }>(database, 'select id from applicant where school_id = $1 order by id', [schoolId]);
  const assess = createAssessor(defaultPolicy, asOf);
  return async () => {
    for (const { id } of ids) await reassessOne(database, id, assess);
    return ids.length;
  };
}

async function reassessOne(database: DataSource, id: number, assess: ReturnType<typeof createAssessor>): Promise<void> {
  await database.transaction(async (db) => {
    const applicant = (await db.getRepository('ApplicantEntity').findOneByOrFail({ schoolId, id })) as unknown as ApplicantRow;
    const answer = assess(applicant.document);
    const open = (await db.getRepository('FlagEntity').findBy({ schoolId, applicantId: id })) as unknown as FlagRow[];
    for (const finding of answer.findings)
      await saveFlag(
        db,
        id,
        finding,
        open.find(({ ruleCode }) => ruleCode === finding.code),
      );
    const summaries = db.getRepository('ApplicantSummaryEntity');
    const summary = await summaries.findOneByOrFail({ schoolId, applicantId: id });
    await summaries.save({ ...summary, riskLevel: answer.riskLevel, riskRank: riskRank[answer.riskLevel], reasons: answer.findings });
  });
}

async function saveFlag(db: Database, applicantId: number, finding: Finding, standing: FlagRow | undefined): Promise<void> {
  if (standing?.level === finding.level) return;
  const { code: ruleCode, level, evidence } = finding;
  const flag = await db
    .getRepository('FlagEntity')
    .save({ schoolId, applicantId, ruleCode, openedRun: 1, openedOn: asOf, levelSince: asOf, ...standing, risenOn: asOf, level, evidence });
  await db.getRepository('FlagEventEntity').save({
    schoolId,
    applicantId,
    ruleCode,
    runId: 1,
    flagId: flag['id'],
    kind: standing ? 'raised' : 'opened',
    oldLevel: standing?.level ?? null,
    newLevel: level,
    onDay: asOf,
  });
}
