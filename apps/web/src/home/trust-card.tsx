import type { Home } from '@matchwatch/contracts';
import { deliveryStates, mondayOf } from '@matchwatch/domain';
import { heldText, overdueText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { ledgerPath } from '../reports/delivery-periods-card.js';
import { DeliveryStateText } from '../reports/delivery-state-text.js';
import { useReports } from '../reports/use-reports.js';
import { RunStateText } from '../runs/run-state-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { countText, instantText, shortDay } from '../surface/day-text.js';
import { Fact, FactList } from '../surface/fact-list.js';
import { InlineLink, TextLink } from '../surface/text-link.js';

/** Whether today's picture can be trusted: the last run, a live one, and the next. */
export function TrustCard({ home: { season, lastRun, liveRun, nextRuns, heldRuns, overdue, mail, backup } }: { home: Home }) {
  const t = useText();
  const school = useSession()?.school;
  // A held run is said once, with its numbers.
  const late = overdue.filter(({ runId }) => !heldRuns.some(({ id }) => id === runId));
  const at = (instant: string) => instantText(instant, school?.timeZone, school?.today);
  return (
    <Card title={t('home.trust.title')} action={<TextLink to="/runs">{t('home.trust.all')}</TextLink>}>
      <FactList names="84px">
        {late.map((slot) => (
          <Fact key={`${slot.kind}-${slot.at}`} name={t('home.trust.overdue')}>
            <TextLink
              to={slot.runId === null ? '/runs' : `/runs/${slot.runId}/show`}
              sx={{ color: 'var(--high-risk-ink)', fontWeight: 600 }}
            >
              <span aria-hidden="true">!</span>{' '}
              {t('home.trust.overdueText', { kind: t(`run.schedules.kinds.${slot.kind}`), at: at(slot.at), why: overdueText(slot.why) })}
            </TextLink>
          </Fact>
        ))}
        {heldRuns.map((run) => (
          <Fact key={run.id} name={t('home.trust.held')}>
            <TextLink to={`/runs/${run.id}/show`} sx={{ color: 'var(--at-risk-ink)', fontWeight: 600 }}>
              <span aria-hidden="true">‖</span> {t('home.trust.heldRun', { day: shortDay(run.asOf, school?.today) })}
            </TextLink>
            {run.held.map((each) => (
              <Box key={each.rail} sx={{ color: 'var(--mute)', fontSize: 13 }}>
                {heldText(each)}
              </Box>
            ))}
          </Fact>
        ))}
        {liveRun && (
          <Fact name={t('home.trust.now')}>
            <TextLink to={`/runs/${liveRun.id}/show`}>
              {t('home.trust.progress', { done: countText(liveRun.counts.assessed), all: countText(liveRun.counts.population) })}
            </TextLink>
          </Fact>
        )}
        <Fact name={t('home.trust.last')}>
          {lastRun ? (
            <>
              <TextLink to={`/runs/${lastRun.id}/show`}>
                <RunStateText run={lastRun} />
              </TextLink>
              <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
                {t('home.trust.counts', {
                  at: at(lastRun.publishedAt ?? lastRun.closedAt ?? lastRun.queuedAt),
                  done: countText(lastRun.counts.assessed),
                  all: countText(lastRun.counts.population),
                })}
              </Box>
              {lastRun.counts.failed > 0 && lastRun.retry?.outcome !== 'complete' && (
                <Box sx={{ color: 'var(--at-risk-ink)', fontSize: 13 }}>
                  {t('home.trust.failed', { smart_count: lastRun.counts.failed })}
                </Box>
              )}
            </>
          ) : (
            t('home.trust.never')
          )}
        </Fact>
        <LastReport season={season} />
        {mail && <MailFact mail={mail} />}
        {backup && (
          <Fact name={t('home.trust.backup')}>
            <TextLink to="/system" sx={{ color: 'var(--high-risk-ink)', fontWeight: 600 }}>
              <span aria-hidden="true">!</span> {t(`home.trust.backups.${backup.why}`, { at: at(backup.at) })}
            </TextLink>
            <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
              {backup.lastAt ? t('home.trust.backups.last', { at: at(backup.lastAt) }) : t('home.trust.backups.none')}
            </Box>
          </Fact>
        )}
        {nextRuns.map((next) => (
          <Fact key={`${next.kind}-${next.at}`} name={t('home.trust.next')}>
            {at(next.at)}{' '}
            <Box component="span" sx={{ color: 'var(--mute)' }}>
              {t(`run.kinds.${next.kind}`).toLowerCase()}
            </Box>
          </Fact>
        ))}
      </FactList>
    </Card>
  );
}

/** The last weekly report, and whether this week has one. */
function LastReport({ season }: { season: number }) {
  const t = useText();
  const school = useSession()?.school;
  const mayRead = useRoleDoes()('edition.view');
  const { data: editions } = useReports(mayRead ? season : undefined);
  if (!mayRead || editions === undefined || !school) return null;
  const last = editions.find(({ stands, view }) => stands && view === null);
  const late = last?.period !== mondayOf(school.today);
  return (
    <Fact name={t('home.trust.report')}>
      {last && <TextLink to={`/reports/${last.id}`}>{t('home.trust.reportOf', { day: shortDay(last.period, school.today) })}</TextLink>}
      {late && (
        <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
          <InlineLink to="/reports">{t('home.trust.noReport')}</InlineLink>
        </Box>
      )}
    </Fact>
  );
}

/** The mail of the last weekly report, and what of all mail asks for a person; said once and calmly where there is no mail server. */
function MailFact({ mail: { server, held, trouble, lastReport } }: { mail: NonNullable<Home['mail']> }) {
  const t = useText();
  const today = useSession()?.school.today;
  const told = (['late', 'failed', 'uncertain'] as const).filter((kind) => trouble[kind] > 0);
  if (!server && !held && told.length === 0)
    return (
      <Fact name={t('home.trust.mail')}>
        <TextLink to="/mailing">{t('home.trust.noMail')}</TextLink>
      </Fact>
    );
  return (
    <Fact name={t('home.trust.mail')}>
      {lastReport ? (
        <TextLink to={ledgerPath(lastReport)}>
          {t('home.trust.mailOf', { day: shortDay(lastReport.period, today) })}{' '}
          {deliveryStates.map(
            (state) =>
              lastReport.counts[state] !== undefined && <DeliveryStateText key={state} state={state} count={lastReport.counts[state]} />,
          )}
        </TextLink>
      ) : (
        <TextLink to="/mailing">{t('home.trust.mailNone')}</TextLink>
      )}
      {held && (
        <Box sx={{ fontSize: 13 }}>
          <TextLink to="/mailing" sx={{ color: 'var(--at-risk-ink)', fontWeight: 600 }}>
            <span aria-hidden="true">‖</span> {t('home.trust.mailHeld')}
          </TextLink>
        </Box>
      )}
      {told.length > 0 && (
        <Box sx={{ fontSize: 13 }}>
          <TextLink to="/mailing" sx={{ color: 'var(--at-risk-ink)', fontWeight: 600 }}>
            <span aria-hidden="true">!</span>{' '}
            {told.map((kind) => t(`home.trust.mailTrouble.${kind}`, { smart_count: trouble[kind] })).join(', ')}
          </TextLink>
        </Box>
      )}
    </Fact>
  );
}
