import type { Day } from './day.js';
import type { FindingLevel, RiskLevel } from './level.js';
import type { FlagEventKind } from './run.js';

/** What became of one rule's flag, and at which level it stands or stood. */
export interface DigestChange {
  readonly code: string;
  readonly kind: FlagEventKind;
  readonly level: FindingLevel;
}

/** Somebody of whom something changed; the name is looked up for whoever reads. */
export interface DigestPerson {
  readonly applicantId: number;
  readonly from: RiskLevel | null;
  readonly to: RiskLevel | null;
  readonly changes: readonly DigestChange[];
}

/** What runs changed for an advisor's own applicants since the digest before: those with something new or higher first. */
export interface AdvisorDigest {
  readonly kind: 'digest';
  /** Raised when the shape changes. */
  readonly format: 1;
  readonly school: string;
  /** The day it is sent for. */
  readonly period: Day;
  readonly people: readonly DigestPerson[];
}

/** Whether something of somebody is new or more serious; else it is lower or cleared. */
export const isHeavier = ({ changes }: Pick<DigestPerson, 'changes'>): boolean =>
  changes.some(({ kind }) => kind === 'opened' || kind === 'raised');
