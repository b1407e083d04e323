import type { RuleCode } from '@matchwatch/domain';
import { applicationWords } from './findings/application.words.js';
import { careWords } from './findings/care.words.js';
import { clinicalWords } from './findings/clinical.words.js';
import { dataWords } from './findings/data.words.js';
import { examWords } from './findings/exam.words.js';
import type { FindingWords, WordsOf } from './findings/finding-words.js';
import { imgWords } from './findings/img.words.js';
import { letterWords } from './findings/letters.words.js';
import { listWords } from './findings/list.words.js';
import { planWords } from './findings/plan.words.js';
import { practiceWords } from './findings/practice.words.js';
import { recordWords } from './findings/record.words.js';
import { scholarlyWords } from './findings/scholarly.words.js';
import { timelineWords } from './findings/timeline.words.js';

/** What of a finding is put into words. */
export interface Worded {
  readonly code: string;
  readonly evidence: Readonly<Record<string, unknown>>;
}

const words: WordsOf<RuleCode> = {
  ...examWords,
  ...practiceWords,
  ...timelineWords,
  ...clinicalWords,
  ...letterWords,
  ...scholarlyWords,
  ...planWords,
  ...listWords,
  ...imgWords,
  ...recordWords,
  ...applicationWords,
  ...careWords,
  ...dataWords,
};

// The code decides the type of the evidence, which is lost when both come from storage.
const find = (code: string): FindingWords<unknown> | undefined =>
  Object.hasOwn(words, code) ? (words[code as RuleCode] as unknown as FindingWords<unknown>) : undefined;

/** Whether there are words for a rule. */
export const hasWords = (code: string): boolean => find(code) !== undefined;

/** The rule's name in lists and filters; the code itself for a rule without words. */
export const ruleLabel = (code: string): string => find(code)?.label ?? code;

/**
 * An answer stored by an older revision of a rule may hold evidence of another shape; a reader then gets the rule's name
 * and not a broken page.
 */
function worded<T>(say: () => T, otherwise: T): T {
  try {
    return say();
  } catch {
    return otherwise;
  }
}

/** The reason of a finding in one neutral sentence; its level is said beside it, never in it. */
export const sentence = ({ code, evidence }: Worded): string => worded(() => find(code)?.sentence(evidence) ?? code, ruleLabel(code));

/** The reason of a finding in at most 40 characters. */
export const chip = ({ code, evidence }: Worded): string => worded(() => find(code)?.chip(evidence) ?? code, ruleLabel(code));

/** What would clear or ease a finding; undefined where nothing can. */
export const clearsWhen = ({ code, evidence }: Worded): string | undefined => worded(() => find(code)?.clearsWhen?.(evidence), undefined);
