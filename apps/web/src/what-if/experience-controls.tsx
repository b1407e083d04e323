import { type ChangeOf, daysBetween, type Letter, type SpecialtyKey } from '@matchwatch/domain';
import { daysOfMonth, furtherExperience } from '@matchwatch/risk-rules';
import { letterWriterText, sentenceCase, specialtyText } from '@matchwatch/words';
import { useText } from '../i18n/use-text.js';
import { primaryOf, triedOf } from './tried.js';
import { TrySelect, TrySlider, TrySwitch } from './try-inputs.js';
import type { WhatIf } from './use-what-if.js';

/** Clinical months, letters and works, in the specialty that is tried. */
export function ExperienceControls({ whatIf }: { whatIf: WhatIf }) {
  const { letters } = whatIf.record;
  const primary = primaryOf(whatIf);
  const uploaded = letters?.filter(({ status }) => status === 'uploaded').length ?? 0;
  const expected = letters?.filter(({ status }) => status !== 'declined').length ?? 0;
  const generic = letters?.filter(({ strength, status }) => strength === 'generic' && status !== 'declined').length ?? 0;
  return (
    <>
      {primary && <MonthsControl whatIf={whatIf} specialty={primary} />}
      {expected > uploaded && <UploadedControl whatIf={whatIf} uploaded={uploaded} expected={expected} />}
      <NewLettersControl whatIf={whatIf} specialty={primary} />
      {generic > 0 && <GenericControl whatIf={whatIf} generic={generic} />}
      <WorkControl whatIf={whatIf} specialty={primary} />
    </>
  );
}

const mostMonths = 6;
const mostNewLetters = 4;

function MonthsControl({ whatIf, specialty }: { whatIf: WhatIf; specialty: SpecialtyKey }) {
  const t = useText();
  const { record, search } = whatIf;
  const tried = triedOf(whatIf, 'clinical.experience');
  const month = daysOfMonth(search);
  const { from, to } = tried?.to ?? {};
  return (
    <TrySlider
      label={t('whatIf.controls.months', { specialty: specialtyText(specialty) })}
      today="0"
      changed={tried !== undefined}
      onBack={() => whatIf.set('clinical.experience', undefined)}
      value={from && to ? Math.round((daysBetween(from, to) + 1) / month) : 0}
      min={0}
      max={mostMonths}
      text={(value) => t('whatIf.controls.monthsValue', { smart_count: value })}
      onChange={(months) =>
        whatIf.set(
          'clinical.experience',
          months === 0
            ? undefined
            : { fact: 'clinical.experience', from: null, to: furtherExperience(record, specialty, months * month, search.asOf) },
        )
      }
    />
  );
}

function UploadedControl({ whatIf, uploaded, expected }: { whatIf: WhatIf; uploaded: number; expected: number }) {
  const t = useText();
  const tried = triedOf(whatIf, 'letters.uploaded');
  return (
    <TrySlider
      label={t('whatIf.controls.uploaded')}
      today={String(uploaded)}
      changed={tried !== undefined}
      onBack={() => whatIf.set('letters.uploaded', undefined)}
      value={tried?.to ?? uploaded}
      min={uploaded}
      max={expected}
      onChange={(to) => whatIf.set('letters.uploaded', to === uploaded ? undefined : { fact: 'letters.uploaded', from: uploaded, to })}
    />
  );
}

const writers = ['attending', 'program-director', 'clerkship-director', 'chair'] as const;

function NewLettersControl({ whatIf, specialty }: { whatIf: WhatIf; specialty: SpecialtyKey | undefined }) {
  const t = useText();
  const tried = triedOf(whatIf, 'letters.new');
  const writer = tried?.to.letter.writer ?? 'attending';
  const set = (count: number, by: Letter['writer']) => {
    const letter: Letter = { writer: by, ...(specialty && { specialty }), us: true, status: 'uploaded', strength: 'strong' };
    const change: ChangeOf<'letters.new'> = { fact: 'letters.new', from: null, to: { count, letter } };
    whatIf.set('letters.new', count === 0 ? undefined : change);
  };
  return (
    <>
      <TrySlider
        label={t('whatIf.controls.newLetters')}
        today="0"
        changed={tried !== undefined}
        onBack={() => set(0, writer)}
        value={tried?.to.count ?? 0}
        min={0}
        max={mostNewLetters}
        onChange={(count) => set(count, writer)}
      />
      {tried && (
        <TrySelect
          label={t('whatIf.controls.writer')}
          today="–"
          changed={false}
          onBack={() => undefined}
          value={writer}
          options={writers.map((value) => ({ value, name: sentenceCase(letterWriterText(value)) }))}
          onChange={(by) => set(tried.to.count, by as Letter['writer'])}
        />
      )}
    </>
  );
}

function GenericControl({ whatIf, generic }: { whatIf: WhatIf; generic: number }) {
  const t = useText();
  const tried = triedOf(whatIf, 'letters.generic');
  return (
    <TrySwitch
      label={t('whatIf.controls.generic')}
      changed={tried !== undefined}
      checked={tried !== undefined}
      onChange={(replaced) => whatIf.set('letters.generic', replaced ? { fact: 'letters.generic', from: generic, to: 0 } : undefined)}
    />
  );
}

function WorkControl({ whatIf, specialty }: { whatIf: WhatIf; specialty: SpecialtyKey | undefined }) {
  const t = useText();
  const tried = triedOf(whatIf, 'scholarly.work');
  const { asOf } = whatIf.search;
  const work = { kind: 'case-report', status: 'submitted', ...(specialty && { specialty }), on: asOf } as const;
  return (
    <TrySwitch
      label={t('whatIf.controls.work')}
      changed={tried !== undefined}
      checked={tried !== undefined}
      onChange={(submitted) => whatIf.set('scholarly.work', submitted ? { fact: 'scholarly.work', from: null, to: work } : undefined)}
    />
  );
}
