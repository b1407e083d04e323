import type { ProgramDetail } from '@matchwatch/contracts';
import { isStale, type ProgramFactGroup, type ProgramFactName, programFactGroups, programFactNames } from '@matchwatch/domain';
import { programFactGroupLabel, programFactLabel, programSourceText, programValueText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { FactDialog } from './fact-dialog.js';

const groups = Object.keys(programFactGroups) as ProgramFactGroup[];

/** Everything that can be known about a program, group by group, each with where it is from and the day somebody looked. */
export function ProgramFactsCard({ program, mayEdit }: { program: ProgramDetail; mayEdit: boolean }) {
  const t = useText();
  const [edited, setEdited] = useState<ProgramFactName>();
  const known = programFactNames.filter((name) => program.facts[name] !== undefined).length;
  return (
    <Card title={t('program.facts.title')} action={t('program.facts.known', { known, all: programFactNames.length })}>
      {groups.map((group) => (
        <Group key={group} group={group} program={program} onEdit={mayEdit ? setEdited : undefined} />
      ))}
      {edited && <FactDialog program={program} name={edited} onClose={() => setEdited(undefined)} />}
    </Card>
  );
}

interface GroupProps {
  group: ProgramFactGroup;
  program: ProgramDetail;
  onEdit?: ((name: ProgramFactName) => void) | undefined;
}

function Group({ group, program, onEdit }: GroupProps) {
  const t = useText();
  const names = Object.keys(programFactGroups[group]) as ProgramFactName[];
  const unknown = names.filter((name) => program.facts[name] === undefined);
  return (
    <Box component="section" sx={{ '& + &': { mt: '18px' } }}>
      <Box component="h3" sx={{ fontSize: 13.5, fontWeight: 600, m: 0, mb: '2px' }}>
        {programFactGroupLabel(group)}
      </Box>
      <Box component="dl" sx={{ m: 0 }}>
        {names
          .filter((name) => program.facts[name] !== undefined)
          .map((name) => (
            <Fact key={name} name={name} program={program} onEdit={onEdit} />
          ))}
      </Box>
      {unknown.length > 0 && (
        <Box sx={{ color: 'var(--mute)', fontSize: 13, pt: '7px', borderTop: '1px solid var(--line)', lineHeight: 1.7 }}>
          {t('program.facts.notKnown')}:{' '}
          {unknown.map((name, at) => (
            <span key={name}>
              {at > 0 && ', '}
              {onEdit ? (
                <LinkButton type="button" onClick={() => onEdit(name)} aria-label={`${t('program.facts.set')}: ${programFactLabel(name)}`}>
                  {programFactLabel(name)}
                </LinkButton>
              ) : (
                programFactLabel(name)
              )}
            </span>
          ))}
        </Box>
      )}
    </Box>
  );
}

function Fact({ name, program, onEdit }: Omit<GroupProps, 'group'> & { name: ProgramFactName }) {
  const t = useText();
  const today = useToday();
  const fact = program.facts[name];
  if (!fact) return null;
  const stale = isStale(fact, program.seasonOpens ?? undefined);
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 1fr) minmax(0, 1.1fr) auto' },
        gap: '0 14px',
        alignItems: 'baseline',
        py: '7px',
        borderTop: '1px solid var(--line)',
      }}
    >
      <Box component="dt" sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, color: 'var(--mute)' }}>
        {programFactLabel(name)}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {programValueText(name, fact.value)}
        </Box>
        <Box sx={{ color: 'var(--mute)', fontSize: 12.5, overflowWrap: 'anywhere' }}>
          {t('program.facts.from', { source: programSourceText(fact.source), day: shortDay(fact.checkedOn, today) })}
          {fact.note && ` (${fact.note})`}
          {fact.source === 'forum' && `; ${t('program.facts.hint')}`}
          {stale && (
            <Box component="span" sx={{ color: 'var(--watch-ink)', fontWeight: 600 }}>
              {' '}
              · {t('program.facts.stale')}
            </Box>
          )}
        </Box>
      </Box>
      {onEdit && (
        <Box component="dd" sx={{ m: 0 }}>
          <LinkButton type="button" onClick={() => onEdit(name)} aria-label={`${t('program.facts.edit')}: ${programFactLabel(name)}`}>
            {t('program.facts.edit')}
          </LinkButton>
        </Box>
      )}
    </Box>
  );
}
