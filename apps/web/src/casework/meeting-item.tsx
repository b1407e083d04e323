import type { Meeting, MeetingRevision } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import { interventionAnswerLabel, interventionLabel, meetingKindLabel, meetingStateLabel, meetingTopicLabel } from '@matchwatch/words';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';
import { instantText, shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { useFailed } from '../surface/use-failed.js';
import { useCaseworkChanged } from './use-casework.js';
import { VersionsDialog } from './versions-dialog.js';

const MeetingDialog = lazy(async () => ({ default: (await import('./meeting-dialog.js')).MeetingDialog }));

interface MeetingItemProps {
  meeting: Meeting;
  mayWrite: boolean;
  mayReadRestricted: boolean;
  /** What stands before the meeting: whose it is, in a list of several people's. */
  whose?: ReactNode;
}

type Open = 'correct' | 'withdraw' | 'versions' | undefined;

/** One meeting: what was said, advised and answered, and what can be done about it. */
export function MeetingItem({ meeting, mayWrite, mayReadRestricted, whose }: MeetingItemProps) {
  const t = useText();
  const api = useApi();
  const changed = useCaseworkChanged();
  const school = useSession()?.school;
  const [open, setOpen] = useState<Open>();
  const [revisions, setRevisions] = useState<MeetingRevision[]>();
  const { id, applicantId, state, kind, on, at, staff, others, topics, note, restricted, hasNote, advised, nextStep, nextOn, version } =
    meeting;
  const isWithdrawn = state === 'withdrawn';
  const isDue = state === 'planned' && school !== undefined && on <= school.today;
  const mayRead = !restricted || mayReadRestricted;
  const text = note ?? revisions?.[0]?.content.note ?? null;
  const people = [...staff.map(({ name }) => name), ...others];
  const failed = useFailed();
  const read = async () => {
    const read = revisions ?? (await api.getMeetingRevisions(applicantId, id));
    setRevisions(read);
    return read;
  };
  const openWith = async (next: Open) => {
    try {
      await read();
      setOpen(next);
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Box
      component="li"
      sx={{
        py: '12px',
        borderTop: '1px solid var(--line)',
        '&:first-of-type': { borderTop: 0, pt: '2px' },
        opacity: isWithdrawn ? 0.75 : 1,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 8px' }}>
        {whose}
        <Box component="span" sx={{ fontWeight: 600 }}>
          {shortDay(on, school?.today)}
          {at && `, ${at}`}
        </Box>
        <span>
          {meetingKindLabel(kind)}
          {people.length > 0 && `, ${people.join(', ')}`}
        </span>
        {state !== 'held' && (
          <Box component="span" sx={{ color: state === 'planned' ? 'var(--brand)' : 'var(--mute)', fontWeight: 500 }}>
            {meetingStateLabel(state)}
          </Box>
        )}
      </Box>
      {topics.length > 0 && <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{topics.map(meetingTopicLabel).join(' · ')}</Box>}
      {meeting.withdrawnReason && <Box sx={{ fontSize: 13 }}>{t('meetings.withdrawn', { reason: meeting.withdrawnReason })}</Box>}
      {text !== null && mayRead && <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: '4px' }}>{text}</Box>}
      {restricted && hasNote && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', mt: '4px', fontSize: 13 }}>
          <LockOutlinedIcon sx={{ fontSize: 16, color: 'var(--mute)' }} aria-hidden="true" />
          <span>{t(mayReadRestricted ? 'meetings.restricted' : 'meetings.hiddenNote')}</span>
          {mayReadRestricted && revisions === undefined && (
            <>
              <LinkButton type="button" onClick={() => void read().catch(failed)}>
                {t('meetings.readNote')}
              </LinkButton>
              <Box component="span" sx={{ color: 'var(--mute)' }}>
                {t('meetings.readNoteHelp')}
              </Box>
            </>
          )}
        </Box>
      )}
      {advised.length > 0 && (
        <Box component="ul" aria-label={t('meetings.advised')} sx={{ m: '6px 0 0', pl: '18px' }}>
          {advised.map(({ intervention, answer, why, dueOn }) => (
            <li key={intervention}>
              {interventionLabel(intervention)}:{' '}
              <Box component="span" sx={{ fontWeight: 600, color: answer === 'agreed' ? 'var(--on-track-ink)' : 'var(--ink)' }}>
                {interventionAnswerLabel(answer).toLowerCase()}
              </Box>
              {dueOn && ` ${t(answer === 'deferred' ? 'meetings.deferredTo' : 'meetings.until', { day: shortDay(dueOn, school?.today) })}`}
              {why && <Box component="span" sx={{ color: 'var(--mute)' }}>{` (${why})`}</Box>}
            </li>
          ))}
        </Box>
      )}
      {nextStep && nextOn && <Box sx={{ mt: '4px' }}>{t('meetings.next', { step: nextStep, day: shortDay(nextOn, school?.today) })}</Box>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 14px', mt: '6px', fontSize: 13, alignItems: 'baseline' }}>
        <Box component="span" sx={{ color: 'var(--mute)' }}>
          {t('casework.by', { by: meeting.changedBy, at: instantText(meeting.changedAt, school?.timeZone, school?.today) })}
        </Box>
        {mayWrite && !isWithdrawn && mayRead && (
          <LinkButton type="button" onClick={() => (restricted ? void openWith('correct') : setOpen('correct'))}>
            {t(isDue ? 'meetings.heldNow' : 'meetings.correct')}
          </LinkButton>
        )}
        {mayWrite && !isWithdrawn && (
          <LinkButton type="button" onClick={() => setOpen('withdraw')}>
            {t('meetings.withdraw')}
          </LinkButton>
        )}
        {version > 1 && (
          <LinkButton type="button" onClick={() => void openWith('versions')}>
            {t('meetings.versions')} ({version})
          </LinkButton>
        )}
        {state === 'planned' && (
          <Box
            component="a"
            href={`/api/v1/applicants/${applicantId}/meetings/${id}/calendar`}
            download
            sx={{ color: 'var(--brand)', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}
          >
            {t('meetings.calendar')}
          </Box>
        )}
      </Box>
      {open === 'correct' && (
        <Suspense fallback={null}>
          <MeetingDialog
            request={{ applicantId }}
            correct={{ meeting, note: text }}
            onClose={() => {
              setOpen(undefined);
              setRevisions(undefined);
            }}
          />
        </Suspense>
      )}
      {open === 'withdraw' && (
        <ConfirmDialog
          title={t('meetings.withdrawTitle')}
          text={t('meetings.withdrawText')}
          confirm={t('meetings.withdraw')}
          withReason
          onConfirm={async (reason) => {
            await api.withdrawMeeting(applicantId, id, version, reason).then(() => {
              setRevisions(undefined);
              setOpen(undefined);
              changed();
            }, failed);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'versions' && revisions && (
        <VersionsDialog
          title={t('meetings.versionsTitle', { day: shortDay(on, school?.today) })}
          versions={revisions.map(({ content, ...revision }) => ({ ...revision, lines: meetingLines(content, school?.today) }))}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Box>
  );
}

function meetingLines({ state, kind, on, topics, note, advised, nextStep }: MeetingRevision['content'], today: Day | undefined): string[] {
  return [
    `${shortDay(on, today)}, ${meetingKindLabel(kind)}, ${meetingStateLabel(state).toLowerCase()}`,
    topics.map(meetingTopicLabel).join(', '),
    ...advised.map(({ intervention, answer }) => `${interventionLabel(intervention)}: ${interventionAnswerLabel(answer).toLowerCase()}`),
    note ?? '',
    nextStep ?? '',
  ].filter((line) => line !== '');
}
