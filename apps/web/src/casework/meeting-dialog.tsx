import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import TextField from '@mui/material/TextField';
import type { KeyboardEvent } from 'react';
import { spokenName } from '../applicants/applicant-name.js';
import { useText } from '../i18n/use-text.js';
import { longDay } from '../surface/day-text.js';
import { CheckField } from '../surface/form/check-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FieldNote } from '../surface/form/field-note.js';
import { FormBody, FormRefusal } from '../surface/form/form-body.js';
import { FormField } from '../surface/form/form-field.js';
import { WideDialog } from '../surface/wide-dialog.js';
import { AdvisedEditor } from './advised-editor.js';
import { ApplicantPicker } from './applicant-picker.js';
import { DraftOffer, DraftStanding } from './draft-offer.js';
import type { LogRequest } from './log-meeting.js';
import { MeetingTopics, MeetingWhen } from './meeting-when.js';
import { type CorrectedMeeting, useMeetingForm } from './use-meeting-form.js';

const row = { display: 'flex', flexWrap: 'wrap', gap: '0 12px', alignItems: 'flex-start' } as const;

interface MeetingDialogProps {
  request: LogRequest;
  correct?: CorrectedMeeting | undefined;
  onClose: () => void;
}

/** Logs a meeting, with one applicant or the same with several, or corrects one. */
export function MeetingDialog({ request, correct, onClose }: MeetingDialogProps) {
  const t = useText();
  const meeting = useMeetingForm(request, correct);
  const { form, draft, detail, people, present } = meeting;
  const { values, set, field } = form;
  const submit = async () => {
    await meeting.submit();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !meeting.isAddressed) return;
    event.preventDefault();
    void form.send(submit);
  };
  const title = correct
    ? t('log.correctTitle', { day: longDay(correct.meeting.on) })
    : detail
      ? t('log.titleWith', { name: spokenName(detail.record.name) })
      : t('log.title');
  return (
    <WideDialog title={title} busy={form.busy} isChanged={form.isChanged && !meeting.isKept} onClose={onClose} onKeyDown={onKeyDown}>
      <FormBody form={form} onSubmit={submit} sx={{ display: 'contents' }}>
        <DialogContent sx={{ pt: '4px' }}>
          <FormRefusal form={form} />
          <DraftOffer {...draft} />
          {request.applicantId === undefined && !correct && <ApplicantPicker value={meeting.picked} onChange={meeting.setPicked} />}
          <MeetingWhen form={form} before={correct?.meeting.state} />
          <MeetingTopics {...form} />
          <AdvisedEditor value={values.advised} suggested={meeting.suggested} onChange={(advised) => set({ advised })} wrong={form.wrong} />
          <FormField
            {...field('note')}
            label={t('log.note')}
            help={t('log.noteHelp')}
            autoFocus={request.applicantId !== undefined}
            rows={3}
            mostRows={12}
            longest={10_000}
          />
          <CheckField {...field('restricted')} label={t('log.restrict')} />
          {values.restricted && <FieldNote>{t('log.restrictHelp')}</FieldNote>}
          <Box sx={row}>
            <FormField {...field('nextStep')} label={t('log.next')} longest={300} sx={{ flex: '1 1 240px' }} />
            <DayField {...field('nextOn')} label={t('log.nextOn')} sx={{ width: 165 }} />
          </Box>
          <Box sx={row}>
            <Autocomplete
              multiple
              size="small"
              options={people.map(({ id }) => id)}
              getOptionLabel={(id) => people.find((each) => each.id === id)?.name ?? ''}
              value={present}
              onChange={(_event, staffIds) => set({ staffIds })}
              renderInput={(params) => (
                <TextField
                  {...params}
                  label={t('log.colleagues')}
                  error={form.wrong('staffIds') !== undefined}
                  helperText={form.wrong('staffIds')}
                />
              )}
              sx={{ flex: '1 1 240px' }}
            />
            <FormField {...field('others')} label={t('log.others')} longest={2_400} sx={{ flex: '1 1 200px' }} />
          </Box>
          {correct && (
            <FormField
              label={t('log.reason')}
              value={meeting.reason}
              onChange={meeting.setReason}
              wrong={form.wrong('reason')}
              longest={500}
            />
          )}
        </DialogContent>
        <DialogActions sx={{ p: '10px 24px', borderTop: '1px solid var(--line)', justifyContent: 'space-between', gap: 1 }}>
          <DraftStanding {...draft} />
          <Button
            type="submit"
            variant="contained"
            disabled={form.busy || !meeting.isAddressed}
            aria-keyshortcuts="Control+Enter Meta+Enter"
          >
            {t(correct ? 'log.submitCorrection' : values.state === 'planned' ? 'log.submitPlan' : 'log.submit')}
          </Button>
        </DialogActions>
      </FormBody>
    </WideDialog>
  );
}
