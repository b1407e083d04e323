import { type AuditFilter, type AuditLine, auditFilterSchema, type Person } from '@matchwatch/contracts';
import { type AuditEvent, auditEvents, isDay } from '@matchwatch/domain';
import { auditEventText, sentenceCase } from '@matchwatch/words';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useListContext } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
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
      <TextField
        select
        size="small"
        label={t('audit.event')}
        value={filter.event?.[0] ?? anything}
        onChange={(event) => change({ event: event.target.value === anything ? undefined : [event.target.value as AuditEvent] })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={fieldStyle}
      >
        <MenuItem value={anything}>{t('audit.anyEvent')}</MenuItem>
        {auditEvents.map((each) => (
          <MenuItem key={each} value={each}>
            {sentenceCase(auditEventText(each))}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        size="small"
        label={t('audit.person')}
        value={filter.personId ?? anything}
        onChange={(event) => change({ personId: event.target.value === anything ? undefined : Number(event.target.value) })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={fieldStyle}
      >
        <MenuItem value={anything}>{t('audit.anybody')}</MenuItem>
        {people.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          type="date"
          size="small"
          label={t(`audit.${end}`)}
          value={filter[end] ?? ''}
          onChange={({ target: { value } }) => change({ [end]: isDay(value) ? value : undefined })}
          slotProps={{ inputLabel: { shrink: true } }}
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
