import { type ApplicantDetail, type Meeting, type MeetingCorrection, type MeetingWrite, meetingWriteSchema } from '@matchwatch/contracts';
import {
  adviceByPhase,
  type Day,
  type Intervention,
  interventionsFor,
  meetingKinds,
  meetingTopics,
  meetingTransitions,
  writableMeetingStates,
} from '@matchwatch/domain';
import { meetingKindLabel, meetingTopicLabel } from '@matchwatch/words';
import CloseIcon from '@mui/icons-material/Close';
import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Chip from '@mui/material/Chip';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import { useTheme } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { useNotify } from 'react-admin';
import { spokenName } from '../applicants/applicant-name.js';
import { failureDetail, failureKind, problemOf } from '../http/problem.js';
import { useApi } from '../http/use-api.js';
import { detailKey } from '../http/use-detail.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { DayField } from '../surface/day-field.js';
import { instantText, longDay } from '../surface/day-text.js';
import { AdvisedEditor } from './advised-editor.js';
import { ApplicantPicker, type Picked } from './applicant-picker.js';
import type { LogRequest } from './log-meeting.js';
import { emptyMeeting, fromDraft, fromMeeting, type MeetingForm, toWrite } from './meeting-form.js';
import { useCasework, useCaseworkChanged } from './use-casework.js';
import { useMeetingDraft } from './use-meeting-draft.js';

const titleId = 'log-meeting-title';

interface MeetingDialogProps {
  request: LogRequest;
  /** The meeting that is corrected, with the text of its note. */
  correct?: { meeting: Meeting; note: string | null } | undefined;
  onClose: () => void;
}

