import type { AdvisingEvidence } from '@matchwatch/contracts';
import { type AdvisingTable, type Day, isDay } from '@matchwatch/domain';
import { advisingColumnText, advisingRowText, advisingTableTitle } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ReasonDialog } from '../exports/reason-dialog.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSeason } from '../season/season-context.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { countText } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { smallNumberTable } from '../surface/number-table.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';

type Table = AdvisingEvidence['tables'][number];

const columnsOfPage: readonly (readonly AdvisingTable[])[] = [
  ['seen', 'staff', 'topics'],
  ['plans', 'months', 'kinds', 'help'],
];

/** What accreditation asks of advising, in counts that tell of nobody. */
export function EvidencePage() {
  const t = useText();
  const api = useApi();
  const { season } = useSeason();
  const [span, setSpan] = useState<{ from?: Day; to?: Day }>({});
  const [exporting, setExporting] = useState(false);
  const { data, error, refetch } = useQuery<AdvisingEvidence>({
    queryKey: ['evidence', season, span],
    queryFn: ({ signal }) => api.getEvidence({ season, ...span }, signal),
    enabled: season !== undefined,
    placeholderData: keepPreviousData,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <PageHeading
        tab={t('evidence.title')}
        title={t('evidence.title')}
        sub={t('evidence.sub', { smallest: data.smallest })}
        actions={
          <Button variant="outlined" onClick={() => setExporting(true)}>
            {t('evidence.export')}
          </Button>
        }
      />
      <SpanFields evidence={data} onChange={(part) => setSpan((before) => ({ ...before, ...part }))} />
      <Box sx={{ fontSize: 17, fontWeight: 600, mb: '16px' }}>{summaryText(data, t)}</Box>
      <Box
        sx={{
          display: 'grid',
          gap: '18px',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        {columnsOfPage.map((keys, at) => (
          <Box key={keys[0]} sx={{ display: 'grid', gap: '18px', minWidth: 0 }}>
            {data.tables
              .filter(({ table }) => keys.includes(table))
              .map((table) => (
                <TableCard key={table.table} table={table} smallest={data.smallest} />
              ))}
            {at === columnsOfPage.length - 1 && <ApartCard graders={data.graders} />}
          </Box>
        ))}
      </Box>
      {exporting && (
        <ReasonDialog
          title={t('evidence.exportTitle')}
          text={t('evidence.exportText')}
          make={(reason) => api.exportEvidence({ season, from: data.from, to: data.to, reason })}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  );
}

function summaryText({ applicants, met, meetings, smallest }: AdvisingEvidence, t: ReturnType<typeof useText>): string {
  if (applicants === 0) return t('evidence.none');
  if (met === null) return t('evidence.summaryFew', { applicants: countText(applicants), smallest });
  return t('evidence.summary', { met: countText(met), applicants: countText(applicants), meetings: countText(meetings) });
}

function SpanFields({ evidence, onChange }: { evidence: AdvisingEvidence; onChange: (part: { from?: Day; to?: Day }) => void }) {
  const t = useText();
  const today = useToday();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '10px', mb: '14px' }}>
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={`${end} ${evidence[end]}`}
          type="date"
          size="small"
          label={t(`evidence.${end}`)}
          defaultValue={evidence[end]}
          onBlur={({ target: { value } }) => isDay(value) && value !== evidence[end] && onChange({ [end]: value })}
          slotProps={{
            inputLabel: { shrink: true },
            htmlInput: end === 'from' ? { max: evidence.to } : { min: evidence.from, max: today },
          }}
          sx={{ width: 170, m: 0 }}
        />
      ))}
    </Box>
  );
}

function TableCard({ table: { table, columns, rows }, smallest }: { table: Table; smallest: number }) {
  const t = useText();
  const adds = table === 'seen' || table === 'plans';
  return (
    <Card title={advisingTableTitle(table)}>
      {rows.length === 0 ? (
        <Box sx={{ color: 'var(--mute)' }}>{t('evidence.nothing')}</Box>
      ) : (
        <Box sx={{ overflowX: 'auto' }}>
          <Box component="table" sx={{ ...smallNumberTable, '& tbody th': { fontWeight: 500 } }}>
            <thead>
              <tr>
                <td />
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {advisingColumnText(column)}
                  </th>
                ))}
                {adds && <th scope="col">{t('evidence.total')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, cells, total }) => (
                <tr key={row}>
                  <th scope="row">{advisingRowText(table, row)}</th>
                  {columns.map((column, at) => (
                    <Count key={column} count={cells[at] ?? null} smallest={smallest} />
                  ))}
                  {adds && <Count count={total} smallest={smallest} />}
                </tr>
              ))}
            </tbody>
          </Box>
        </Box>
      )}
    </Card>
  );
}

function Count({ count, smallest }: { count: number | null; smallest: number }) {
  const t = useText();
  if (count !== null) return <td>{countText(count)}</td>;
  return (
    <Box component="td" sx={{ color: 'var(--mute)', fontSize: 12.5 }} title={t('evidence.heldTitle', { smallest })}>
      {t('evidence.held')}
    </Box>
  );
}

function ApartCard({ graders: { relations, meetings } }: Pick<AdvisingEvidence, 'graders'>) {
  const t = useText();
  return (
    <Card title={t('evidence.apart.title')}>
      <Box sx={{ fontWeight: 600, color: meetings > 0 ? 'var(--at-risk-ink)' : undefined }}>
        {meetings === 0 ? t('evidence.apart.none') : t('evidence.apart.some', { smart_count: meetings })}
      </Box>
      <Box sx={{ color: 'var(--mute)', mt: '4px', textWrap: 'pretty' }}>
        {relations === 0 ? t('evidence.apart.wallNone') : t('evidence.apart.wall', { smart_count: relations })}
      </Box>
    </Card>
  );
}
