import { syntheticRecords } from '@matchwatch/demo';
import type { ApplicantRecord } from '@matchwatch/domain';
import { createAssessor, defaultPolicy, rules } from '@matchwatch/risk-rules';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { timed } from './measure.js';
import { asOf, season } from './school.js';

export interface EngineResult {
  ours: { applicants: number; seconds: number; rules: number };
  peer: { applicants: number; seconds: number; rules: number };
}

// The same questions as json-rules-engine conditions. The facts they need are worked out beforehand and untimed, to the peer's favour.
interface FlatFacts extends Record<string, unknown> {
  failedAttempts: number;
  ckScore: number;
  ckPassed: boolean;
  ckFailed: boolean;
  isImg: boolean;
  visa: string;
  gap: number;
  backups: number;
  dualApplying: boolean;
  geography: string;
  priority: string;
}

const all = (...conditions: { fact: keyof FlatFacts & string; operator: string; value: unknown }[]) => ({ all: conditions });
const peerRules: RuleProperties[] = [
  { conditions: all({ fact: 'failedAttempts', operator: 'greaterThanInclusive', value: 2 }), event: { type: 'exam.multiple-failures' } },
  { conditions: all({ fact: 'ckFailed', operator: 'equal', value: true }), event: { type: 'exam.step2-failed' } },
  {
    conditions: all({ fact: 'ckPassed', operator: 'equal', value: true }, { fact: 'gap', operator: 'greaterThan', value: 0 }),
    event: { type: 'exam.step2-category' },
  },
  { conditions: all({ fact: 'ckScore', operator: 'lessThan', value: 225 }), event: { type: 'exam.step2-below-screens' } },
  {
    conditions: all({ fact: 'isImg', operator: 'equal', value: true }, { fact: 'visa', operator: 'equal', value: 'h1b-only' }),
    event: { type: 'visa.h1b-only' },
  },
  {
    conditions: all({ fact: 'gap', operator: 'greaterThan', value: 10 }, { fact: 'backups', operator: 'equal', value: 0 }),
    event: { type: 'plan.no-backup' },
  },
  {
    conditions: all({ fact: 'gap', operator: 'greaterThan', value: 20 }, { fact: 'dualApplying', operator: 'equal', value: false }),
    event: { type: 'plan.no-dual-application' },
  },
  {
    conditions: all({ fact: 'gap', operator: 'greaterThan', value: 10 }, { fact: 'geography', operator: 'equal', value: 'single-area' }),
    event: { type: 'plan.rigid-geography' },
  },
  {
    conditions: all({ fact: 'gap', operator: 'greaterThan', value: 10 }, { fact: 'priority', operator: 'equal', value: '' }),
    event: { type: 'plan.no-priority' },
  },
];

function flatten(record: ApplicantRecord): FlatFacts {
  const exams = record.exams ?? [];
  const ck = exams.filter(({ exam, score }) => exam === 'step2ck' && score !== undefined).at(-1);
  const plan = record.specialtyPlan;
  return {
    failedAttempts: exams.filter(({ outcome }) => outcome === 'fail').length,
    ckScore: ck?.score ?? 300,
    ckPassed: ck?.outcome === 'pass',
    ckFailed: ck?.outcome === 'fail',
    isImg: record.applicantType.endsWith('img'),
    visa: record.visa?.need ?? 'none',
    gap: 235 - (ck?.score ?? 235),
    backups: plan?.backups?.length ?? 0,
    dualApplying: plan?.dualApplying ?? false,
    geography: plan?.geography ?? 'open',
    priority: plan?.priority ?? '',
  };
}

/** The pure engine with all its rules, and json-rules-engine with nine of the same questions, each on its own in memory. */
export async function measureEngines(ourApplicants: number, peerApplicants: number): Promise<EngineResult> {
  const records = [...syntheticRecords({ count: Math.min(ourApplicants, 20_000), seed: 3, season, asOf })];
  const assess = createAssessor(defaultPolicy, asOf);
  let levels = 0;
  const ask = (count: number) => {
    for (let i = 0; i < count; i++) levels += assess(records[i % records.length] as ApplicantRecord).findings.length;
  };
  ask(20_000);
  const ours = await timed(() => ask(ourApplicants));

  const peer = new Engine(peerRules, { allowUndefinedFacts: true });
  const facts = records.slice(0, peerApplicants).map(flatten);
  const warm = facts.slice(0, 200);
  for (const fact of warm) await peer.run(fact);
  let events = 0;
  const theirs = await timed(async () => {
    for (const fact of facts) events += (await peer.run(fact)).events.length;
  });
  if (levels === 0 || events === 0) throw new Error('An engine found nothing at all; the comparison would mean nothing');
  return {
    ours: { applicants: ourApplicants, seconds: ours.seconds, rules: rules.length },
    peer: { applicants: facts.length, seconds: theirs.seconds, rules: peerRules.length },
  };
}
