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
import { useNotify } from 'react-admin';
import { saveFile } from '../http/download.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { countText } from '../surface/day-text.js';
import { CheckField } from '../surface/form/check-field.js';
import { ChecksField } from '../surface/form/checks-field.js';
import { FieldNote } from '../surface/form/field-note.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { type Field, useForm } from '../surface/form/use-form.js';
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
  const form = useForm({ columns: (risk ? [...usual, ...usualRisk] : usual) as readonly ExportColumn[], reason: '', bom: false });
  const { columns, ...rest } = form.values;
  return (
    <FormDialog
      form={form}
      title={t('export.title')}
      text={t('export.text', { smart_count: total, count: countText(total) })}
      submit={t('export.submit')}
      onSubmit={async () => {
        const inOrder = exportColumnNames.filter((name) => columns.includes(name));
        saveFile(await api.exportApplicants(applicantExportSchema.parse({ ...rest, filter, sort: sortOf(sort), columns: inOrder })));
        notify(t('export.done'), { type: 'success' });
        onClose();
      }}
      onClose={onClose}
    >
      {total > mostExportRows && (
        <Alert severity="warning" variant="outlined" sx={{ mb: '10px' }}>
          {t('export.tooMany', { most: countText(mostExportRows) })}
        </Alert>
      )}
      {groups
        .filter(({ needs }) => needs !== 'risk.view' || risk)
        .map(({ key, needs }) => (
          <ColumnGroup
            key={key}
            {...form.field('columns')}
            title={t(`export.columnGroups.${key}`)}
            names={exportColumnNames.filter((name) => exportColumns[name] === needs)}
          />
        ))}
      <FieldNote>
        {risk && `${t('export.withheld')} `}
        {t('export.contested')}
      </FieldNote>
      <FormField {...form.field('reason')} label={t('export.reason')} help={t('export.reasonHelp')} longest={500} />
      <CheckField {...form.field('bom')} label={t('export.bom')} />
    </FormDialog>
  );
}

interface ColumnGroupProps extends Field<readonly ExportColumn[]> {
  title: string;
  names: readonly ExportColumn[];
}

function ColumnGroup({ title, names, ...field }: ColumnGroupProps) {
  const t = useText();
  const without = field.value.filter((name) => !names.includes(name));
  const all = names.every((name) => field.value.includes(name));
  const turn = t(all ? 'export.none' : 'export.all');
  return (
    <ChecksField
      {...field}
      legend={title}
      action={
        <LinkButton type="button" onClick={() => field.onChange(all ? without : [...without, ...names])} aria-label={`${title}: ${turn}`}>
          {turn}
        </LinkButton>
      }
      of={names}
      text={(name) => t(`export.names.${name}`)}
      columns={2}
    />
  );
}
