import type { ChangeableFact } from '@matchwatch/domain';

/** How long a change takes, as a rule: for putting changes in order, never for a promise. */
export interface Effort {
  readonly days: number;
  /** Citations into the register of sources; `default` where they leave it open. */
  readonly sources: readonly [string, ...string[]];
}

const proposed = (days: number, ...sources: string[]): Effort => ({ days, sources: ['default', ...sources] });

/** Days that a change of each fact takes. A decision that is only to be told takes one. */
export const efforts: Readonly<Record<ChangeableFact, Effort>> = {
  'exam.result': { days: 28, sources: ['001#dedicated'] },
  'exam.booking': proposed(1, '001#step2-timing'),
  'practice.result': { days: 7, sources: ['001#dedicated'] },
  'study.question-bank': proposed(14, '001#checklist'),
  'study.full-length-days': proposed(2, '001#dedicated'),
  'plan.primary': proposed(30, '003#phase-1'),
  'plan.backups': proposed(7, '003#phase-1'),
  'plan.dual-applying': proposed(7, '003#phase-3'),
  'plan.geography': proposed(3, '003#phase-1'),
  'plan.priority': proposed(1, '003#phase-4'),
  'visa.need': proposed(14, '004#visa'),
  'clinical.experience': proposed(28, '004#usce'),
  'letters.uploaded': proposed(14, '002#letters'),
  'letters.new': proposed(30, '002#letters', '004#letters'),
  'letters.generic': proposed(30, '003#phase-2'),
  'scholarly.work': proposed(60, '000#scholarly'),
  'list.programs': proposed(3, '003#phase-3'),
  statement: proposed(14, '003#phase-2'),
  'record.gaps-explained': proposed(2, '003#phase-2'),
  'interview.account-rehearsed': proposed(2, '003#phase-3'),
  'interview.mocks': proposed(3, '000#interview'),
  contingency: proposed(3, '003#phase-4'),
  'match.rank-list-certified': proposed(1, 'season-2027'),
};
