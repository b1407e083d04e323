import { mondayOf } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { CorrectionDialog } from '../reports/correction-dialog.js';
import { useRefreshReports, useReports } from '../reports/use-reports.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { countText, instantText, shortDay } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { LinkButton } from '../surface/link-button.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { TextLink } from '../surface/text-link.js';

/** The weekly reports of the applicants in a saved view: this week’s to make or open, and those there are. */
export function ViewReportsCard({ viewId, season }: { viewId: number; season: number }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const navigate = useNavigate();
  const refresh = useRefreshReports();
  const school = useSession()?.school;
  const { data, error, refetch } = useReports(season);
  const [busy, setBusy] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const editions = data?.filter(({ view }) => view?.id === viewId);
  const week = school && mondayOf(school.today);
  const current = editions?.find(({ period, stands }) => stands && period === week);
  const make = async (correction?: string): Promise<void> => {
    const edition = await api.freezeReport({ season, view: viewId, ...(correction === undefined ? {} : { correction }) });
    refresh();
    notify(t('reports.made'), { type: 'success' });
    void navigate(`/reports/${edition.id}`);
  };
  const begin = () => {
    setBusy(true);
    make()
      .catch((failure: Error) => notify(failure.message, { type: 'error' }))
      .finally(() => setBusy(false));
  };
  return (
    <Card
      title={t('views.report.title')}
      action={
        current ? (
          <Button component={Link} to={`/reports/${current.id}`} variant="outlined" size="small">
            {t('views.report.open')}
          </Button>
        ) : (
          editions && (
            <Button variant="outlined" size="small" onClick={begin} disabled={busy}>
              {t('views.report.make')}
            </Button>
          )
        )
      }
    >
      <Box sx={{ color: 'var(--mute)', textWrap: 'pretty' }}>
        {t('views.report.text', { season })}{' '}
        {current && (
          <LinkButton type="button" onClick={() => setCorrecting(true)}>
            {t('views.report.again')}
          </LinkButton>
        )}
      </Box>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && editions === undefined && <RowSkeletons rows={1} />}
      {editions && editions.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: '8px 0 0', p: 0 }}>
          {editions.map(({ id, period, no, stands, total, levels, madeAt }) => (
            <Box
              component="li"
              key={id}
              sx={{
                py: '7px',
                borderTop: '1px solid var(--line)',
                display: 'flex',
                flexWrap: 'wrap',
                gap: '2px 14px',
                alignItems: 'baseline',
              }}
            >
              <TextLink to={`/reports/${id}`} sx={{ flex: '1 1 130px', fontWeight: stands ? 600 : 400 }}>
                {t('views.report.week', { day: shortDay(period, school?.today) })}
              </TextLink>
              <Box component="span">
                {t('views.report.counts', {
                  need: countText(levels.closing['high-risk'] + levels.closing['at-risk']),
                  total: countText(total),
                })}
              </Box>
              <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
                {!stands ? t('reports.replaced') : no > 1 ? t('reports.correctionNo', { no: no - 1 }) : ''}{' '}
                {instantText(madeAt, school?.timeZone, school?.today)}
              </Box>
            </Box>
          ))}
        </Box>
      )}
      {correcting && <CorrectionDialog make={make} season={season} onClose={() => setCorrecting(false)} />}
    </Card>
  );
}
