import { type AdvisorLoad, advisorAssignSchema, type Caseload } from '@matchwatch/contracts';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { countText } from '../surface/day-text.js';
import { FormDialog } from '../surface/form-dialog.js';
import { nameOfLoad } from './load-table.js';

interface AssignDialogProps {
  load: AdvisorLoad;
  caseload: Caseload;
  onDone: (text: string) => void;
  onClose: () => void;
}

/** Hands the applicants of one advisor, or of nobody, to another one, with a reason. */
export function AssignDialog({ load, caseload: { season, advisors }, onDone, onClose }: AssignDialogProps) {
  const t = useText();
  const api = useApi();
  const [to, setTo] = useState('');
  const [onlyAtRisk, setOnlyAtRisk] = useState(load.advisor === null);
  const [reason, setReason] = useState('');
  const count = onlyAtRisk ? load.atRisk : load.applicants;
  const body = () => ({
    advisor: to === '' ? undefined : to,
    reason,
    filter: {
      season,
      ...(load.advisor === null ? { noAdvisor: true } : { advisor: load.advisor }),
      ...(onlyAtRisk && { riskLevel: ['high-risk', 'at-risk'] }),
    },
  });
  const others = advisors.filter(({ advisor, personId }) => advisor !== null && personId !== null && advisor !== load.advisor);
  return (
    <FormDialog
      title={
        load.advisor === null ? t('caseload.form.titleNobody') : t('caseload.form.title', { name: nameOfLoad(load, t('caseload.nobody')) })
      }
      text={t('caseload.form.text', { count: countText(count) })}
      submit={t('caseload.form.submit', { count: countText(count) })}
      check={() => advisorAssignSchema.safeParse(body())}
      onSubmit={async () => {
        const { assigned, unchanged } = await api.assignAdvisor(advisorAssignSchema.parse(body()));
        onDone(t('caseload.form.done', { count: countText(assigned.length), unchanged: countText(unchanged.length) }));
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <TextField
            select
            label={t('caseload.form.to')}
            value={to}
            onChange={(event) => setTo(event.target.value)}
            error={wrong.advisor !== undefined}
            helperText={wrong.advisor}
          >
            {others.map((each) => (
              <MenuItem key={each.advisor} value={each.advisor ?? ''}>
                {nameOfLoad(each, '')} · {countText(each.applicants)}
              </MenuItem>
            ))}
          </TextField>
          <FormControlLabel
            control={<Checkbox checked={onlyAtRisk} onChange={(event) => setOnlyAtRisk(event.target.checked)} />}
            label={t('caseload.form.only')}
          />
          <TextField
            label={t('caseload.form.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={wrong.reason !== undefined}
            helperText={wrong.reason}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        </>
      )}
    </FormDialog>
  );
}
