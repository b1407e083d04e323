import type { ApplicantType, SpecialtyKey } from '@matchwatch/domain';
import type { Chance } from '../chance.js';

type Weights = readonly (readonly [SpecialtyKey, number])[];

const ultra: Weights = [
  ['dermatology', 3],
  ['orthopaedic-surgery', 5],
  ['otolaryngology', 2],
  ['neurological-surgery', 1.5],
  ['plastic-surgery', 1],
  ['urology', 2],
  ['ophthalmology', 2.5],
  ['interventional-radiology', 1],
];
const competitive: Weights = [
  ['anesthesiology', 9],
  ['emergency-medicine', 8],
  ['diagnostic-radiology', 6],
];
const middle: Weights = [
  ['internal-medicine', 24],
  ['general-surgery', 7],
  ['obstetrics-and-gynecology', 7],
];
const open: Weights = [
  ['pediatrics', 10],
  ['psychiatry', 8],
  ['family-medicine', 11],
  ['neurology', 4],
  ['pathology', 2],
  ['physical-medicine-and-rehabilitation', 2],
];
const international: Weights = [
  ['internal-medicine', 46],
  ['family-medicine', 19],
  ['pediatrics', 9],
  ['psychiatry', 7],
  ['neurology', 5],
  ['pathology', 6],
  ['general-surgery', 4],
  ['physical-medicine-and-rehabilitation', 2],
  ['anesthesiology', 2],
];
const untiered: Weights = [
  ['internal-medicine-pediatrics', 3],
  ['child-neurology', 1],
  ['radiation-oncology', 1],
];

/** What the school expects of a Step 2 CK score in a specialty: roughly where its range begins. */
export function expectedStep2(specialty: SpecialtyKey): number {
  if (has(ultra, specialty)) return 250;
  if (has(competitive, specialty)) return 240;
  if (has(middle, specialty)) return 235;
  return 225;
}

/** A specialty somebody with such a score aims at: most choose within reach, a few do not. */
export function chooseSpecialty(chance: Chance, type: ApplicantType, step2: number): SpecialtyKey {
  if (type === 'us-img' || type === 'non-us-img') return chance.weighted(international);
  const draw = chance.next();
  if (draw > 0.78 && step2 >= 224 && step2 < 240) return reachFor(chance, step2) ?? chance.weighted(open);
  if (draw < 0.012) return chance.weighted(untiered);
  const [ultraShare, competitiveShare, middleShare] =
    step2 >= 252 ? [0.17, 0.22, 0.36] : step2 >= 242 ? [0.03, 0.19, 0.42] : [0.008, 0.04, 0.28];
  const place = chance.next();
  if (place < ultraShare) return chance.weighted(ultra);
  if (place < ultraShare + competitiveShare) return chance.weighted(competitive);
  if (place < ultraShare + competitiveShare + middleShare) return chance.weighted(middle);
  return chance.weighted(open);
}

/** A field one range above a score, if there is one: well above it when possible, for that is the usual dream. */
export function reachFor(chance: Chance, step2: number): SpecialtyKey | undefined {
  if (step2 >= 230 && step2 < 250) return chance.weighted(ultra);
  if (step2 >= 220 && step2 < 230) return chance.weighted(competitive);
  return undefined;
}

/** Whether the articles give a field a range at all. */
export const hasRange = (specialty: SpecialtyKey): boolean => !has(untiered, specialty);

/** A second choice: an easier field, never the first choice again. */
export function chooseBackup(chance: Chance, primary: SpecialtyKey): SpecialtyKey {
  const weights: Weights = expectedStep2(primary) >= 240 ? [...middle.slice(0, 2), ...open] : open;
  const choice = chance.weighted(weights);
  if (choice !== primary) return choice;
  return primary === 'family-medicine' ? 'pediatrics' : 'family-medicine';
}

const has = (weights: Weights, specialty: SpecialtyKey): boolean => weights.some(([key]) => key === specialty);
