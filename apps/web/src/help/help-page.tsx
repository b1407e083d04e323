import type { Help } from '@matchwatch/contracts';
import { interventionLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSeason } from '../season/season-context.js';
import { Card } from '../surface/card.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';

type Kind = Help['kinds'][number];
type Group = NonNullable<Kind['after'][number]['withIt']>;

/** Per kind of help: how many, how soon, and how things stood afterwards, beside similar applicants without it. */
export function HelpPage() {
  const t = useText();
  const api = useApi();
  const { season } = useSeason();
  const { data, error, refetch } = useQuery<Help>({
    queryKey: ['help', season],
    queryFn: ({ signal }) => api.getHelp(season ?? 0, signal),
    enabled: season !== undefined,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <PageHeading tab={t('help.tab')} title={t('help.title')} sub={t('help.sub')} />
      <Box sx={{ display: 'grid', gap: '16px' }}>
        {data.kinds.length === 0 && (
          <Card>
            <EmptyState title={t('help.none.title')}>{t('help.none.text')}</EmptyState>
          </Card>
        )}
        {data.kinds.map((kind) => (
          <KindCard key={kind.intervention} kind={kind} smallest={data.smallest} />
        ))}
      </Box>
    </>
  );
}

function KindCard({ kind: { intervention, applicants, medianDays, after }, smallest }: { kind: Kind; smallest: number }) {
  const t = useText();
  const followed = after.filter(({ withIt }) => withIt !== null);
  return (
    <Card title={interventionLabel(intervention)}>
      <Box sx={{ color: 'var(--mute)' }}>
        {applicants === null ? t('help.fewer', { smallest }) : t('help.agreed', { smart_count: applicants })}
        {medianDays !== null && ` · ${t('help.contact', { smart_count: Math.round(medianDays) })}`}
      </Box>
      {applicants !== null && followed.length === 0 && <Box sx={{ mt: '8px' }}>{t('help.tooFew')}</Box>}
      {followed.length > 0 && (
        <Box
          role="region"
          tabIndex={0}
          aria-label={t('help.followed', { help: interventionLabel(intervention) })}
          sx={{ overflowX: 'auto', mt: '10px' }}
        >
          <Box
            component="table"
            sx={{
              borderCollapse: 'collapse',
              width: '100%',
              minWidth: 560,
              fontSize: 13.5,
              '& th, & td': { textAlign: 'left', p: '6px 12px 6px 0', borderTop: '1px solid var(--line)', verticalAlign: 'top' },
              '& th': { fontWeight: 600 },
            }}
          >
            <thead>
              <tr>
                <th scope="col">{t('help.after')}</th>
                <th scope="col">{t('help.who')}</th>
                <th scope="col">{t('help.better')}</th>
                <th scope="col">{t('help.worse')}</th>
                <th scope="col">{t('help.flags')}</th>
              </tr>
            </thead>
            {followed.map(({ days, withIt, similar }) => (
              <tbody key={days}>
                <tr>
                  <th scope="rowgroup" rowSpan={2}>
                    {t('help.days', { days })}
                  </th>
                  <GroupCells who={t('help.withIt')} group={withIt} />
                </tr>
                <tr>
                  <GroupCells who={t('help.similar')} group={similar} />
                </tr>
              </tbody>
            ))}
          </Box>
        </Box>
      )}
    </Card>
  );
}

const percent = (share: number): number => Math.round(share * 100);
const signed = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

function GroupCells({ who, group }: { who: string; group: Group | null }) {
  const t = useText();
  const share = (of: Group['better']) => t('help.share', { share: percent(of.share), low: percent(of.low), high: percent(of.high) });
  return (
    <>
      <td>
        {who}
        {group && <Box sx={{ color: 'var(--mute)' }}>{t('help.of', { count: group.applicants })}</Box>}
      </td>
      {group ? (
        <>
          <td>{share(group.better)}</td>
          <td>{share(group.worse)}</td>
          <td>{t('help.change', { change: signed.format(group.flags) })}</td>
        </>
      ) : (
        <td colSpan={3}>{t('help.tooFew')}</td>
      )}
    </>
  );
}
