import type { DecisionAnswer, DecisionNode } from '@matchwatch/domain';

const nodes: Readonly<Record<DecisionNode, string>> = {
  'awaiting-match': 'Awaiting the Match',
  matched: 'Matched?',
  residency: 'Goes on to residency',
  'soap-spots': 'Positions in SOAP?',
  'backups-and-preliminary': 'Aims at backups and preliminary years',
  'best-fit': 'Accepts the best fit',
  'research-or-clinical': 'Research or clinical year?',
  'research-group': 'Joins a research group',
  'clinical-role': 'Works in a clinical role',
  reapply: 'Applies again',
};
/** A place in the decision tree. */
export const decisionNodeLabel = (node: DecisionNode): string => nodes[node];

const answers: Readonly<Record<DecisionAnswer, string>> = { yes: 'yes', no: 'no', research: 'research', clinical: 'clinical' };
/** The answer that leads from one place to the next. */
export const decisionAnswerLabel = (answer: DecisionAnswer): string => answers[answer];
