import type { AdvisorLoad, Caseload } from '@matchwatch/contracts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { countText } from '../surface/day-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { FormField } from '../surface/form/form-field.js';
import type { Field } from '../surface/form/use-form.js';
import { nameOfLoad } from './load-table.js';

/** Advisors somebody can be assigned to, each with how many they accompany. */
export const assignable = (advisors: readonly AdvisorLoad[], except?: string | null): AdvisorLoad[] =>
  advisors.filter(({ advisor, personId }) => advisor !== null && personId !== null && advisor !== except);

/** Why somebody is assigned; it stands in each record's history. */
export function ReasonField(field: Field<string>) {
  const t = useText();
  return <FormField {...field} label={t('caseload.form.reason')} longest={500} />;
}

interface AdvisorFieldProps extends Field<string> {
  label: string;
  choices: readonly AdvisorLoad[];
}

/** Picks an advisor, with the load of each. */
export function AdvisorField({ choices, ...field }: AdvisorFieldProps) {
  const loads = new Map(choices.map((load) => [load.advisor ?? '', load]));
  const text = (advisor: string) => {
    const load = loads.get(advisor);
    return load ? `${nameOfLoad(load, '')} · ${countText(load.applicants)}` : advisor;
  };
  return <ChoiceField {...field} of={[...loads.keys()]} text={text} />;
}

/** Picks an advisor of a season. */
export function AdvisorChoice({ season, ...field }: Field<string> & { season: number | undefined }) {
  const t = useText();
  const api = useApi();
  const { data } = useQuery<Caseload>({ queryKey: ['caseload', season], queryFn: ({ signal }) => api.getCaseload(season, signal) });
  return <AdvisorField {...field} label={t('caseload.form.to')} choices={assignable(data?.advisors ?? [])} />;
}
