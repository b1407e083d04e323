import type { Day, SpecialtyKey } from '@matchwatch/domain';
import { changing, type PolicyValue } from '../entry.js';
import { count, optionalFields } from '../kinds.js';

/** How many program signals of each kind an applicant may send in one specialty; 0 where it has none of that kind. */
export interface SignalAllotment {
  readonly gold: number;
  readonly silver: number;
  readonly single: number;
}

const about = 'Program signals of an applicant in the specialty; the latest season published, for the school to confirm for its own';
const earlier: Day = '2010-01-01';
const signals = count('signals', 100);
const allotment = optionalFields('signals', { gold: signals, silver: signals, single: signals });

const allotted = (from: Day, value: SignalAllotment, source: string): PolicyValue<SignalAllotment | null> =>
  changing(about, allotment, {
    [earlier]: { value: null, sources: ['default'], confirm: true },
    [from]: { value, sources: [source], confirm: true },
  });

/** 2024–25 season. */
const tiered = (gold: number, silver: number) => allotted('2024-06-01', { gold, silver, single: 0 }, 'aamc-signals');
/** 2024–25 season. */
const single = (count: number) => allotted('2024-06-01', { gold: 0, silver: 0, single: count }, 'aamc-signals');
const unpublished = (): PolicyValue<SignalAllotment | null> =>
  changing(about, allotment, { [earlier]: { value: null, sources: ['default'], confirm: true } });

/** Program signals by specialty; null where no number is published. */
export const signalValues: { readonly [K in SpecialtyKey as `signals.${K}`]: PolicyValue<SignalAllotment | null> } = {
  'signals.dermatology': tiered(3, 25),
  'signals.orthopaedic-surgery': single(30),
  'signals.plastic-surgery': unpublished(),
  'signals.otolaryngology': single(25),
  'signals.neurological-surgery': single(25),
  'signals.interventional-radiology': tiered(6, 6),
  'signals.urology': unpublished(),
  'signals.ophthalmology': unpublished(),
  'signals.emergency-medicine': single(5),
  'signals.anesthesiology': tiered(5, 10),
  'signals.diagnostic-radiology': tiered(6, 6),
  'signals.internal-medicine': tiered(3, 12),
  'signals.general-surgery': single(15),
  // Before the specialty moved to another application service; no later number is published.
  'signals.obstetrics-and-gynecology': allotted('2023-06-01', { gold: 3, silver: 15, single: 0 }, 'obgyn-signals'),
  'signals.pediatrics': single(5),
  'signals.psychiatry': single(10),
  'signals.family-medicine': single(5),
  'signals.neurology': single(8),
  'signals.pathology': single(5),
  'signals.physical-medicine-and-rehabilitation': single(8),
  'signals.internal-medicine-pediatrics': unpublished(),
  'signals.child-neurology': single(3),
  'signals.radiation-oncology': single(4),
  'signals.thoracic-surgery': single(3),
  'signals.vascular-surgery': unpublished(),
  'signals.preventive-medicine': single(3),
  'signals.occupational-and-environmental-medicine': unpublished(),
  'signals.osteopathic-neuromusculoskeletal-medicine': unpublished(),
  'signals.transitional-year': single(12),
};
