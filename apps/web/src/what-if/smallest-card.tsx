import { daysBetween } from '@matchwatch/domain';
import type { SmallestChange, SmallestChanges } from '@matchwatch/risk-rules';
import { changeText, missingLabel, ruleLabel } from '@matchwatch/words';
import CheckIcon from '@mui/icons-material/Check';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';
import { areSame } from './tried-changes.js';
import type { WhatIf } from './use-what-if.js';

/** What a person could change to stand better, the least first; or why nothing does. */
export function SmallestCard({ whatIf }: { whatIf: WhatIf }) {
  const t = useText();
  const { smallest } = whatIf;
  return (
    <Card title={t('whatIf.smallest.title')}>
      {smallest === undefined ? (
        <Box role="status" aria-label={t('whatIf.smallest.searching')}>
          <Skeleton height={34} />
          <Skeleton height={34} />
        </Box>
      ) : smallest.without === undefined ? (
        <>
          {smallest.options.some(({ changes }) => changes.length > 1) && (
            <Box sx={{ color: 'var(--mute)', mb: '6px' }}>{t('whatIf.smallest.pair')}</Box>
          )}
          <Box component="ul" sx={plainList}>
            {smallest.options.map((option) => (
              <Option key={JSON.stringify(option.changes)} option={option} whatIf={whatIf} />
            ))}
          </Box>
          <Box sx={{ fontSize: 12.5, color: 'var(--mute)', mt: '6px' }}>{t('whatIf.smallest.estimate')}</Box>
        </>
      ) : (
        <Without smallest={smallest} without={smallest.without} missing={whatIf.today.setBy} />
      )}
    </Card>
  );
}

function Option({ option, whatIf }: { option: SmallestChange; whatIf: WhatIf }) {
  const t = useText();
  const { changes, levelAfter, clears, lowers } = option;
  const text = changes.map(changeText).join(` ${t('whatIf.smallest.both')} `);
  const isTried = areSame(changes, whatIf.changes);
  const labels = (codes: readonly string[]) => [...new Set(codes.map(ruleLabel))].join('; ');
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' },
        gap: '4px 16px',
        py: '10px',
        borderTop: '1px solid var(--line)',
        '&:first-of-type': { borderTop: 0, pt: 0 },
      }}
    >
      <Box sx={{ fontWeight: 600, textWrap: 'pretty' }}>{text}</Box>
      <Box sx={{ justifySelf: { sm: 'end' }, gridRow: { sm: 'span 2' }, order: { xs: 1, sm: 0 } }}>
        <Button
          variant="outlined"
          startIcon={isTried && <CheckIcon aria-hidden="true" />}
          aria-pressed={isTried}
          aria-label={t(isTried ? 'whatIf.smallest.triedLabel' : 'whatIf.smallest.tryLabel', { change: text })}
          onClick={() => whatIf.replaceAll(isTried ? [] : changes)}
          sx={isTried ? { color: 'var(--brand)', borderColor: 'var(--brand)', bgcolor: 'var(--brand-soft)' } : {}}
        >
          {t(isTried ? 'whatIf.smallest.tried' : 'whatIf.smallest.try')}
        </Button>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 10px', alignItems: 'center', fontSize: 13, color: 'var(--mute)' }}>
        <LevelBadge level={levelAfter} />
        <span>{t('whatIf.smallest.effort', { smart_count: option.effort.days })}</span>
        <span>{dueText(option)}</span>
        {clears.length > 0 && <span>{t('whatIf.smallest.clears', { rules: labels(clears) })}</span>}
        {clears.length === 0 && lowers.length > 0 && <span>{t('whatIf.smallest.lowers', { rules: labels(lowers) })}</span>}
      </Box>
    </Box>
  );

  function dueText({ dueOn, inTime }: SmallestChange): string {
    const { asOf } = whatIf.today;
    if (dueOn === null) return t('whatIf.smallest.over');
    const day = shortDay(dueOn, asOf);
    return inTime ? t('whatIf.smallest.due', { day, smart_count: daysBetween(asOf, dueOn) }) : t('whatIf.smallest.tight', { day });
  }
}

interface WithoutProps {
  smallest: SmallestChanges;
  without: NonNullable<SmallestChanges['without']>;
  /** Paths of the essential facts, where those are missing. */
  missing: readonly string[];
}

function Without({ smallest: { fixed, heldBy }, without, missing }: WithoutProps) {
  const t = useText();
  const told = {
    'at-best': ['whatIf.smallest.atBest', 'whatIf.smallest.atBestText'],
    'facts-missing': ['whatIf.smallest.factsMissing', 'whatIf.smallest.factsMissingText'],
    none: ['whatIf.smallest.none', heldBy.length > 0 ? 'whatIf.smallest.noneHeld' : 'whatIf.smallest.noneText'],
  } as const;
  const [title, text] = told[without];
  return (
    <Box>
      <Box sx={{ fontWeight: 600 }}>{t(title)}</Box>
      {fixed.length > heldBy.length && (
        <Box>
          {t('whatIf.smallest.fixed', {
            rules: fixed
              .filter((code) => !heldBy.includes(code))
              .map(ruleLabel)
              .join(', '),
          })}
        </Box>
      )}
      <Box sx={{ color: 'var(--mute)', textWrap: 'pretty' }}>
        {t(text, { facts: missing.map(missingLabel).join(', '), rules: heldBy.map(ruleLabel).join(', ') })}
      </Box>
    </Box>
  );
}
