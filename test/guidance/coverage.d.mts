export interface CoverageItem {
  readonly section: string;
  readonly id: string;
  readonly mark: string;
  readonly about: string;
  readonly state: 'covered' | 'planned' | 'refused';
  readonly references: readonly string[];
  readonly note?: string;
}
export function readItems(text?: string): readonly CoverageItem[];
export function findFaults(items?: readonly CoverageItem[]): readonly string[];
export function coverageDocument(items?: readonly CoverageItem[]): string;
