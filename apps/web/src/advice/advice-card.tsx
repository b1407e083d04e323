import type { ApplicantDetail } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import { adviceOwnerLabel, adviceText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { type Text, useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { InlineLink } from '../surface/text-link.js';

const PlanDraftDialog = lazy(async () => ({ default: (await import('./plan-draft-dialog.js')).PlanDraftDialog }));

const shownAtFirst = 5;

type AdviceItem = NonNullable<ApplicantDetail['answer']>['advice'][number];

/** What the findings ask for, in the order of the phases, and the way to a draft of a plan. */
export function AdviceCard({ detail }: { detail: ApplicantDetail }) {
  const t = useText();
  const today = useSession()?.school.today;
  const [all, setAll] = useState(false);
  const [drafting, setDrafting] = useState(false);
  const advice = detail.answer?.advice ?? [];
  if (!detail.answer) return null;
  const shown = all ? advice : advice.slice(0, shownAtFirst);
  return (
    <Card title={t('advice.title')} action={<InlineLink to="/templates">{t('templates.title')}</InlineLink>}>
      {advice.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('advice.none')}</Box>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((item) => (
          <Box
            component="li"
            key={item.code}
            sx={{ py: '8px', borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: '2px' } }}
          >
            <Box sx={{ textWrap: 'pretty' }}>{adviceText(item.code)}</Box>
            <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
              {adviceOwnerLabel(item.owner)} · {dueText(item, today, t)}
            </Box>
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', mt: advice.length > 0 ? '10px' : 0 }}>
        {advice.length > 0 && (
          <Button variant="outlined" onClick={() => setDrafting(true)}>
            {t('advice.draft')}
          </Button>
        )}
        {advice.length > shown.length && (
          <LinkButton type="button" onClick={() => setAll(true)}>
            {t('advice.more', { count: advice.length - shown.length })}
          </LinkButton>
        )}
      </Box>
      {drafting && (
        <Suspense fallback={null}>
          <PlanDraftDialog detail={detail} onClose={() => setDrafting(false)} />
        </Suspense>
      )}
    </Card>
  );
}

function dueText({ dueOn, withinDays }: AdviceItem, today: Day | undefined, t: Text): string {
  if (dueOn === null) return t('advice.within', { smart_count: withinDays ?? 0 });
  return today !== undefined && dueOn < today
    ? t('advice.now', { day: shortDay(dueOn, today) })
    : t('advice.by', { day: shortDay(dueOn, today) });
}
