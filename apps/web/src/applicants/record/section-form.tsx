import type { ApplicantRecord } from '@matchwatch/domain';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { Form, TextInput } from 'react-admin';
import { useText } from '../../i18n/use-text.js';
import { checkForm, formOf, type SectionForm as Values } from './form-values.js';
import { nestedIssues } from './nested-issues.js';
import { RecordInput } from './record-input.js';
import { RecordListInput } from './record-list-input.js';
import type { SectionSpec } from './section-specs.js';
import type { FieldIssues } from './use-save-record.js';

interface SectionFormProps {
  spec: SectionSpec;
  base: ApplicantRecord;
  saving: boolean;
  onSave: (record: ApplicantRecord, reason: string | undefined) => Promise<FieldIssues>;
  onCancel: () => void;
}

type FormValues = Values & { reason?: string | null };

/** react-admin types a form's values loosely; what this form holds is what `formOf` put there. */
const valuesOf = (values: Record<string, unknown>): FormValues => values as FormValues;

/** The fields of one section, checked by the schema that the API itself uses; a message stands at its field. */
export function SectionForm({ spec, base, saving, onSave, onCancel }: SectionFormProps) {
  const t = useText();
  const [other, setOther] = useState<string[]>([]);
  const start = useMemo(() => ({ ...formOf(base, spec), reason: '' }), [base, spec]);
  const submit = async (values: FormValues) => {
    const checked = checkForm(base, spec, values);
    const issues = 'issues' in checked ? checked.issues : await onSave(checked.record, values.reason?.trim() || undefined);
    // What belongs to no field of this section is said above the buttons.
    const { fields, elsewhere } = nestedIssues(issues, spec, t);
    setOther(elsewhere);
    return Object.keys(fields).length > 0 ? fields : undefined;
  };
  const validate = (values: FormValues) => {
    const checked = checkForm(base, spec, values);
    return 'issues' in checked ? nestedIssues(checked.issues, spec, t).fields : {};
  };
  return (
    <Box sx={{ display: 'contents', '& form': { display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 } }}>
      <Form
        record={start}
        onSubmit={(values: Record<string, unknown>) => submit(valuesOf(values))}
        validate={(values) => validate(valuesOf(values))}
        mode="onBlur"
        reValidateMode="onChange"
        disableInvalidFormNotification
        noValidate
      >
        <Box sx={{ p: '16px 24px', overflow: 'auto', flex: 1 }}>
          {spec.fields.length > 0 && (
            <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: '2px 16px', alignItems: 'start' }}>
              {spec.fields.map((field) => (
                <RecordInput key={field.name} field={field} path={field.name} />
              ))}
            </Box>
          )}
          {spec.lists.map((list) => (
            <RecordListInput key={list.path} spec={list} />
          ))}
        </Box>
        <Box sx={{ p: '12px 24px 18px', borderTop: '1px solid var(--line)', bgcolor: 'var(--paper)' }}>
          {other.length > 0 && (
            <Alert severity="error" variant="outlined" sx={{ mb: '10px' }}>
              {other.join(' ')}
            </Alert>
          )}
          <TextInput source="reason" label={t('record.reason')} helperText={false} slotProps={{ htmlInput: { maxLength: 500 } }} />
          <Box sx={{ display: 'flex', gap: 1, mt: '8px' }}>
            <Button type="submit" variant="contained" disabled={saving}>
              {t(saving ? 'action.saving' : 'action.save')}
            </Button>
            <Button variant="outlined" onClick={onCancel} disabled={saving}>
              {t('action.cancel')}
            </Button>
          </Box>
        </Box>
      </Form>
    </Box>
  );
}
