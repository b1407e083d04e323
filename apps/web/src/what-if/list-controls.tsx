import type { ProgramsOfKind, SpecialtyKey } from '@matchwatch/domain';
import { countPrograms } from '@matchwatch/risk-rules';
import { specialtyText } from '@matchwatch/words';
import { useText } from '../i18n/use-text.js';
import { primaryOf, triedOf } from './tried.js';
import { TrySlider } from './try-inputs.js';
import type { WhatIf } from './use-what-if.js';

/** How long the list is, in each specialty of the plan that is tried. */
export function ListControls({ whatIf }: { whatIf: WhatIf }) {
  const primary = primaryOf(whatIf);
  const backups = (whatIf.tried.specialtyPlan?.backups ?? []).map(({ specialty }) => specialty).filter((key) => key !== primary);
  return (
    <>
      {primary && <ProgramsControl whatIf={whatIf} specialty={primary} track="categorical" />}
      {backups.map((specialty) => (
        <ProgramsControl key={specialty} whatIf={whatIf} specialty={specialty} track="categorical" />
      ))}
      {primary && <ProgramsControl whatIf={whatIf} specialty={primary} track="preliminary" />}
    </>
  );
}

const roomToGrow = { categorical: 100, preliminary: 20 } as const;

interface ProgramsControlProps {
  whatIf: WhatIf;
  specialty: SpecialtyKey;
  track: keyof typeof roomToGrow;
}

function ProgramsControl({ whatIf, specialty, track }: ProgramsControlProps) {
  const t = useText();
  const slot = `list.programs:${specialty}:${track}`;
  const tried = triedOf(whatIf, 'list.programs', slot);
  const { programs } = whatIf.record;
  const now = countPrograms(programs ?? [], { specialty, track });
  const of = (count: number): ProgramsOfKind => ({ specialty, track, programs: count });
  return (
    <TrySlider
      label={
        track === 'categorical' ? t('whatIf.controls.programs', { specialty: specialtyText(specialty) }) : t('whatIf.controls.preliminary')
      }
      today={programs === undefined ? t('whatIf.controls.notKnown') : String(now)}
      changed={tried !== undefined}
      onBack={() => whatIf.set(slot, undefined)}
      value={tried?.to.programs ?? now}
      min={now}
      max={now + roomToGrow[track]}
      onChange={(count) =>
        whatIf.set(
          slot,
          count === now ? undefined : { fact: 'list.programs', from: programs === undefined ? null : of(now), to: of(count) },
        )
      }
    />
  );
}
