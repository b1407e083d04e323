import { syntheticRecords } from '@matchwatch/demo';
import type { Answer, ApplicantRecord } from '@matchwatch/domain';
import { createAssessor, defaultPolicy, rules } from '@matchwatch/risk-rules';
import { Engine, type Event } from 'json-rules-engine';
import { timedAlone } from './measure.js';
import { factsOf, peerCodes, peerRules } from './peer-rules.js';
import { asOf, season } from './school.js';

export interface EngineResult {
  ours: { applicants: number; seconds: number; questions: number };
  peer: { applicants: number; seconds: number; questions: number; rules: number };
}

/**
 * The pure engine with all its rules, and json-rules-engine with nine of the same questions, each on its own in memory. Both give the same
 * answers, "unknown" included, which is checked for everybody the peer is asked about; the peer is given the facts it needs, ours finds them.
 */
export async function measureEngines(ourApplicants: number, peerApplicants: number): Promise<EngineResult> {
  const records = [...syntheticRecords({ count: Math.min(ourApplicants, 20_000), seed: 3, season, asOf })];
  const assess = createAssessor(defaultPolicy, asOf);
  let found = 0;
  const ask = (count: number) => {
    for (let i = 0; i < count; i++) found += assess(records[i % records.length] as ApplicantRecord).findings.length;
  };
  ask(40_000);
  const ours = await timedAlone(() => ask(ourApplicants));
  if (found === 0) throw new Error('The engine found nothing at all; the comparison would mean nothing');

  const peer = new Engine([...peerRules]);
  const expected = records.slice(0, peerApplicants).map((record) => assess(record));
  const facts = expected.map((answer, i) => factsOf(records[i] as ApplicantRecord, answer));
  for (const fact of facts.slice(0, 500)) await peer.run(fact);
  const said: Event[][] = [];
  const theirs = await timedAlone(async () => {
    for (const fact of facts) said.push((await peer.run(fact)).events);
  });
  said.forEach((events, i) => {
    const [theirAnswer, ourAnswer] = [answersOf(events), ownAnswers(expected[i] as Answer)];
    if (theirAnswer !== ourAnswer) throw new Error(`The engines differ about ${records[i]?.externalId}: ${theirAnswer} / ${ourAnswer}`);
  });
  return {
    ours: { applicants: ourApplicants, seconds: ours.seconds, questions: rules.length },
    peer: { applicants: facts.length, seconds: theirs.seconds, questions: peerCodes.length, rules: peerRules.length },
  };
}

const listed = (answers: readonly string[]): string => answers.toSorted().join(', ');
const answersOf = (events: readonly Event[]): string => listed(events.map(({ type, params }) => `${type} ${params?.['answer']}`));
const asked: ReadonlySet<string> = new Set(peerCodes);
const ownAnswers = ({ findings, unknown }: Answer): string =>
  listed([
    ...findings.filter(({ code }) => asked.has(code)).map(({ code, level }) => `${code} ${level}`),
    ...unknown.filter(({ code }) => asked.has(code)).map(({ code }) => `${code} unknown`),
  ]);
