import type { Letter, SpecialtyKey } from '@matchwatch/domain';
import type { ApplicantView } from './applicant-view.js';

/** Letters that can be counted on. */
export interface LetterCount {
  readonly uploaded: number;
  readonly agreed: number;
  /** Letters whose specialty is not known, among those of one specialty. */
  readonly unknown: number;
}

/** Counts letters, all of them or those of one specialty. */
export function countLetters(letters: readonly Letter[], specialty?: SpecialtyKey): LetterCount {
  let uploaded = 0;
  let agreed = 0;
  let unknown = 0;
  for (const { status, specialty: of } of letters) {
    if (status !== 'uploaded' && status !== 'agreed') continue;
    if (specialty !== undefined && of !== specialty) {
      if (of === undefined) unknown++;
    } else if (status === 'uploaded') uploaded++;
    else agreed++;
  }
  return { uploaded, agreed, unknown };
}

/** Where the season stands with letters: undefined without a calendar. */
export function letterStage({ season, policy: { asOf } }: ApplicantView, days: number): 'early' | 'before' | 'submitted' | undefined {
  const { calendar } = season;
  const from = season.daysBefore('submit', days);
  if (calendar === undefined || from === undefined) return undefined;
  if (asOf < from) return 'early';
  return asOf < calendar.submit ? 'before' : 'submitted';
}

/** Whether a letter can be counted on. */
export const isPromised = ({ status }: Letter): boolean => status === 'agreed' || status === 'uploaded';
