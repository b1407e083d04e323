import { type AuditFilter, type AuditLine, auditFilterSchema, type Person } from '@matchwatch/contracts';
import { auditEvents, isDay } from '@matchwatch/domain';
import { auditEventText, sentenceCase } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useListContext } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { LinkButton } from '../surface/link-button.js';

const fieldStyle = { width: { xs: '100%', sm: 200 }, m: 0 } as const;
const anything = '';

/** What happened, who did it and when; an applicant comes by a link. */
export function AuditFilterBar() {
  const t = useText();
  const api = useApi();
  const { filterValues, setFilters, data } = useListContext<AuditLine>();
  const read = auditFilterSchema.safeParse(filterValues);
  const filter: AuditFilter = read.success ? read.data : {};
  const { data: people = [] } = useQuery<Person[]>({ queryKey: ['people'], queryFn: ({ signal }) => api.getPeople(signal) });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const change = (part: { [K in keyof AuditFilter]?: AuditFilter[K] | undefined }) => {
    const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined);
    setFilters(Object.fromEntries(next), {}, false);
  };
  const about =
    filter.applicantId === undefined ? undefined : data?.find(({ applicantId }) => applicantId === filter.applicantId)?.applicant;
  return (
    <Box
      role="search"
      aria-label={t('audit.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '10px', mb: '14px', alignItems: 'center' }}
    >
      <ChoiceField
        label={t('audit.event')}
        none={t('audit.anyEvent')}
        of={auditEvents}
        text={(event) => sentenceCase(auditEventText(event))}
        value={filter.event?.[0] ?? anything}
        onChange={(event) => change({ event: event === anything ? undefined : [event] })}
        sx={fieldStyle}
      />
      <ChoiceField
        label={t('audit.person')}
        none={t('audit.anybody')}
        of={[...names.keys()]}
        text={(id) => names.get(id) ?? ''}
        value={filter.personId ?? anything}
        onChange={(id) => change({ personId: id === anything ? undefined : id })}
        sx={fieldStyle}
      />
      {(['from', 'to'] as const).map((end) => (
        <DayField
          key={end}
          label={t(`audit.${end}`)}
          value={filter[end] ?? ''}
          onChange={(day) => change({ [end]: isDay(day) ? day : undefined })}
          sx={{ ...fieldStyle, width: { xs: 'calc(50% - 5px)', sm: 150 } }}
        />
      ))}
      {filter.applicantId !== undefined && (
        <Box sx={{ display: 'inline-flex', gap: '10px', alignItems: 'baseline' }}>
          <b>{t('audit.about', { name: about ?? `#${filter.applicantId}` })}</b>
          <LinkButton type="button" onClick={() => change({ applicantId: undefined })}>
            {t('audit.everyone')}
          </LinkButton>
        </Box>
      )}
    </Box>
  );
}
