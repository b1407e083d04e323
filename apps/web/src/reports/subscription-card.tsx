import type { Subscription, SubscriptionWrite } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { Failure } from '../surface/failure.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { useFailed } from '../surface/use-failed.js';
import { useViews } from '../views/use-views.js';

/** What one gets of the reports by mail; each change holds at once. */
export function SubscriptionCard() {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const notify = useNotify();
  const failed = useFailed();
  const { data, error, refetch } = useQuery<Subscription[]>({
    queryKey: ['account', 'subscriptions'],
    queryFn: ({ signal }) => api.getSubscriptions(signal),
  });
  const { data: views } = useViews(data?.some(({ report }) => report === 'weekly') ?? false);
  const change = async ({ report, mail, skipEmpty, view }: Subscription, changed: Partial<SubscriptionWrite>) => {
    try {
      const after = await api.saveSubscription(report, { mail, skipEmpty, viewId: view?.id ?? null, ...changed });
      client.setQueryData(['account', 'subscriptions'], after);
      notify(t('subscription.saved'), { type: 'success' });
    } catch (failure) {
      failed(failure);
      void refetch();
    }
  };
  return (
    <Card title={t('subscription.title')}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeletons rows={2} />}
      {data?.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('subscription.none')}</Box>}
      {data?.map((subscription) => {
        const { report, mail, skipEmpty, view, isDefault } = subscription;
        // A view that somebody stopped sharing is still what one gets, until one chooses another.
        const choices = [...(views ?? []), ...(view && !views?.some(({ id }) => id === view.id) ? [view] : [])];
        return (
          <Box key={report} sx={{ '& + &': { mt: '14px', pt: '12px', borderTop: '1px solid var(--line)' } }}>
            <FormControlLabel
              label={<b>{t(`subscription.${report}`)}</b>}
              control={<Checkbox size="small" checked={mail} onChange={(_, checked) => void change(subscription, { mail: checked })} />}
            />
            <Box sx={{ color: 'var(--mute)', fontSize: 13, pl: '30px' }}>
              {t(`subscription.${report}Help`)} {isDefault && t('subscription.preset')}
            </Box>
            {report === 'weekly' && mail && (
              <Box sx={{ pl: '30px', mt: '6px' }}>
                <FormControlLabel
                  label={t('subscription.skipEmpty')}
                  control={
                    <Checkbox
                      size="small"
                      checked={skipEmpty}
                      onChange={(_, checked) => void change(subscription, { skipEmpty: checked })}
                    />
                  }
                />
                {choices.length > 0 && (
                  <ChoiceField
                    label={t('subscription.view')}
                    none={t('subscription.everybody')}
                    of={choices.map(({ id }) => id)}
                    text={(id) => choices.find((each) => each.id === id)?.name ?? ''}
                    value={view?.id ?? ''}
                    onChange={(id) => void change(subscription, { viewId: id === '' ? null : id })}
                    sx={{ mt: '8px' }}
                  />
                )}
              </Box>
            )}
          </Box>
        );
      })}
    </Card>
  );
}
