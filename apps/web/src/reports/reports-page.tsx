import type { ReportEdition } from '@matchwatch/contracts';
import { mondayOf } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSeason } from '../season/season-context.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { countText, instantText, shortDay } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { numberTable } from '../surface/number-table.js';
import { PageHeading } from '../surface/page-heading.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { InlineLink, TextLink } from '../surface/text-link.js';
import { CorrectionDialog } from './correction-dialog.js';
import { useRefreshReports, useReports } from './use-reports.js';

const reportLink = (id: number): string => `/reports/${id}`;

/** The archive of weekly reports, and the state of the last. */
export function ReportsPage() {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const navigate = useNavigate();
  const refresh = useRefreshReports();
  const session = useSession();
  const does = useRoleDoes();
  const { season } = useSeason();
  const { data: editions, error, refetch } = useReports(season);
  const [correcting, setCorrecting] = useState(false);
  const [busy, setBusy] = useState(false);
  const week = session && mondayOf(session.school.today);
  const current = editions?.find(({ period, stands, view }) => period === week && stands && view === null);
  const make = async (correction?: string): Promise<void> => {
    if (season === undefined) return;
    const edition = await api.freezeReport({ season, ...(correction === undefined ? {} : { correction }) });
    refresh();
    notify(t('reports.made'), { type: 'success' });
    void navigate(reportLink(edition.id));
  };
  const begin = () => {
    setBusy(true);
    make()
      .catch((failure: Error) => notify(failure.message, { type: 'error' }))
      .finally(() => setBusy(false));
  };
  const own = session?.user.role === 'advisor' || session?.user.role === 'lead-advisor';
  return (
    <>
      <PageHeading
        tab={t('reports.tab')}
        title={editions === undefined || current ? t('reports.title.there') : t('reports.title.missing')}
        sub={
          <>
            {t(own ? 'reports.sub.own' : 'reports.sub.whole')}{' '}
            {does('report.send') && <InlineLink to="/mailing">{t('mailing.toMail')}</InlineLink>}
          </>
        }
        actions={
          editions === undefined ? undefined : current ? (
            <>
              <Button component={Link} to={reportLink(current.id)} variant="contained">
                {t('reports.open')}
              </Button>
              {(own || does('report.send')) && (
                <Button variant="outlined" onClick={() => setCorrecting(true)}>
                  {t('reports.correct')}
                </Button>
              )}
            </>
          ) : (
            <Button variant="contained" onClick={begin} disabled={busy}>
              {t('reports.make')}
            </Button>
          )
        }
      />
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Card flush>
          {editions === undefined ? (
            <RowSkeletons rows={5} />
          ) : editions.length === 0 ? (
            <EmptyState title={t('reports.none.title')}>{t('reports.none.text')}</EmptyState>
          ) : (
            <Archive editions={editions} />
          )}
        </Card>
      )}
      {correcting && <CorrectionDialog make={make} season={season ?? 0} onClose={() => setCorrecting(false)} />}
    </>
  );
}

function Archive({ editions }: { editions: readonly ReportEdition[] }) {
  const t = useText();
  const session = useSession();
  const numbers = ['need', 'worse', 'new', 'better', 'cleared'] as const;
  return (
    <Box role="region" tabIndex={0} aria-label={t('reports.archive')} sx={{ overflowX: 'auto', p: '6px 12px' }}>
      <Box
        component="table"
        sx={{
          ...numberTable,
          '& tbody th': { fontWeight: 600 },
          '& td:last-of-type, & thead th:last-of-type': { textAlign: 'left', pl: '20px', color: 'var(--mute)', fontSize: 13 },
        }}
      >
        <thead>
          <tr>
            {(['week', ...numbers, 'made'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`reports.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => {
            const { id, period, no, stands, view, levels, changes, since, madeAt, madeBy } = edition;
            const counts = { need: levels.closing['high-risk'] + levels.closing['at-risk'], ...changes };
            const at = instantText(madeAt, session?.school.timeZone, session?.school.today);
            return (
              <tr key={id}>
                <th scope="row">
                  <TextLink to={reportLink(id)} sx={{ color: 'var(--ink)' }}>
                    {shortDay(period, session?.school.today)}
                  </TextLink>
                  {view && <Box sx={{ color: 'var(--mute)', fontSize: 12.5, fontWeight: 400 }}>{view.name}</Box>}
                  {(no > 1 || !stands) && (
                    <Box sx={{ color: 'var(--mute)', fontSize: 12.5, fontWeight: 400 }}>
                      {stands ? t('reports.correctionNo', { no: no - 1 }) : t('reports.replaced')}
                    </Box>
                  )}
                </th>
                {numbers.map((number) => (
                  <td key={number}>
                    {since === null && number !== 'need' ? (
                      <Box component="span" sx={{ color: 'var(--mute)' }}>
                        –
                      </Box>
                    ) : (
                      countText(counts[number])
                    )}
                  </td>
                ))}
                <td>{madeBy === null ? t('reports.itself', { at }) : t('reports.by', { at, name: madeBy })}</td>
              </tr>
            );
          })}
        </tbody>
      </Box>
    </Box>
  );
}
