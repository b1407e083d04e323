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
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { spokenName } from '../applicants/applicant-name.js';
import { saveFile } from '../http/download.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form-dialog.js';

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
  const [kind, setKind] = useState<BriefKind>('colleague');
  const [chosen, setChosen] = useState<readonly BriefSection[]>(open);
  const [reason, setReason] = useState('');
  const offered = open.filter((section) => kind === 'colleague' || studentSections.has(section));
  const body = () => ({ kind, sections: offered.filter((section) => chosen.includes(section)), reason });
  return (
    <FormDialog
      title={t('export.brief.title', { name: spokenName(record.name) })}
      text={t('export.brief.text')}
      submit={t('export.brief.submit')}
      check={() => briefRequestSchema.safeParse(body())}
      onSubmit={async () => {
        saveFile(await api.makeBrief(id, briefRequestSchema.parse(body())));
        notify(t('export.done'), { type: 'success' });
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <RadioGroup aria-label={t('export.brief.kind')} value={kind} onChange={(_event, value) => setKind(value as BriefKind)}>
            {briefKinds.map((each) => (
              <FormControlLabel key={each} value={each} control={<Radio size="small" />} label={t(`export.brief.kinds.${each}`)} />
            ))}
          </RadioGroup>
          {kind === 'student' && <Box sx={{ color: 'var(--mute)', fontSize: 13, mb: '6px' }}>{t('export.brief.studentSafe')}</Box>}
          <Box component="fieldset" sx={{ border: 0, p: 0, m: '6px 0 10px', minWidth: 0 }}>
            <Box component="legend" sx={{ fontWeight: 600, p: 0 }}>
              {t('export.brief.sections')}
            </Box>
            {offered.map((section) => (
              <FormControlLabel
                key={section}
                sx={{ display: 'flex' }}
                control={
                  <Checkbox
                    size="small"
                    checked={chosen.includes(section)}
                    onChange={(_event, checked) => setChosen(checked ? [...chosen, section] : chosen.filter((each) => each !== section))}
                    sx={{ p: '4px 8px' }}
                  />
                }
                label={<Box sx={{ fontSize: 13.5 }}>{t(`export.brief.parts.${section}`)}</Box>}
              />
            ))}
            {wrong.sections && <Box sx={{ color: 'error.main', fontSize: 12.5 }}>{wrong.sections}</Box>}
          </Box>
          <TextField
            label={t('export.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={wrong.reason !== undefined}
            helperText={wrong.reason ?? t('export.packet.reasonHelp')}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        </>
      )}
    </FormDialog>
  );
}
