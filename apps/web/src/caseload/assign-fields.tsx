import type { AdvisorLoad, Caseload } from '@matchwatch/contracts';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { countText } from '../surface/day-text.js';
import type { Wrong } from '../surface/form-dialog.js';
import { nameOfLoad } from './load-table.js';

/** Advisors somebody can be assigned to, each with how many they accompany. */
export const assignable = (advisors: readonly AdvisorLoad[], except?: string | null): AdvisorLoad[] =>
  advisors.filter(({ advisor, personId }) => advisor !== null && personId !== null && advisor !== except);

interface ReasonFieldProps {
  reason: string;
  onReason: (reason: string) => void;
  wrong: Wrong;
}

/** Why somebody is assigned; it stands in each record's history. */
export function ReasonField({ reason, onReason, wrong }: ReasonFieldProps) {
  const t = useText();
  return (
    <TextField
      label={t('caseload.form.reason')}
      value={reason}
      onChange={(event) => onReason(event.target.value)}
      error={wrong.reason !== undefined}
      helperText={wrong.reason}
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  );
}

interface AdvisorFieldProps {
  label: string;
  advisor: string;
  onAdvisor: (advisor: string) => void;
  choices: readonly AdvisorLoad[];
  wrong: string | undefined;
}

/** Picks an advisor, with the load of each. */
export function AdvisorField({ label, advisor, onAdvisor, choices, wrong }: AdvisorFieldProps) {
  return (
    <TextField
      select
      label={label}
      value={advisor}
      onChange={(event) => onAdvisor(event.target.value)}
      error={wrong !== undefined}
      helperText={wrong}
    >
      {choices.map((each) => (
        <MenuItem key={each.advisor} value={each.advisor ?? ''}>
          {nameOfLoad(each, '')} · {countText(each.applicants)}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface AssignFieldsProps extends ReasonFieldProps, Pick<AdvisorFieldProps, 'advisor' | 'onAdvisor'> {
  season: number | undefined;
}

/** To whom applicants are given, and why. */
export function AssignFields({ season, advisor, onAdvisor, ...reason }: AssignFieldsProps) {
  const t = useText();
  const api = useApi();
  const { data } = useQuery<Caseload>({ queryKey: ['caseload', season], queryFn: ({ signal }) => api.getCaseload(season, signal) });
  const choices = assignable(data?.advisors ?? []);
  return (
    <>
      <AdvisorField label={t('caseload.form.to')} advisor={advisor} onAdvisor={onAdvisor} choices={choices} wrong={reason.wrong.advisor} />
      <ReasonField {...reason} />
    </>
  );
}
