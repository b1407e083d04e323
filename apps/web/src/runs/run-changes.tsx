import type { RunDetail } from '@matchwatch/contracts';
import type { RunState } from '@matchwatch/domain';
import { ruleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { LevelMove, LevelMoveRow } from '../level/level-move-row.js';
import { Card } from '../surface/card.js';
import { EmptyState } from '../surface/empty-state.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';

const shownAtFirst = 25;

/** A held run or one of a draft would change what it found; one that was cancelled or failed would have. */
const tenses: Partial<Record<RunState, 'would' | 'never'>> = { held: 'would', compared: 'would', cancelled: 'never', failed: 'never' };

/** Whose level a run moved, and what moved it. */
export function RunChanges({ run: { changes, state } }: { run: RunDetail }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const tense = tenses[state] ?? 'did';
  const shown = all ? changes : changes.slice(0, shownAtFirst);
  return (
    <Card title={t(`run.changes.${tense}.title`)} action={changes.length > 0 && t('run.changes.count', { smart_count: changes.length })}>
      {changes.length === 0 && <EmptyState title={t(`run.changes.${tense}.none`)}>{t(`run.changes.${tense}.noneText`)}</EmptyState>}
      <Box component="ul" sx={plainList}>
        {shown.map(({ applicantId, name, from, to, setBy }) => (
          <LevelMoveRow key={applicantId} applicantId={applicantId} name={name} why={setBy.map(ruleLabel).join(' · ')}>
            <LevelMove from={from} to={to} />
          </LevelMoveRow>
        ))}
      </Box>
      {changes.length > shown.length && (
        <LinkButton type="button" onClick={() => setAll(true)}>
          {t('run.changes.more', { count: changes.length - shown.length })}
        </LinkButton>
      )}
    </Card>
  );
}
