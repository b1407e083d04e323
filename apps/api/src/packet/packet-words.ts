import type { AuditEvent, Finding, RiskLevel } from '@matchwatch/domain';
import type { PacketRow, StandingAnswer } from '@matchwatch/store';
import { auditEventText, missingLabel, riskLevelLabel, ruleLabel, sentence, strengthText } from '@matchwatch/words';

const findingText = ({ code, evidence }: Pick<Finding, 'code' | 'evidence'>): string => sentence({ code, evidence });

const ofAnswer = ({ riskLevel, findings, careGaps, unknown, strengths }: StandingAnswer['answer']): string[] => [
  riskLevelLabel(riskLevel as RiskLevel),
  ...findings.map(findingText),
  ...careGaps.map(findingText),
  ...unknown.map(({ code, missing }) => `${ruleLabel(code)}: not known: ${missing.map(missingLabel).join(', ')}`),
  ...strengths.map(strengthText),
];

/** What a row of a packet says in sentences, where it says anything beside its bare values. */
export function inWords(table: string, row: PacketRow): string[] {
  switch (table) {
    case 'run_answer':
      return ofAnswer(row.answer as StandingAnswer['answer']);
    case 'flag':
      return [findingText(row as unknown as Finding)];
    case 'flag_event':
      return [ruleLabel(row.code as string)];
    case 'audit_line':
      return [auditEventText(row.event as AuditEvent)];
    default:
      return [];
  }
}
