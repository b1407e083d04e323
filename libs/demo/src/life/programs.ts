import { type ProgramChoice, programBands, programSignals, programStatuses, type SpecialtyKey, specialtyName } from '@matchwatch/domain';

const places = [
  'Riverside',
  'Lakeview',
  'Northgate',
  'Cedar Hill',
  'Harbor Point',
  'Fairmont',
  'Stonebridge',
  'Westfield',
  'Maple Valley',
  'Summit Ridge',
  'Bayshore',
  'Oakland Park',
  'Granite Falls',
  'Prairie View',
  'Silver Lake',
  'Elmwood',
  'Highland',
  'Clearwater Bend',
  'Ashford',
  'Brookhaven',
] as const;
const sites = {
  academic: ['University Hospital', 'Academic Medical Center', 'University Health', 'Teaching Hospital'],
  'community-affiliated': ['Regional Medical Center', 'Methodist Hospital', 'Health System', 'Memorial Hospital'],
  community: ['Community Hospital', 'County Hospital', 'General Hospital', 'Valley Clinic'],
} as const;
const settings = [
  'academic',
  'community',
  'community-affiliated',
  'academic',
  'community-affiliated',
  'community',
  'community-affiliated',
] as const;
const screens = [undefined, 215, undefined, 220, 210, undefined, 225, undefined, 230] as const;

/** Fictional programs of one specialty. */
export const programsOfSpecialty = 240;

/** The step from one program of a walk to the next; it shares no divisor with the register, so that a walk meets every program once. */
export const programStep = 7;

const takesImg = (entry: number): boolean => entry % 8 < 7;
const sponsorsJ1 = (entry: number): boolean => entry % 25 < 20;
const takesFailedAttempt = (entry: number): boolean => entry % 5 < 4;
const screenOf = (entry: number): number | undefined => screens[entry % screens.length];

/** Whether a fictional program would look at such an applicant at all. */
export function takes(
  entry: number,
  { img, failed, needsVisa, step2 }: { img: boolean; failed: boolean; needsVisa: boolean; step2: number },
): boolean {
  if (img && !takesImg(entry)) return false;
  if (needsVisa && !sponsorsJ1(entry)) return false;
  if (failed && !takesFailedAttempt(entry)) return false;
  return step2 >= (screenOf(entry) ?? 0);
}

/**
 * What one fictional program is and takes; the same entry of the same specialty is always the same program.
 * Fields are assigned, not spread: spread objects each get a shape of their own, and whoever reads thousands of shapes reads slowly.
 */
export function programAt(specialty: SpecialtyKey, entry: number): ProgramChoice {
  const setting = settings[entry % settings.length] ?? 'community';
  const place = places[entry % places.length];
  const site = sites[setting][Math.floor(entry / places.length) % 4];
  const third = Math.floor(entry / 80);
  const screen = screenOf(entry);
  const program: ProgramChoice = {
    program: `${place} ${site}${third === 0 ? '' : third === 1 ? ' East' : ' West'} ${specialtyName(specialty)}`,
    specialty,
    setting,
    sponsorsJ1: sponsorsJ1(entry),
    sponsorsH1b: entry % 25 < 6,
    takesImg: takesImg(entry),
    takesFailedAttempt: takesFailedAttempt(entry),
  };
  if (screen !== undefined) program.minimumStep2 = screen;
  if (entry % 3 === 0) program.maximumYearsSinceGraduation = 5;
  return program;
}

/** The program signals of one applicant by specialty (2024-25 signaling, AAMC; obstetrics 2023-24); none where no line is published. */
export function allotment(specialty: SpecialtyKey): { gold?: number; silver?: number; single?: number } {
  return signals[specialty] ?? {};
}

const signals: Partial<Record<SpecialtyKey, { gold?: number; silver?: number; single?: number }>> = {
  anesthesiology: { gold: 5, silver: 10 },
  'child-neurology': { single: 3 },
  dermatology: { gold: 3, silver: 25 },
  'diagnostic-radiology': { gold: 6, silver: 6 },
  'interventional-radiology': { gold: 6, silver: 6 },
  'emergency-medicine': { single: 5 },
  'family-medicine': { single: 5 },
  'general-surgery': { single: 15 },
  'internal-medicine': { gold: 3, silver: 12 },
  'neurological-surgery': { single: 25 },
  neurology: { single: 8 },
  'obstetrics-and-gynecology': { gold: 3, silver: 15 },
  'orthopaedic-surgery': { single: 30 },
  otolaryngology: { single: 25 },
  pathology: { single: 5 },
  pediatrics: { single: 5 },
  'physical-medicine-and-rehabilitation': { single: 8 },
  'preventive-medicine': { single: 3 },
  psychiatry: { single: 10 },
  'radiation-oncology': { single: 4 },
  'thoracic-surgery': { single: 3 },
  'transitional-year': { single: 12 },
};

const signalKinds = [undefined, ...programSignals] as const;
const made = new Map<SpecialtyKey, (ProgramChoice | undefined)[]>();

/** The made lines of one specialty, by `lineNumber`. */
export function linesOf(specialty: SpecialtyKey): (ProgramChoice | undefined)[] {
  let lines = made.get(specialty);
  if (lines === undefined) {
    lines = new Array(programsOfSpecialty * 72).fill(undefined);
    made.set(specialty, lines);
  }
  return lines;
}

/**
 * A line of a list at one moment, from the made lines of its specialty. Bands, statuses and signals are told by their place in the vocabulary
 * (signal 0 is none). Lines are shared between applicants, for a large population holds millions of them; nobody may change one.
 */
export function lineAt(
  lines: (ProgramChoice | undefined)[],
  specialty: SpecialtyKey,
  entry: number,
  band: number,
  status: number,
  signal: number,
): ProgramChoice {
  const at = ((entry * 3 + band) * 6 + status) * 4 + signal;
  const line = lines[at];
  if (line !== undefined) return line;
  const kind = signalKinds[signal];
  const fresh = programAt(specialty, entry);
  fresh.band = programBands[band];
  fresh.status = programStatuses[status];
  if (kind !== undefined) fresh.signal = kind;
  lines[at] = Object.freeze(fresh);
  return fresh;
}
