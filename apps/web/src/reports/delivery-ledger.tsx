import type { Delivery, DeliveryFilter } from '@matchwatch/contracts';
import type { DeliveryDecision, DeliveryState } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { Failure } from '../surface/failure.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { DeliveryDecideDialog } from './delivery-decide-dialog.js';
import { DeliveryRow } from './delivery-row.js';

const open = new Set<DeliveryState>(['due', 'sending']);
const askAgainMs = 4_000;

/** Every recipient of a report, with what became of their mail and what can be done about it. */
export function DeliveryLedger({ filter, title }: { filter: DeliveryFilter; title?: string | undefined }) {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const [asked, setAsked] = useState<{ delivery: Delivery; decision: DeliveryDecision }>();
  const { data, error, refetch } = useQuery({
    queryKey: ['deliveries', filter],
    queryFn: ({ signal }) => api.getDeliveries(filter, signal),
    refetchInterval: ({ state }) => (state.data?.some((each) => open.has(each.state)) ? askAgainMs : false),
    staleTime: 0,
  });
  const changed = () => {
    setAsked(undefined);
    for (const key of ['deliveries', 'mailing']) void client.invalidateQueries({ queryKey: [key] });
  };
  return (
    <Card title={title ?? t('mailing.ledger.title')} action={data && t('mailing.ledger.count', { smart_count: data.length })}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeletons rows={4} />}
      {data?.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('mailing.ledger.none')}</Box>}
      <Box component="ul" sx={plainList}>
        {data?.map((delivery) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            withReport={filter.period === undefined}
            onDecide={(each, decision) => setAsked({ delivery: each, decision })}
          />
        ))}
      </Box>
      {asked && <DeliveryDecideDialog {...asked} onDone={changed} onClose={() => setAsked(undefined)} />}
    </Card>
  );
}
