import type { ApplicantDetail } from '@matchwatch/contracts';
import { draftPlan } from '@matchwatch/risk-rules';
import { adviceOwnerLabel, adviceText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { applicantLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { InlineLink } from '../surface/text-link.js';
import { dueText } from './due-text.js';
import { PlanDraftDialog } from './plan-draft-dialog.js';

const shownAtFirst = 5;

/** What the findings ask for, in the order of the phases, and the way to a draft of a plan. */
export function AdviceCard({ detail: { id, record, answer, flags, may } }: { detail: ApplicantDetail }) {
  const t = useText();
  const today = useToday() ?? answer?.asOf;
  const [all, setAll] = useState(false);
  const [drafting, setDrafting] = useState(false);
  const draft = useMemo(
    () => answer && today && draftPlan(answer.advice, { asOf: today, openFlags: flags.filter(({ closedOn }) => closedOn === null) }),
    [answer, flags, today],
  );
  if (!draft) return null;
  const { tasks } = draft;
  const shown = all ? tasks : tasks.slice(0, shownAtFirst);
  return (
    <Card title={t('advice.title')} action={<InlineLink to="/templates">{t('templates.title')}</InlineLink>}>
      {tasks.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('advice.none')}</Box>}
      <Box component="ul" sx={plainList}>
        {shown.map((task) => (
          <Box
            component="li"
            key={task.advice}
            sx={{ py: '8px', borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: '2px' } }}
          >
            <Box sx={{ textWrap: 'pretty' }}>{adviceText(task.advice)}</Box>
            <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
              {adviceOwnerLabel(task.owner)} · {dueText(task, draft.asOf, t)}
            </Box>
          </Box>
        ))}
      </Box>
      {tasks.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', mt: '10px' }}>
          <Button variant="outlined" onClick={() => setDrafting(true)}>
            {t('advice.draft')}
          </Button>
          {tasks.length > shown.length && (
            <LinkButton type="button" onClick={() => setAll(true)}>
              {t('advice.more', { count: tasks.length - shown.length })}
            </LinkButton>
          )}
        </Box>
      )}
      {drafting && (
        <PlanDraftDialog
          name={record.name}
          draft={draft}
          saveAt={may.includes('plan.write') ? `${applicantLink(id)}?tab=casework&plan=edit` : undefined}
          onClose={() => setDrafting(false)}
        />
      )}
    </Card>
  );
}
