import type { PolicyVersionDetail } from '@matchwatch/contracts';
import type { Day, PolicyNotice } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';
import { shortDay } from '../surface/day-text.js';
import { keyLabel } from './policy-filter.js';
import { useVersionActions } from './use-version-actions.js';

type Action = 'publish' | 'discard' | 'withdraw';

interface PublicationCardProps {
  detail: PolicyVersionDetail;
  isUnsaved: boolean;
  notices: readonly PolicyNotice[];
  today: Day;
}

/** Putting a version in force, ending it, or taking it back; and who may, or why not yet. */
export function PublicationCard({ detail, isUnsaved, notices, today }: PublicationCardProps) {
  const t = useText();
  const api = useApi();
  const { act } = useVersionActions(detail.id);
  const [asked, setAsked] = useState<Action>();
  const { state, may, version, revision, effectiveOn } = detail;
  if (state === 'discarded' || state === 'withdrawn') return null;
  const calls: Record<Action, (reason: string) => Promise<PolicyVersionDetail>> = {
    publish: (reason) => api.publishPolicy(detail.id, revision, reason),
    discard: (reason) => api.endPolicy(detail.id, 'discard', reason),
    withdraw: (reason) => api.endPolicy(detail.id, 'withdraw', reason),
  };
  const confirm = async (action: Action, reason: string) => {
    await act(() => calls[action](reason), t(`policy.${action}.done`));
    setAsked(undefined);
  };
  return (
    <Card title={t('policy.publish.title')}>
      {state === 'draft' ? (
        <>
          <Box sx={{ color: 'var(--mute)', textWrap: 'pretty' }}>{told()}</Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: '12px' }}>
            {may.publish.allowed && !isUnsaved && (
              <Button variant="contained" onClick={() => setAsked('publish')}>
                {t('policy.publish.label')}
              </Button>
            )}
            {may.discard.allowed && (
              <Button variant="outlined" onClick={() => setAsked('discard')}>
                {t('policy.discard.label')}
              </Button>
            )}
          </Box>
        </>
      ) : may.withdraw.allowed ? (
        <>
          <Box sx={{ color: 'var(--mute)', textWrap: 'pretty' }}>{t('policy.withdraw.about')}</Box>
          <Button variant="outlined" onClick={() => setAsked('withdraw')} sx={{ mt: '12px' }}>
            {t('policy.withdraw.label')}
          </Button>
        </>
      ) : (
        <Box sx={{ color: 'var(--mute)' }}>{t('policy.withdraw.cannot', { because: may.withdraw.because })}</Box>
      )}
      {asked && (
        <ConfirmDialog
          title={t(`policy.${asked}.confirm`, { version })}
          text={t(`policy.${asked}.text`, { day: shortDay(effectiveOn, today) })}
          confirm={t(`policy.${asked}.label`)}
          withReason
          needsReason={asked === 'withdraw'}
          onConfirm={(reason) => confirm(asked, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Card>
  );

  function told(): string {
    const errors = notices.filter(({ severity }) => severity === 'error');
    const names = [...new Set(errors.flatMap(({ keys: [first] }) => (first === undefined ? [] : [`“${keyLabel(first)}”`])))];
    if (errors.length > 0) return t('policy.publish.mend', { smart_count: names.length, names: names.join(', ') });
    if (isUnsaved) return t('policy.publish.saveFirst');
    if (may.publish.allowed) return t('policy.publish.may');
    return t('policy.publish.cannot', { because: may.publish.because });
  }
}
