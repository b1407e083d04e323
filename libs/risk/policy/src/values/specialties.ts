import type { OtherReading, SpecialtyKey, SpecialtyTier } from '@matchwatch/domain';
import { type PolicyValue, proposed, stated } from '../entry.js';
import { scoreRange, specialtyList, specialtyTier } from '../kinds.js';

/** Step 2 CK scores of a group of specialties; `high` is null where there is no upper end. */
export interface ScoreRange {
  readonly low: number;
  readonly high: number | null;
}

/** How article 001 groups specialties: another reading, shown beside the tier and never computed with. */
export type AlternativeGroup = OtherReading['group'];

const tier = (value: SpecialtyTier): PolicyValue<SpecialtyTier | null> =>
  stated('Tier of the specialty', specialtyTier, value, '003#step-0');
const proposedTier = (value: SpecialtyTier, ...sources: string[]): PolicyValue<SpecialtyTier | null> =>
  proposed('Tier of the specialty, taken from another article than 003', specialtyTier, value, ...sources);
const noTier = (): PolicyValue<SpecialtyTier | null> =>
  proposed('Tier of the specialty; no article places it, so the school should', specialtyTier, null);

const tiers: { readonly [K in SpecialtyKey as `specialty.tier.${K}`]: PolicyValue<SpecialtyTier | null> } = {
  'specialty.tier.dermatology': tier('ultra-competitive'),
  'specialty.tier.orthopaedic-surgery': tier('ultra-competitive'),
  'specialty.tier.plastic-surgery': tier('ultra-competitive'),
  'specialty.tier.otolaryngology': tier('ultra-competitive'),
  'specialty.tier.neurological-surgery': proposedTier('ultra-competitive', '001#targets', '000#specialty-choice'),
  'specialty.tier.interventional-radiology': proposedTier('ultra-competitive', '001#targets'),
  'specialty.tier.urology': proposedTier('ultra-competitive', '001#targets'),
  'specialty.tier.ophthalmology': proposedTier('ultra-competitive', '001#targets'),
  'specialty.tier.emergency-medicine': tier('competitive'),
  'specialty.tier.anesthesiology': tier('competitive'),
  'specialty.tier.diagnostic-radiology': tier('competitive'),
  'specialty.tier.internal-medicine': tier('mid-competitive'),
  'specialty.tier.general-surgery': tier('mid-competitive'),
  'specialty.tier.obstetrics-and-gynecology': tier('mid-competitive'),
  'specialty.tier.pediatrics': tier('less-competitive'),
  'specialty.tier.psychiatry': tier('less-competitive'),
  'specialty.tier.family-medicine': tier('less-competitive'),
  'specialty.tier.neurology': tier('less-competitive'),
  'specialty.tier.pathology': proposedTier('less-competitive', '001#targets'),
  'specialty.tier.physical-medicine-and-rehabilitation': proposedTier('less-competitive', '000#specialty-choice', '002#specialty-choice'),
  'specialty.tier.internal-medicine-pediatrics': noTier(),
  'specialty.tier.child-neurology': noTier(),
  'specialty.tier.radiation-oncology': noTier(),
  'specialty.tier.thoracic-surgery': noTier(),
  'specialty.tier.vascular-surgery': noTier(),
  'specialty.tier.preventive-medicine': noTier(),
  'specialty.tier.occupational-and-environmental-medicine': noTier(),
  'specialty.tier.osteopathic-neuromusculoskeletal-medicine': noTier(),
  'specialty.tier.transitional-year': noTier(),
};

const range = (low: number, high: number | null): PolicyValue<ScoreRange> =>
  stated('Step 2 CK range in which successful applicants commonly lie', scoreRange, { low, high }, '003#step-0');
const alternativeRange = (low: number, high: number | null): PolicyValue<ScoreRange> =>
  stated('Step 2 CK target of the group in article 001', scoreRange, { low, high }, '001#targets');
const grouped = (...keys: SpecialtyKey[]): PolicyValue<readonly SpecialtyKey[]> =>
  stated('Specialties of the group in article 001', specialtyList, keys, '001#targets');

/** What tier each specialty has, which scores a tier asks for, and article 001's other grouping. */
export const specialtyValues = {
  ...tiers,
  'specialty.range.ultra-competitive': range(250, null),
  'specialty.range.competitive': range(240, 250),
  'specialty.range.mid-competitive': range(235, 245),
  'specialty.range.less-competitive': range(225, 240),
  'specialty.alternative.highly-competitive': grouped(
    'dermatology',
    'orthopaedic-surgery',
    'otolaryngology',
    'plastic-surgery',
    'neurological-surgery',
    'urology',
    'interventional-radiology',
    'ophthalmology',
  ),
  'specialty.alternative.moderately-competitive': grouped(
    'emergency-medicine',
    'anesthesiology',
    'diagnostic-radiology',
    'general-surgery',
    'neurology',
    'obstetrics-and-gynecology',
  ),
  'specialty.alternative.less-numerically-competitive': grouped(
    'family-medicine',
    'internal-medicine',
    'pediatrics',
    'psychiatry',
    'pathology',
  ),
  'specialty.alternative-range.highly-competitive': alternativeRange(250, null),
  'specialty.alternative-range.moderately-competitive': alternativeRange(240, null),
  'specialty.alternative-range.less-numerically-competitive': alternativeRange(230, null),
  'specialty.primary-care': stated(
    'Specialties of the primary care group',
    specialtyList,
    ['family-medicine', 'internal-medicine', 'pediatrics', 'psychiatry'],
    '000#application-volume',
    '002#specialty-choice',
  ),
};
