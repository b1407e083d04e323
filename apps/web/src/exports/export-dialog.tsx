import {
  type ApplicantFilter,
  type ApplicantListQuery,
  applicantExportSchema,
  applicantSorts,
  type ExportColumn,
  exportColumnNames,
  exportColumns,
  mostExportRows,
} from '@matchwatch/contracts';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { saveFile } from '../http/download.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { countText } from '../surface/day-text.js';
import { FormDialog } from '../surface/form-dialog.js';
import { LinkButton } from '../surface/link-button.js';

interface ExportDialogProps {
  filter: ApplicantFilter;
  sort: { field: string; order: 'ASC' | 'DESC' };
  total: number;
  onClose: () => void;
}

const usual: readonly ExportColumn[] = [
  'externalId',
  'familyName',
  'givenName',
  'applicantType',
  'primarySpecialty',
  'step2Score',
  'advisor',
];
const usualRisk: readonly ExportColumn[] = ['riskLevel', 'reasons', 'levelSince'];
const groups = [
  { key: 'record', needs: 'applicant.find' },
  { key: 'risk', needs: 'risk.view' },
] as const;

const sortOf = ({ field, order }: ExportDialogProps['sort']): ApplicantListQuery['sort'] => [
  applicantSorts.find((sort) => sort === field) ?? 'name',
  order,
];

/** The applicants that the list shows, as a file: which columns, what for. */
export function ExportDialog({ filter, sort, total, onClose }: ExportDialogProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const risk = useRoleDoes()('risk.view');
  const [columns, setColumns] = useState<readonly ExportColumn[]>(risk ? [...usual, ...usualRisk] : usual);
  const [reason, setReason] = useState('');
  const [bom, setBom] = useState(false);
  const body = () => ({ filter, sort: sortOf(sort), columns: exportColumnNames.filter((name) => columns.includes(name)), reason, bom });
  const tooMany = total > mostExportRows;
  return (
    <FormDialog
      title={t('export.title')}
      text={t('export.text', { smart_count: total, count: countText(total) })}
      submit={t('export.submit')}
      check={() => applicantExportSchema.safeParse(body())}
      onSubmit={async () => {
        saveFile(await api.exportApplicants(body()));
        notify(t('export.done'), { type: 'success' });
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          {tooMany && (
            <Alert severity="warning" variant="outlined" sx={{ mb: '10px' }}>
              {t('export.tooMany', { most: countText(mostExportRows) })}
            </Alert>
          )}
          {groups
            .filter(({ needs }) => needs !== 'risk.view' || risk)
            .map(({ key, needs }) => (
              <ColumnGroup
                key={key}
                title={t(`export.columnGroups.${key}`)}
                names={exportColumnNames.filter((name) => exportColumns[name] === needs)}
                chosen={columns}
                onChange={setColumns}
              />
            ))}
          {wrong.columns && <Box sx={{ color: 'error.main', fontSize: 12.5 }}>{wrong.columns}</Box>}
          <Box sx={{ color: 'var(--mute)', fontSize: 12.5, mb: '8px' }}>
            {risk && `${t('export.withheld')} `}
            {t('export.contested')}
          </Box>
          <TextField
            label={t('export.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={wrong.reason !== undefined}
            helperText={wrong.reason ?? t('export.reasonHelp')}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <FormControlLabel
            control={<Checkbox size="small" checked={bom} onChange={(_event, checked) => setBom(checked)} />}
            label={<Box sx={{ fontSize: 13 }}>{t('export.bom')}</Box>}
          />
        </>
      )}
    </FormDialog>
  );
}

interface ColumnGroupProps {
  title: string;
  names: readonly ExportColumn[];
  chosen: readonly ExportColumn[];
  onChange: (columns: readonly ExportColumn[]) => void;
}

function ColumnGroup({ title, names, chosen, onChange }: ColumnGroupProps) {
  const t = useText();
  const id = useId();
  const without = chosen.filter((name) => !names.includes(name));
  const all = names.every((name) => chosen.includes(name));
  return (
    <Box component="fieldset" aria-labelledby={id} sx={{ border: 0, p: 0, m: '0 0 10px', minWidth: 0 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Box id={id} component="legend" sx={{ fontWeight: 600, p: 0 }}>
          {title}
        </Box>
        <LinkButton
          type="button"
          onClick={() => onChange(all ? without : [...without, ...names])}
          aria-label={`${title}: ${t(all ? 'export.none' : 'export.all')}`}
        >
          {t(all ? 'export.none' : 'export.all')}
        </LinkButton>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: '8px' }}>
        {names.map((name) => (
          <FormControlLabel
            key={name}
            sx={{ mr: 0 }}
            control={
              <Checkbox
                size="small"
                checked={chosen.includes(name)}
                onChange={(_event, checked) => onChange(checked ? [...chosen, name] : chosen.filter((each) => each !== name))}
                sx={{ p: '4px 8px' }}
              />
            }
            label={<Box sx={{ fontSize: 13.5 }}>{t(`export.names.${name}`)}</Box>}
          />
        ))}
      </Box>
    </Box>
  );
}