/** Logs a meeting, with one applicant or the same with several, or corrects one. */
export function MeetingDialog({ request, correct, onClose }: MeetingDialogProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const changed = useCaseworkChanged();
  const session = useSession();
  const today = session?.school.today ?? '2000-01-01';
  const fullScreen = useMediaQuery(useTheme().breakpoints.down('sm'));
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const [form, setForm] = useState<MeetingForm>(() =>
    correct ? opened(correct.meeting, correct.note, today) : { ...emptyMeeting(today), ...request.begin },
  );
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const ids = request.applicantId === undefined ? picked.map(({ id }) => id) : [request.applicantId];
  const only = ids.length === 1 ? ids[0] : undefined;
  const { detail, casework } = useApplicant(only);
  const begin = useCallback((draft: { content: Parameters<typeof fromDraft>[0] }) => setForm(fromDraft(draft.content, today)), [today]);
  const draft = useMeetingDraft(only, form, correct === undefined, begin);
  const suggested = useMemo(() => suggestedFor(detail), [detail]);
  const set = (change: Partial<MeetingForm>) => setForm((before) => ({ ...before, ...change }));
  const people = casework?.people ?? (session ? [{ id: session.user.id, name: session.user.name, isMe: true }] : []);
  const me = people.find(({ isMe }) => isMe);
  const present = form.staffIds.length > 0 || correct ? form.staffIds : me ? [me.id] : [];

  const submit = async () => {
    const write = { ...toWrite(form, detail?.record), staffIds: present };
    const checked = meetingWriteSchema.safeParse(write);
    setWrong(Object.fromEntries(checked.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []));
    setFailure(undefined);
    if (!checked.success || ids.length === 0) return;
    setBusy(true);
    try {
      await send(checked.data);
      draft.stop();
      changed();
      onClose();
    } catch (problem) {
      const issues = problemOf(problem)?.issues ?? [];
      setWrong(Object.fromEntries(issues.map(({ path, reason: why }) => [path.replace(/^meeting\./, ''), why])));
      setFailure(
        failureKind(problem) === 'conflict'
          ? t('casework.conflict')
          : (failureDetail(problem) ?? t(`failure.${failureKind(problem)}.happened`)),
      );
      setBusy(false);
    }
  };
  const send = async (write: MeetingWrite) => {
    if (correct) {
      const correction: MeetingCorrection = { ...write, reason: reason.trim() === '' ? null : reason.trim() };
      await api.correctMeeting(correct.meeting.applicantId, correct.meeting.id, correct.meeting.version, correction);
      notify(t('log.logged'), { type: 'info' });
    } else if (only === undefined) {
      const { done, rows } = await api.logForMany({ applicantIds: ids, meeting: write });
      const missed = rows.length - done;
      notify(`${t('log.loggedMany', { smart_count: done })}${missed > 0 ? `. ${t('log.someNotFound', { smart_count: missed })}` : ''}`, {
        type: missed > 0 ? 'warning' : 'info',
      });
    } else {
      await api.logMeeting(only, write);
      notify(t('log.logged'), { type: 'info' });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || busy) return;
    event.preventDefault();
    void submit();
  };

  const title = correct
    ? t('log.correctTitle', { day: longDay(correct.meeting.on) })
    : detail
      ? t('log.titleWith', { name: spokenName(detail.record.name) })
      : t('log.title');
  const states = correct
    ? writableMeetingStates.filter((state) => meetingTransitions[correct.meeting.state].includes(state))
    : writableMeetingStates;
  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      maxWidth="md"
      fullWidth
      fullScreen={fullScreen}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', p: '16px 16px 4px 24px', gap: 2 }}>
        <Typography variant="h1" component="h2" id={titleId} sx={{ fontSize: 20 }}>
          {title}
        </Typography>
        <IconButton onClick={onClose} aria-label={t('action.close')} disabled={busy}>
          <CloseIcon />
        </IconButton>
      </Box>
      <Box
        component="form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
        sx={{ display: 'contents' }}
      >
        <DialogContent sx={{ pt: '4px' }}>
          {failure && (
            <Alert severity="error" variant="outlined" sx={{ mb: '8px' }}>
              {failure}
            </Alert>
          )}
          {draft.offered && (
            <Alert
              severity="info"
              variant="outlined"
              sx={{ mb: '8px' }}
              action={
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px' }}>
                  <Button size="small" variant="contained" onClick={() => draft.decide('continue')}>
                    {t('log.offer.continue')}
                  </Button>
                  <Button size="small" onClick={() => draft.decide('discard')}>
                    {t('log.offer.discard')}
                  </Button>
                </Box>
              }
            >
              {t('log.offered', { at: instantText(draft.offered.savedAt, session?.school.timeZone, today) })}
            </Alert>
          )}
          {request.applicantId === undefined && !correct && <ApplicantPicker value={picked} onChange={setPicked} />}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px', alignItems: 'center' }}>
            <ToggleButtonGroup
              exclusive
              size="small"
              value={form.state}
              aria-label={t('log.state')}
              onChange={(_event, next: MeetingForm['state'] | null) => next && set({ state: next })}
              sx={{ my: '8px' }}
            >
              {states.map((state) => (
                <ToggleButton key={state} value={state} sx={{ textTransform: 'none' }}>
                  {t(`log.states.${state}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            <TextField
              select
              label={t('log.kind')}
              value={form.kind}
              onChange={(event) => set({ kind: event.target.value as MeetingForm['kind'] })}
              sx={{ width: 150 }}
            >
              {meetingKinds.map((kind) => (
                <MenuItem key={kind} value={kind}>
                  {meetingKindLabel(kind)}
                </MenuItem>
              ))}
            </TextField>
            <Box sx={{ width: 165 }}>
              <DayField label={t('log.day')} value={form.on} onChange={(on) => set({ on })} error={wrong.on !== undefined} />
            </Box>
            <TextField
              type="time"
              label={t('log.time')}
              value={form.at}
              onChange={(event) => set({ at: event.target.value })}
              slotProps={{ inputLabel: { shrink: true } }}
              sx={{ width: 125 }}
            />
            <TextField
              label={t('log.minutes')}
              value={form.minutes ?? ''}
              onChange={(event) => {
                const minutes = Number(event.target.value.replace(/\D/g, ''));
                set({ minutes: minutes > 0 ? Math.min(minutes, 600) : null });
              }}
              slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 3 } }}
              sx={{ width: 84 }}
            />
          </Box>
          {wrong.on && <Box sx={{ color: 'error.main', fontSize: 12.5 }}>{wrong.on}</Box>}
          <Box component="fieldset" sx={{ border: 0, p: 0, m: '4px 0 0', minWidth: 0 }}>
            <Box component="legend" sx={{ fontWeight: 600, fontSize: 13.5, p: 0, mb: '6px' }}>
              {t('log.topics')}
            </Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px' }}>
              {meetingTopics.map((topic) => {
                const isChosen = form.topics.includes(topic);
                return (
                  <Chip
                    key={topic}
                    label={meetingTopicLabel(topic)}
                    aria-pressed={isChosen}
                    variant={isChosen ? 'filled' : 'outlined'}
                    onClick={() => set({ topics: isChosen ? form.topics.filter((each) => each !== topic) : [...form.topics, topic] })}
                    sx={{ borderRadius: '9px', ...(isChosen && { bgcolor: 'var(--brand-soft)', color: 'var(--brand)', fontWeight: 600 }) }}
                  />
                );
              })}
            </Box>
          </Box>
          <AdvisedEditor value={form.advised} suggested={suggested} onChange={(advised) => set({ advised })} wrong={wrong} />
          <TextField
            label={t('log.note')}
            autoFocus={request.applicantId !== undefined}
            value={form.note}
            onChange={(event) => set({ note: event.target.value })}
            multiline
            minRows={3}
            maxRows={12}
            error={wrong.note !== undefined}
            helperText={wrong.note ?? t('log.noteHelp')}
            slotProps={{ htmlInput: { maxLength: 10_000 } }}
          />
          <FormControlLabel
            control={<Checkbox checked={form.restricted} onChange={(event) => set({ restricted: event.target.checked })} size="small" />}
            label={t('log.restrict')}
          />
          {form.restricted && <Box sx={{ color: 'var(--mute)', fontSize: 12.5, mt: '-4px' }}>{t('log.restrictHelp')}</Box>}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px' }}>
            <TextField
              label={t('log.next')}
              value={form.nextStep}
              onChange={(event) => set({ nextStep: event.target.value })}
              error={wrong.nextStep !== undefined}
              helperText={wrong.nextStep}
              slotProps={{ htmlInput: { maxLength: 300 } }}
              sx={{ flex: '1 1 240px' }}
            />
            <TextField
              type="date"
              label={t('log.nextOn')}
              value={form.nextOn ?? ''}
              onChange={(event) => set({ nextOn: (event.target.value || null) as MeetingForm['nextOn'] })}
              error={wrong.nextOn !== undefined}
              helperText={wrong.nextOn}
              slotProps={{ inputLabel: { shrink: true } }}
              sx={{ width: 165 }}
            />
          </Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px' }}>
            <Autocomplete
              multiple
              size="small"
              options={people.map(({ id }) => id)}
              getOptionLabel={(id) => people.find((each) => each.id === id)?.name ?? ''}
              value={present}
              onChange={(_event, staffIds) => set({ staffIds })}
              renderInput={(params) => <TextField {...params} label={t('log.colleagues')} error={wrong.staffIds !== undefined} />}
              sx={{ flex: '1 1 240px' }}
            />
            <TextField
              label={t('log.others')}
              value={form.others}
              onChange={(event) => set({ others: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 2_400 } }}
              sx={{ flex: '1 1 200px' }}
            />
          </Box>
          {correct && (
            <TextField
              label={t('log.reason')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
          )}
        </DialogContent>
        <DialogActions sx={{ p: '10px 24px', borderTop: '1px solid var(--line)', justifyContent: 'space-between', gap: 1 }}>
          <Box role="status" sx={{ color: draft.failed ? 'var(--at-risk-ink)' : 'var(--mute)', fontSize: 12.5 }}>
            {draft.failed
              ? t('log.draftNotSaved')
              : draft.savedAt && t('log.draftSaved', { at: instantText(draft.savedAt.toISOString(), session?.school.timeZone, today) })}
          </Box>
          <Button type="submit" variant="contained" disabled={busy || ids.length === 0} aria-keyshortcuts="Control+Enter Meta+Enter">
            {t(correct ? 'log.submitCorrection' : form.state === 'planned' ? 'log.submitPlan' : 'log.submit')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}

/** A meeting opened for correction: one that was planned and whose day has come was held, as a rule. */
const opened = (meeting: Meeting, note: string | null, today: Day): MeetingForm => ({
  ...fromMeeting(meeting, note),
  ...(meeting.state === 'planned' && meeting.on <= today && { state: 'held' as const }),
});

/** The applicant's page and casework, when there is one applicant. */
function useApplicant(applicantId: number | undefined) {
  const api = useApi();
  const { data: casework } = useCasework(applicantId);
  const { data: detail } = useQuery<ApplicantDetail>({
    queryKey: detailKey('applicants', applicantId ?? 0),
    queryFn: async ({ signal }) => (await api.getOne<ApplicantDetail>('applicants', { id: applicantId ?? 0, signal })).data,
    enabled: applicantId !== undefined,
  });
  return { detail, casework };
}

/** What the open findings ask for, as what may be advised; the first of each piece of advice comes first. */
function suggestedFor(detail: ApplicantDetail | undefined): Intervention[] {
  const asked = detail?.answer?.advice.map(({ code }) => code) ?? [...adviceByPhase.stabilize];
  const ways = asked.map((code) => interventionsFor(code));
  return [...new Set([...ways.flatMap((each) => each.slice(0, 1)), ...ways.flat()])];
}
