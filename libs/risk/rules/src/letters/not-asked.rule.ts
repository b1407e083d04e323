import type { Day, Experience, Letter, SpecialtyKey } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A rotation in the target specialty is over, no letter from that specialty was asked for since it began, and too few are promised already. */
export const notAsked = defineRule({
  code: 'letters.not-asked',
  revision: 1,
  about:
    'A rotation in the target specialty is over, no letter from that specialty was asked for since it began, and too few are promised already.',
  basis: ['002#usce', '003#phase-2'],
  asks: { until: 'match' },
  policy: { kinds: 'letters.not-asked.kinds', enough: 'letters.total', days: 'letters.not-asked.days', level: 'letters.not-asked.level' },
  assess(view, { kinds, enough, days, level }) {
    const { experiences, specialtyPlan } = view.record;
    if (experiences === undefined) return unknown(paths.experiences);
    const specialty = specialtyPlan?.primary;
    const line = view.policy.today.daysBefore(days);
    let rotations: { endedOn: Day; site: string | null }[] | undefined;
    let missing: string | undefined;
    for (const rotation of experiences) {
      const { kind, to, site } = rotation;
      if (to === undefined || to >= line || !kinds.includes(kind)) continue;
      if (specialty === undefined) return unknown(paths.primary);
      if (rotation.specialty !== undefined && rotation.specialty !== specialty) continue;
      const { letters } = view;
      if (letters === undefined) return unknown(paths.letters);
      const promised = letters.uploadedInSpecialty + letters.agreedInSpecialty;
      if (rotations === undefined && missing === undefined && promised >= enough) return clear();
      const asked = wasAsked(letters.letters, rotation, specialty);
      if (asked === true) continue;
      if (asked !== false) missing ??= asked;
      else if (rotation.specialty === undefined) missing ??= paths.experiencesSpecialty;
      else {
        rotations ??= [];
        rotations.push({ endedOn: to, site: site ?? null });
      }
    }
    if (rotations !== undefined && specialty !== undefined) return raised(level, { specialty, rotations, days });
    return missing === undefined ? clear() : unknown(missing);
  },
});

/** Whether a letter of the specialty was asked for since a rotation began; otherwise the path that would tell, where one is missing. */
function wasAsked(letters: readonly Letter[], { from, to }: Experience, specialty: SpecialtyKey): boolean | string {
  let missing: string | undefined;
  for (const { status, askedOn, specialty: of } of letters) {
    if (status === 'to-ask' || (of !== undefined && of !== specialty)) continue;
    const since = from ?? to;
    if (askedOn !== undefined && since !== undefined && askedOn < since) continue;
    if (of === undefined) missing ??= paths.lettersSpecialty;
    else if (askedOn === undefined) missing ??= paths.lettersAskedOn;
    else return true;
  }
  return missing ?? false;
}
