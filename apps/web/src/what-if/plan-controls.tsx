import {
  type Backup,
  type ChangeOf,
  geographies,
  planPriorities,
  type SpecialtyKey,
  specialtyKeys,
  specialtyName,
  visaNeeds,
} from '@matchwatch/domain';
import { specialtyText } from '@matchwatch/words';
import { choiceLabel } from '../applicants/record/field-label.js';
import { useText } from '../i18n/use-text.js';
import { primaryOf, triedOf } from './tried.js';
import { TrySelect, TrySwitch } from './try-inputs.js';
import type { WhatIf } from './use-what-if.js';

/** What is decided: specialties, geography, visa. */
export function PlanControls({ whatIf }: { whatIf: WhatIf }) {
  const { record } = whatIf;
  const asksVisa = record.applicantType === 'non-us-img' || (record.visa !== undefined && record.visa.need !== 'none');
  return (
    <>
      <PrimaryControl whatIf={whatIf} />
      <BackupControls whatIf={whatIf} />
      <DualControl whatIf={whatIf} />
      <ChoiceControl whatIf={whatIf} fact="plan.geography" values={geographies} now={record.specialtyPlan?.geography} />
      <ChoiceControl whatIf={whatIf} fact="plan.priority" values={planPriorities} now={record.specialtyPlan?.priority} />
      {asksVisa && <ChoiceControl whatIf={whatIf} fact="visa.need" values={visaNeeds} now={record.visa?.need} />}
    </>
  );
}

const specialties = specialtyKeys.map((value) => ({ value, name: specialtyName(value) }));

function PrimaryControl({ whatIf }: { whatIf: WhatIf }) {
  const t = useText();
  const now = whatIf.record.specialtyPlan?.primary;
  const set = (to: SpecialtyKey | undefined) =>
    whatIf.set('plan.primary', to === undefined || to === now ? undefined : { fact: 'plan.primary', from: now ?? null, to });
  return (
    <TrySelect
      label={t('whatIf.controls.primary')}
      today={now ? specialtyText(now) : t('whatIf.controls.none')}
      changed={primaryOf(whatIf) !== now}
      onBack={() => set(undefined)}
      value={primaryOf(whatIf) ?? ''}
      options={specialties}
      empty={t('whatIf.controls.none')}
      onChange={(key) => set(key as SpecialtyKey)}
    />
  );
}

function BackupControls({ whatIf }: { whatIf: WhatIf }) {
  const t = useText();
  const plan = whatIf.record.specialtyPlan;
  const now = plan?.backups ?? [];
  const backups = triedOf(whatIf, 'plan.backups')?.to ?? now;
  const set = (to: readonly Backup[]) =>
    whatIf.set(
      'plan.backups',
      JSON.stringify(to) === JSON.stringify(now) ? undefined : { fact: 'plan.backups', from: plan?.backups ?? null, to: [...to] },
    );
  const taken = new Set([...backups.map(({ specialty }) => specialty), primaryOf(whatIf)]);
  return (
    <>
      <TrySelect
        label={t('whatIf.controls.addBackup')}
        today={now.length === 0 ? t('whatIf.controls.none') : String(now.length)}
        changed={backups !== now}
        onBack={() => set(now)}
        value=""
        empty="–"
        options={specialties.filter(({ value }) => !taken.has(value))}
        onChange={(specialty) => set([...backups, { specialty: specialty as SpecialtyKey, acceptable: true }])}
      />
      {backups.map((backup, i) => (
        <TrySwitch
          key={backup.specialty}
          label={t('whatIf.controls.accept', { specialty: specialtyText(backup.specialty) })}
          changed={backup.acceptable !== now.find(({ specialty }) => specialty === backup.specialty)?.acceptable}
          checked={backup.acceptable === true}
          onChange={(acceptable) => {
            const before = now.find(({ specialty }) => specialty === backup.specialty);
            // Back to what the record says, which may be that nobody knows.
            const as = before && (before.acceptable ?? false) === acceptable ? before : { ...backup, acceptable };
            set(backups.with(i, as));
          }}
        />
      ))}
    </>
  );
}

function DualControl({ whatIf }: { whatIf: WhatIf }) {
  const t = useText();
  const now = whatIf.record.specialtyPlan?.dualApplying;
  const tried = triedOf(whatIf, 'plan.dual-applying');
  return (
    <TrySwitch
      label={t('whatIf.controls.dual')}
      changed={tried !== undefined}
      checked={tried?.to ?? now ?? false}
      onChange={(to) =>
        whatIf.set('plan.dual-applying', to === (now ?? false) ? undefined : { fact: 'plan.dual-applying', from: now ?? null, to })
      }
    />
  );
}

type ChoiceFact = 'plan.geography' | 'plan.priority' | 'visa.need';
const labels = {
  'plan.geography': 'whatIf.controls.geography',
  'plan.priority': 'whatIf.controls.priority',
  'visa.need': 'whatIf.controls.visa',
} as const;

interface ChoiceControlProps<F extends ChoiceFact> {
  whatIf: WhatIf;
  fact: F;
  values: readonly ChangeOf<F>['to'][];
  now: ChangeOf<F>['to'] | undefined;
}

function ChoiceControl<F extends ChoiceFact>({ whatIf, fact, values, now }: ChoiceControlProps<F>) {
  const t = useText();
  const tried = whatIf.changes.find((change) => change.fact === fact);
  return (
    <TrySelect
      label={t(labels[fact])}
      today={now ? choiceLabel(now, t) : t('whatIf.controls.notKnown')}
      changed={tried !== undefined}
      onBack={() => whatIf.set(fact, undefined)}
      value={(tried?.to as string | undefined) ?? now ?? ''}
      options={values.map((value) => ({ value, name: choiceLabel(value, t) }))}
      empty={t('whatIf.controls.notKnown')}
      onChange={(to) => whatIf.set(fact, to === now ? undefined : ({ fact, from: now ?? null, to } as ChangeOf<F>))}
    />
  );
}
