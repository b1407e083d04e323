import { type ApplicantRecord, findingRank } from '@matchwatch/domain';
import { createAssessor, defaultPolicy } from '@matchwatch/risk-rules';
import { sql } from '@matchwatch/store';
import type { DataSource } from 'typeorm';
import { asOf, type BenchSchool, season } from './school.js';

const tables = ['flag', 'flag_event'] as const;

/**
 * The loop most code would write: one applicant after the other, load, assess, compare, save each finding with its event and
 * update the applicant, each applicant in a transaction. On copies of the tables; the same rules. Returns how many it did.
 */
export async function rowByRow({ database }: BenchSchool, applicants: number): Promise<number> {
  for (const table of tables) await sql(database, `create table loop_${table} (like ${table} including all)`);
  await sql(database, 'create table loop_summary (like applicant_summary including indexes including storage including defaults)');
  await sql(database, `insert into loop_summary select * from applicant_summary`);
  await sql(database, 'analyze loop_summary');
  const assess = createAssessor(defaultPolicy, asOf);
  const ids = await sql<{ id: number }>(database, 'select id from applicant where season = $1 order by id limit $2', [season, applicants]);
  for (const { id } of ids) await reassessOne(database, id, assess);
  return ids.length;
}

async function reassessOne(database: DataSource, id: number, assess: ReturnType<typeof createAssessor>): Promise<void> {
  await database.transaction(async (db) => {
    const [applicant] = await sql<{ school_id: string; document: ApplicantRecord }>(
      db,
      'select school_id, document from applicant where id = $1',
      [id],
    );
    if (!applicant) return;
    const answer = assess(applicant.document);
    const open = await sql<{ id: number; rule_code: string; level: string }>(
      db,
      'select * from loop_flag where applicant_id = $1 and closed_run is null',
      [id],
    );
    for (const finding of answer.findings) {
      const standing = open.find(({ rule_code }) => rule_code === finding.code);
      if (standing?.level === finding.level) continue;
      const [flag] = standing
        ? await sql<{ id: number }>(db, 'update loop_flag set level = $2, evidence = $3 where id = $1 returning id', [
            standing.id,
            finding.level,
            finding.evidence,
          ])
        : await sql<{ id: number }>(
            db,
            'insert into loop_flag (school_id, applicant_id, rule_code, level, evidence, opened_run, opened_on, level_since) values ($1, $2, $3, $4, $5, 1, $6, $6) returning id',
            [applicant.school_id, id, finding.code, finding.level, finding.evidence, asOf],
          );
      await sql(
        db,
        `insert into loop_flag_event (school_id, run_id, flag_id, applicant_id, rule_code, kind, new_level, on_day) values ($1, 1, $2, $3, $4, 'opened', $5, $6)`,
        [applicant.school_id, flag?.id, id, finding.code, finding.level, asOf],
      );
    }
    await sql(db, 'update loop_summary set risk_level = $2, open_urgent = $3 where applicant_id = $1', [
      id,
      answer.riskLevel,
      answer.findings.filter(({ level }) => findingRank[level] === findingRank.urgent).length,
    ]);
  });
}
