import type { ApplicantDetail } from '@matchwatch/contracts';
import { specialtyName } from '@matchwatch/domain';
import { categoryLabel, sentenceCase, specialtyTierLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { lazy, Suspense } from 'react';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { LinkButton } from '../surface/link-button.js';

/** With the rules: the card does not wait for it. */
const ListCost = lazy(async () => ({ default: (await import('../advice/list-cost.js')).ListCost }));

/** The specialties of the plan with how the score stands against each, and how many programs to apply to. */
export function PlanCard({ detail, onEdit }: { detail: ApplicantDetail; onEdit?: ((section: string) => void) | undefined }) {
  const t = useText();
  const { record, answer } = detail;
  const target = answer?.programTarget;
  const listed = record.programs?.length;
  return (
    <Card
      title={t('plan.title')}
      action={
        onEdit && (
          <LinkButton type="button" onClick={() => onEdit('plan')}>
            {t('action.edit')}
          </LinkButton>
        )
      }
    >
      {!answer || answer.categories.length === 0 ? (
        <Box sx={{ color: 'var(--mute)' }}>{t('plan.none')}</Box>
      ) : (
        answer.categories.map(({ specialty, role, tier, category, gap }) => (
          <Box
            key={`${role}-${specialty}`}
            sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: '5px', alignItems: 'baseline' }}
          >
            <Box sx={{ minWidth: 0 }}>
              {specialtyName(specialty)}
              <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
                {t(`plan.roles.${role}`)}
                {tier && `, ${specialtyTierLabel(tier).toLowerCase()}`}
              </Box>
            </Box>
            <Box sx={{ textAlign: 'right', flexShrink: 0 }}>
              {category ? categoryLabel(category) : t('plan.noCategory')}
              {gap !== null && (
                <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
                  {gap > 0 ? t('plan.below', { smart_count: gap }) : t('plan.above', { count: -gap })}
                </Box>
              )}
            </Box>
          </Box>
        ))
      )}
      {target && (
        <Box sx={{ borderTop: '1px solid var(--line)', mt: '8px', pt: '10px' }}>
          <b>{t('plan.target', { count: target.minimum === target.maximum ? target.minimum : `${target.minimum}–${target.maximum}` })}</b>
          {listed !== undefined && <span> · {t('plan.listed', { smart_count: listed })}</span>}
          <Box sx={{ color: 'var(--mute)', fontSize: 13, textWrap: 'pretty' }}>
            {sentenceCase(target.because)}
            <Suspense fallback={null}>
              <ListCost detail={detail} />
            </Suspense>
          </Box>
        </Box>
      )}
    </Card>
  );
}
