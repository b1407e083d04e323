import type { PolicyInForce, PolicyVersionDetail } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Column, Columns } from '../surface/columns.js';
import { instantText, shortDay } from '../surface/day-text.js';
import { PageHeading } from '../surface/page-heading.js';
import { TextLink } from '../surface/text-link.js';
import { DifferencesCard } from './differences-card.js';
import { DraftEditor } from './draft-editor.js';
import { HistoryCard } from './history-card.js';
import { PublicationCard } from './publication-card.js';
import { TrialCard } from './trial-card.js';
import { UnsavedGuard } from './unsaved-guard.js';
import { useDraft } from './use-draft.js';
import { VersionState } from './version-state.js';

interface VersionPageProps {
  detail: PolicyVersionDetail;
  policy: PolicyInForce;
  today: Day;
}

/** One version: what it changes, its trial on the cohort, its publication and its history. */
export function VersionPage({ detail, policy, today }: VersionPageProps) {
  const t = useText();
  const school = useSession()?.school;
  const draft = useDraft(detail, today);
  const isDraft = detail.state === 'draft' && detail.may.edit.allowed;
  const at = (instant: string) => instantText(instant, school?.timeZone, school?.today);
  return (
    <>
      <UnsavedGuard isUnsaved={draft.isChanged} />
      <Box sx={{ mb: '6px', fontSize: 13 }}>
        <TextLink to="/policy?tab=versions">← {t('policy.version.back')}</TextLink>
      </Box>
      <PageHeading
        tab={detail.version}
        title={
          <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' }}>
            {detail.version}
            <VersionState version={detail} />
          </Box>
        }
        sub={
          <>
            {!isDraft && <Box sx={{ color: 'var(--ink)' }}>{detail.reason}</Box>}
            <div>
              {t('policy.version.sub', { by: detail.author, day: shortDay(detail.effectiveOn, today), against: detail.against })}
              {' · '}
              {detail.published
                ? t('policy.version.published', { at: at(detail.published.at), by: detail.published.by })
                : t('policy.version.edited', { at: at(detail.updatedAt) })}
              {detail.ended && ` · ${t('policy.version.ended', { at: at(detail.ended.at), by: detail.ended.by })}`}
            </div>
          </>
        }
      />
      <Columns first="1.75fr">
        <Column>
          {isDraft ? <DraftEditor detail={detail} policy={policy} draft={draft} /> : <DifferencesCard detail={detail} />}
          <TrialCard detail={detail} isUnsaved={draft.isChanged} />
        </Column>
        <Box sx={{ display: 'grid', gap: '18px', minWidth: 0, position: { lg: 'sticky' }, top: { lg: '24px' } }}>
          <PublicationCard detail={detail} isUnsaved={draft.isChanged} notices={draft.notices} today={today} />
          <HistoryCard events={detail.events} />
        </Box>
      </Columns>
    </>
  );
}
