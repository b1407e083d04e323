import { type Backup, type SpecialtyKey, specialtyKeys } from '@matchwatch/domain';
import type { ApplicantView } from '../view/applicant-view.js';
import { type ChangeFamily, choices } from './family.js';

/** What is decided rather than earned: the specialties, where to go, what comes first, which visa to accept. */
export function planFamilies(view: ApplicantView): ChangeFamily[] {
  const { record, matchIsOver } = view;
  const plan = record.specialtyPlan;
  if (matchIsOver) return [];
  const backups = plan?.backups ?? [];
  const families = [
    choices(...otherPrimaries(view).map((to) => ({ fact: 'plan.primary' as const, from: plan?.primary ?? null, to }))),
    choices(...acceptableBackups(view, backups).map((to) => ({ fact: 'plan.backups' as const, from: plan?.backups ?? null, to }))),
  ];
  if (plan?.dualApplying === false) families.push(choices({ fact: 'plan.dual-applying', from: false, to: true }));
  const { geography, priority } = plan ?? {};
  if (geography === 'single-area' || geography === 'regional') {
    families.push(
      choices(...(geography === 'single-area' ? [{ fact: 'plan.geography' as const, from: geography, to: 'regional' as const }] : []), {
        fact: 'plan.geography',
        from: geography,
        to: 'open',
      }),
    );
  }
  if (plan !== undefined && priority === undefined) families.push(choices({ fact: 'plan.priority', from: null, to: 'specialty' }));
  const need = record.visa?.need;
  if (need === 'h1b-only')
    families.push(choices(...(['j1-or-h1b', 'j1'] as const).map((to) => ({ fact: 'visa.need' as const, from: need, to }))));
  return families;
}

/** Other primary specialties: the backups first, then those with experience or a letter, then the rest from the highest range downwards. */
function otherPrimaries({ record, policy }: ApplicantView): readonly SpecialtyKey[] {
  const { primary, backups = [] } = record.specialtyPlan ?? {};
  const lived = [...(record.experiences ?? []), ...(record.letters ?? [])].flatMap(({ specialty }) => specialty ?? []);
  const named = [...new Set([...backups.map(({ specialty }) => specialty), ...lived])].filter(
    (specialty) => policy.tierOf(specialty) !== undefined,
  );
  const rest = specialtyKeys
    .filter((specialty) => policy.tierOf(specialty) !== undefined && !named.includes(specialty))
    // Sorting keeps the order of the register among equals.
    .toSorted((a, b) => (policy.tierOf(b)?.low ?? 0) - (policy.tierOf(a)?.low ?? 0));
  return [...named, ...rest].filter((specialty) => specialty !== primary);
}

/** The named backups accepted, or else one more: the specialty with the lowest range that is not in the plan. */
function acceptableBackups({ record, policy }: ApplicantView, backups: readonly Backup[]): Backup[][] {
  const options = backups.flatMap((backup, i) => (backup.acceptable === true ? [] : [backups.with(i, { ...backup, acceptable: true })]));
  if (backups.some(({ acceptable }) => acceptable === true)) return options;
  const primary = record.specialtyPlan?.primary;
  const low = (specialty: SpecialtyKey) => policy.tierOf(specialty)?.low ?? Number.POSITIVE_INFINITY;
  const [another] = [...policy.primaryCare, ...specialtyKeys]
    .filter((specialty) => specialty !== primary && !backups.some((backup) => backup.specialty === specialty))
    .toSorted((a, b) => low(a) - low(b));
  return another === undefined ? options : [...options, [...backups, { specialty: another, acceptable: true }]];
}
