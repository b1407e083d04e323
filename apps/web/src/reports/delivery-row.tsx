import type { Delivery } from '@matchwatch/contracts';
import { type DeliveryDecision, deliveryAfter } from '@matchwatch/domain';
import { attemptOutcomeLabel, deliveryReasonText, mailedReportLabel, mailFaultText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { instantText, shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { ruled } from '../surface/ruled.js';
import { DeliveryStateText } from './delivery-state-text.js';

interface DeliveryRowProps {
  delivery: Delivery;
  /** Says of which report and period it is, where the list holds several. */
  withReport: boolean;
  onDecide: (delivery: Delivery, decision: DeliveryDecision) => void;
}

/** The mail to one recipient: where it stands and why, every try, and what can be done. */
export function DeliveryRow({ delivery, withReport, onDecide }: DeliveryRowProps) {
  const t = useText();
  const school = useSession()?.school;
  const at = (instant: string) => instantText(instant, school?.timeZone, school?.today);
  const { report, period, season, name, email, viewName, state, reason, dueAt, createdAt, endedAt, attempts, decisions } = delivery;
  const last = attempts.at(-1);
  const reply = last?.replyCode != null ? { code: last.replyCode, text: last.reply ?? '' } : null;
  const when =
    state === 'due'
      ? t(attempts.length > 0 ? 'mailing.ledger.nextTry' : 'mailing.ledger.dueSince', { at: at(attempts.length > 0 ? dueAt : createdAt) })
      : state === 'sent' && endedAt
        ? t('mailing.ledger.sentAt', { at: at(endedAt) })
        : '';
  return (
    <Box component="li" sx={{ py: '10px', ...ruled }}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) minmax(0, 1.3fr) minmax(0, 9.5rem)' },
          gap: '4px 14px',
          alignItems: 'baseline',
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <b>{name}</b>{' '}
          <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13, overflowWrap: 'anywhere' }}>
            {email}
          </Box>
          {viewName && (
            <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>{` · ${t('mailing.ledger.view', { view: viewName })}`}</Box>
          )}
          {withReport && (
            <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
              {mailedReportLabel(report)} ·{' '}
              {t(report === 'weekly' ? 'mailing.periods.week' : 'mailing.periods.day', { day: shortDay(period, school?.today) })}
              {season !== null && ` · ${t('mailing.periods.season', { season })}`}
            </Box>
          )}
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <DeliveryStateText state={state} />{' '}
          <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
            {[when, reason && deliveryReasonText(reason, reply)].filter(Boolean).join(' · ')}
          </Box>
        </Box>
        <Box sx={{ display: 'flex', gap: '14px', justifyContent: { sm: 'flex-end' } }}>
          {deliveryAfter(state, 'arrived') && (
            <LinkButton type="button" aria-label={t('mailing.ledger.arrivedLabel', { name })} onClick={() => onDecide(delivery, 'arrived')}>
              {t('mailing.ledger.arrived')}
            </LinkButton>
          )}
          {deliveryAfter(state, 'again') && (
            <LinkButton type="button" aria-label={t('mailing.ledger.againLabel', { name })} onClick={() => onDecide(delivery, 'again')}>
              {t('mailing.ledger.again')}
            </LinkButton>
          )}
        </Box>
      </Box>
      {(attempts.length > 0 || decisions.length > 0) && (
        <Box
          component="details"
          sx={{ mt: '4px', fontSize: 13, color: 'var(--mute)', '& summary': { cursor: 'pointer', width: 'fit-content' } }}
        >
          <summary>
            {attempts.length > 0 ? t('mailing.ledger.tries', { smart_count: attempts.length }) : t('mailing.ledger.decisions')}
          </summary>
          <Box component="ol" sx={{ m: '6px 0 0', pl: '18px', display: 'grid', gap: '4px', overflowWrap: 'anywhere' }}>
            {attempts.map((attempt) => (
              <li key={attempt.no}>
                {t('mailing.ledger.try', { no: attempt.no, at: at(attempt.startedAt) })}:{' '}
                {attempt.outcome ? attemptOutcomeLabel(attempt.outcome) : '…'}
                {attempt.replyCode !== null && ` (${attempt.replyCode} ${attempt.reply ?? ''})`}
                {attempt.fault !== null && attempt.replyCode === null && `: ${mailFaultText(attempt.fault)}`}
              </li>
            ))}
            {decisions.map((each) => (
              <li key={each.at}>{t(`mailing.ledger.decided.${each.decision}`, { by: each.by, at: at(each.at), reason: each.reason })}</li>
            ))}
          </Box>
          {last?.messageId && (
            <Box sx={{ mt: '4px', overflowWrap: 'anywhere' }}>
              {t('mailing.ledger.messageId')}: <code>{last.messageId}</code>
            </Box>
          )}
        </Box>
      )}
    </Box>
  );
}
