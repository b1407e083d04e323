import type { Letter, SpecialtyKey } from '@matchwatch/domain';
import type { ApplicantView } from './applicant-view.js';

/** An applicant's letters as rules ask about them, told in one walk over the list. */
export class LetterRecord {
  uploaded = 0;
  agreed = 0;
  /** Of the uploaded and the agreed ones, those of the primary specialty; without one, none. */
  uploadedInSpecialty = 0;
  agreedInSpecialty = 0;
  /** Of both, those whose specialty is not stated, and what else is said of them. */
  unknownSpecialty = 0;
  fromUs = 0;
  unknownCountry = 0;
  strong = 0;
  /** Letters that say little, however far they have come, but for declined ones. */
  generic = 0;

  constructor(
    readonly letters: readonly Letter[],
    primary: SpecialtyKey | undefined,
  ) {
    for (let i = 0; i < letters.length; i++) {
      const { status, specialty, us, strength } = letters[i] as Letter;
      if (strength === 'generic' && status !== 'declined') this.generic++;
      if (status !== 'uploaded' && status !== 'agreed') continue;
      const inSpecialty = specialty !== undefined && specialty === primary;
      if (specialty === undefined) this.unknownSpecialty++;
      if (status === 'uploaded') {
        this.uploaded++;
        if (inSpecialty) this.uploadedInSpecialty++;
      } else {
        this.agreed++;
        if (inSpecialty) this.agreedInSpecialty++;
      }
      if (us === true) this.fromUs++;
      else if (us === undefined) this.unknownCountry++;
      if (strength === 'strong') this.strong++;
    }
  }

  /** Whose letters say little. */
  get genericWriters(): Letter['writer'][] {
    return this.letters.filter(({ strength, status }) => strength === 'generic' && status !== 'declined').map(({ writer }) => writer);
  }
}

/** Whether applications are still to be sent: undefined without a calendar. */
export function letterStage({ season: { calendar }, policy: { asOf } }: ApplicantView): 'before' | 'submitted' | undefined {
  if (calendar === undefined) return undefined;
  return asOf < calendar.submit ? 'before' : 'submitted';
}

/** Whether a letter can be counted on. */
export const isPromised = ({ status }: Letter): boolean => status === 'agreed' || status === 'uploaded';
