import type { Schedule, ScheduleSlot } from '@matchwatch/contracts';
import { cronText, overdueText, sentenceCase } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';
import { instantText } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { InlineLink } from '../surface/text-link.js';
import { useFailed } from '../surface/use-failed.js';
import { RunStateText } from './run-state-text.js';

const key = ['schedules'];
const askAgainAfter = 60_000;

/** What runs by itself: when, when next, what became of the last time, and why not. */
export function SchedulesCard() {
  const t = useText();
  const api = useApi();
  const { data } = useQuery({ queryKey: key, queryFn: ({ signal }) => api.getSchedules(signal), refetchInterval: askAgainAfter });
  if (!data || data.length === 0) return null;
  return (
    <Box sx={{ mb: '18px' }}>
      <Card title={t('run.schedules.title')}>
        <Box component="ul" sx={plainList}>
          {data.map((schedule) => (
            <ScheduleRow key={schedule.id} schedule={schedule} />
          ))}
        </Box>
      </Card>
    </Box>
  );
}

function useInstant() {
  const school = useSession()?.school;
  return (instant: string) => instantText(instant, school?.timeZone, school?.today);
}

function ScheduleRow({ schedule }: { schedule: Schedule }) {
  const t = useText();
  const at = useInstant();
  const [open, setOpen] = useState(false);
  const { kind, cron, timeZone, paused, next, overdue, slots } = schedule;
  const [last] = slots;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', md: 'minmax(0, 1.25fr) minmax(0, 0.75fr) minmax(0, 1.7fr) auto' },
        gridTemplateAreas: {
          xs: '"name pause" "next next" "last last" "overdue overdue" "history history"',
          md: '"name next last pause" "overdue overdue overdue overdue" "history history history history"',
        },
        gap: '2px 18px',
        alignItems: 'baseline',
        py: '10px',
        borderTop: '1px solid var(--line)',
        '&:first-of-type': { borderTop: 0, pt: 0 },
      }}
    >
      <Box sx={{ gridArea: 'name', minWidth: 0 }}>
        <b>{t(`run.schedules.kinds.${kind}`)}</b>
        <Box sx={{ color: 'var(--mute)', fontSize: 13, overflowWrap: 'anywhere' }}>
          {sentenceCase(cronText(cron))} · {timeZone}
        </Box>
      </Box>
      <PauseButton schedule={schedule} />
      <Box sx={{ gridArea: 'next', minWidth: 0 }}>
        {next && (
          <>
            <Box component="span" sx={{ color: 'var(--mute)' }}>
              {t('run.schedules.next')}
            </Box>{' '}
            {at(next.at)}
          </>
        )}
        {paused && (
          <Box component="span" sx={{ color: 'var(--at-risk-ink)' }}>
            {t('run.schedules.paused', { by: paused.by, at: at(paused.at), reason: paused.reason })}
          </Box>
        )}
      </Box>
      <Box sx={{ gridArea: 'last', minWidth: 0 }}>
        <Box component="span" sx={{ color: 'var(--mute)' }}>
          {t('run.schedules.last')}
        </Box>{' '}
        {last ? <SlotText slot={last} /> : t('run.schedules.never')}{' '}
        {slots.length > 1 && (
          <LinkButton type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'run.schedules.hideHistory' : 'run.schedules.history')}
          </LinkButton>
        )}
      </Box>
      {overdue && (
        <Box role="status" sx={{ gridArea: 'overdue', color: 'var(--high-risk-ink)', mt: '4px' }}>
          <span aria-hidden="true">!</span> {t('run.schedules.overdue', { at: at(overdue.at), why: overdueText(overdue.why) })}
          {overdue.detail && <Box sx={{ color: 'var(--mute)', fontSize: 13, overflowWrap: 'anywhere' }}>{overdue.detail}</Box>}
          {overdue.runId !== null && (
            <>
              {' '}
              <InlineLink to={`/runs/${overdue.runId}/show`}>{t('run.schedules.openRun', { id: overdue.runId })}</InlineLink>
            </>
          )}
        </Box>
      )}
      {open && (
        <Box component="ol" sx={{ gridArea: 'history', listStyle: 'none', m: '6px 0 0', p: 0, fontSize: 13 }}>
          {slots.map((slot) => (
            <Box component="li" key={slot.at} sx={{ py: '3px' }}>
              <SlotText slot={slot} />
              {slot.why && (
                <Box component="span" sx={{ color: 'var(--mute)', overflowWrap: 'anywhere' }}>
                  {' '}
                  · {slot.why}
                </Box>
              )}
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}

/** One time: when, late or not, and what became of it. */
function SlotText({ slot: { at: due, state, late, takenAt, runs } }: { slot: ScheduleSlot }) {
  const t = useText();
  const at = useInstant();
  return (
    <>
      {at(due)}
      {late && (
        <Box component="span" sx={{ color: 'var(--at-risk-ink)' }}>
          {' '}
          {t('run.schedules.late', { at: at(takenAt) })}
        </Box>
      )}
      {runs.length === 0
        ? ` · ${t(`run.schedules.slotStates.${state}`)}`
        : runs.map((run) => (
            <Box component="span" key={run.id} sx={{ whiteSpace: 'nowrap' }}>
              {' · '}
              <InlineLink to={`/runs/${run.id}/show`}>{run.season}</InlineLink> <RunStateText run={run} />
            </Box>
          ))}
    </>
  );
}

function PauseButton({ schedule: { id, paused } }: { schedule: Schedule }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const failed = useFailed();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  if (!useRoleDoes()('schedule.pause')) return <span />;
  const action = paused ? 'resume' : 'pause';
  const act = async (reason: string) => {
    try {
      await (paused ? api.resumeSchedule(id, reason || undefined) : api.pauseSchedule(id, reason));
      notify(t(`run.schedules.${action}Done`), { type: 'success' });
    } catch (error) {
      failed(error);
    }
    setAsked(false);
    await client.invalidateQueries({ queryKey: key });
    await client.invalidateQueries({ queryKey: ['home'] });
  };
  return (
    <Box sx={{ gridArea: 'pause', justifySelf: 'end' }}>
      <Button size="small" variant="outlined" onClick={() => setAsked(true)}>
        {t(`run.schedules.${action}`)}
      </Button>
      {asked && (
        <ConfirmDialog
          title={t(`run.schedules.${action}Title`)}
          text={t(`run.schedules.${action}Text`)}
          confirm={t(`run.schedules.${action}`)}
          withReason
          needsReason={!paused}
          onConfirm={act}
          onClose={() => setAsked(false)}
        />
      )}
    </Box>
  );
}
