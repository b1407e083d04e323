import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { type TextKey, useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { ExamControls } from './exam-controls.js';
import { ExperienceControls } from './experience-controls.js';
import { ListControls } from './list-controls.js';
import { PlanControls } from './plan-controls.js';
import { ReadyControls } from './ready-controls.js';
import type { WhatIf } from './use-what-if.js';

/** Every fact that can be tried, by theme. */
export function TryControls({ whatIf }: { whatIf: WhatIf }) {
  const t = useText();
  return (
    <Card title={t('whatIf.controls.title')}>
      <Box sx={{ display: 'grid', gap: '22px' }}>
        <Theme title="whatIf.controls.groups.exams">
          <ExamControls whatIf={whatIf} />
        </Theme>
        <Theme title="whatIf.controls.groups.plan">
          <PlanControls whatIf={whatIf} />
        </Theme>
        <Theme title="whatIf.controls.groups.experience">
          <ExperienceControls whatIf={whatIf} />
        </Theme>
        <Theme title="whatIf.controls.groups.list">
          <ListControls whatIf={whatIf} />
        </Theme>
        <Theme title="whatIf.controls.groups.ready">
          <ReadyControls whatIf={whatIf} />
        </Theme>
      </Box>
    </Card>
  );
}

function Theme({ title, children }: { title: TextKey; children: ReactNode }) {
  const t = useText();
  return (
    <Box component="section" aria-label={t(title)} sx={{ '&:not(:has(> div > *))': { display: 'none' } }}>
      <Box
        component="h3"
        sx={{ m: '0 0 10px', pb: '4px', fontSize: 13, fontWeight: 600, color: 'var(--mute)', borderBottom: '1px solid var(--line)' }}
      >
        {t(title)}
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: '16px 24px',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        {children}
      </Box>
    </Box>
  );
}
