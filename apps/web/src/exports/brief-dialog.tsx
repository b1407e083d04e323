import {
  type ApplicantDetail,
  type BriefKind,
  type BriefSection,
  briefKinds,
  briefRequestSchema,
  briefSections,
  studentSections,
} from '@matchwatch/contracts';
import { type ApplicantAction } from '@matchwatch/domain';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useNotify } from 'react-admin';
import { spokenName } from '../applicants/applicant-name.js';
import { saveFile } from '../http/download.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { ChecksField } from '../surface/form/checks-field.js';
import { FieldNote } from '../surface/form/field-note.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';

const needs: Readonly<Partial<Record<BriefSection, ApplicantAction>>> = {
  level: 'risk.view',
  strengths: 'risk.view',
  facts: 'record.view',
};

/** A brief of two pages: for whom, which parts, what for. */
export function BriefDialog({ detail: { id, record, may }, onClose }: { detail: ApplicantDetail; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const open = briefSections.filter((section) => may.includes(needs[section] ?? 'notes.view'));
  const form = useForm({ kind: 'colleague' as BriefKind, sections: open as readonly BriefSection[], reason: '' });
  const { kind, sections, reason } = form.values;
  const offered = open.filter((section) => kind === 'colleague' || studentSections.has(section));
  return (
    <FormDialog
      form={form}
      title={t('export.brief.title', { name: spokenName(record.name) })}
      text={t('export.brief.text')}
      submit={t('export.brief.submit')}
      onSubmit={async () => {
        const request = briefRequestSchema.parse({ kind, sections: offered.filter((section) => sections.includes(section)), reason });
        saveFile(await api.makeBrief(id, request));
        notify(t('export.done'), { type: 'success' });
        onClose();
      }}
      onClose={onClose}
    >
      <RadioGroup aria-label={t('export.brief.kind')} value={kind} onChange={(_event, next) => form.set({ kind: next as BriefKind })}>
        {briefKinds.map((each) => (
          <FormControlLabel key={each} value={each} control={<Radio size="small" />} label={t(`export.brief.kinds.${each}`)} />
        ))}
      </RadioGroup>
      {kind === 'student' && <FieldNote>{t('export.brief.studentSafe')}</FieldNote>}
      <ChecksField
        {...form.field('sections')}
        legend={t('export.brief.sections')}
        of={offered}
        text={(section) => t(`export.brief.parts.${section}`)}
      />
      <FormField {...form.field('reason')} label={t('export.reason')} help={t('export.packet.reasonHelp')} longest={500} />
    </FormDialog>
  );
}
