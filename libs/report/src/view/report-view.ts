import { type ApplicantFilter, applicantsPath } from '@matchwatch/contracts';
import type { Day, LevelFlow, RiskLevel } from '@matchwatch/domain';

/** A number of a report: what every rendering shows of it is this value, under this key. */
export interface ReportNumber {
  /** Says which number of the document it is, such as `levels.closing.at-risk`. */
  readonly key: string;
  /** Null where it is held back, since few people are behind it. */
  readonly value: number | null;
  /** The applicants it counts, where a filter of their list can tell. */
  readonly filter?: ApplicantFilter | undefined;
  /** Where it leads within the application when that is no list of applicants. */
  readonly path?: string | undefined;
}

/** Where a number leads within the application; undefined for one that counts nothing that is listed. */
export const pathOf = ({ path, filter }: ReportNumber): string | undefined => path ?? (filter && applicantsPath(filter));

/** A number with what it counts. */
export interface ReportFigure extends ReportNumber {
  readonly label: string;
  /** The same number in the report before. */
  readonly before?: ReportNumber | undefined;
  readonly level?: RiskLevel | undefined;
}

/** What stands in a cell of a table. */
export type ReportCell = string | ReportNumber;

/** Somebody in a list, with the sentences that say why. */
export interface ListedPerson {
  readonly applicantId: number;
  readonly from: RiskLevel | null;
  readonly to: RiskLevel | null;
  readonly lines: readonly string[];
}

/** A piece of a report that every rendering shows in its own way. */
export type ReportBlock =
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'calm' | 'warn' }
  | { readonly kind: 'figures'; readonly figures: readonly ReportFigure[] }
  | { readonly kind: 'flow'; readonly label: string; readonly flow: readonly LevelFlow[]; readonly since: Day | null }
  | {
      readonly kind: 'people';
      readonly heading: string;
      readonly count: ReportNumber & { readonly value: number };
      readonly people: readonly ListedPerson[];
      /** Whether the level before is worth saying. */
      readonly moves: boolean;
      readonly none: string;
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly ReportCell[])[];
      readonly note?: string | undefined;
    };

export const reportParts = ['now', 'changed', 'waiting', 'ahead', 'unknown', 'wellbeing', 'flags', 'cohort', 'caseload', 'trust'] as const;
export type ReportPartKey = (typeof reportParts)[number];

/** A part of a report with its heading. */
export interface ReportPart {
  readonly key: ReportPartKey;
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}

/** A report in words and numbers, in the order it is read: what every rendering is made of. */
export interface ReportView {
  readonly title: string;
  readonly subtitle: string;
  /** What somebody should know who reads no further. */
  readonly lead: readonly string[];
  readonly parts: readonly ReportPart[];
  readonly footer: string;
}

/** Every number a view shows, in order. */
export const numbersOf = (view: ReportView): ReportNumber[] => view.parts.flatMap(({ blocks }) => blocks.flatMap(numbersOfBlock));

function numbersOfBlock(block: ReportBlock): ReportNumber[] {
  switch (block.kind) {
    case 'figures':
      return block.figures.flatMap((figure) => [figure, ...(figure.before ? [figure.before] : [])]);
    case 'people':
      return [block.count];
    case 'table':
      return block.rows.flatMap((row) => row.filter((cell) => typeof cell !== 'string'));
    // What the picture shows stands in a table of its own.
    case 'flow':
    case 'text':
      return [];
  }
}

/** The key of the number that went from one level to another. */
export const flowKey = (from: RiskLevel | null, to: RiskLevel | null): string => `flow.${from ?? 'none'}.${to ?? 'none'}`;
