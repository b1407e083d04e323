import { type CheckedIds, mostInGroup, pastedIdsSchema } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
import { LinkButton } from '../surface/link-button.js';

interface PasteIdsDialogProps {
  /** Ids that stand in the field to begin with. */
  ids?: readonly string[];
  onFound: (members: CheckedIds['found']) => void;
  onClose: () => void;
}

const splitLines = (text: string): string[] => text.split(/\r\n?|\n/);

/** Takes pasted school ids, tells line by line which name nobody, and goes on only when none is left. */
export function PasteIdsDialog({ ids = [], onFound, onClose }: PasteIdsDialogProps) {
  const t = useText();
  const api = useApi();
  const form = useForm({ text: ids.join('\n') });
  const { text } = form.values;
  const [checked, setChecked] = useState<CheckedIds>();
  const change = (next: string) => {
    form.set({ text: next });
    setChecked(undefined);
  };
  const leaveOut = () => {
    const refused = new Set(checked?.refused.map(({ line }) => line));
    change(
      splitLines(text)
        .filter((line, at) => line.trim() !== '' && !refused.has(at + 1))
        .join('\n'),
    );
  };
  return (
    <FormDialog
      form={form}
      title={t('views.group.title')}
      text={t('views.group.text')}
      submit={t('views.group.check')}
      onSubmit={async () => {
        const answer = await api.checkIds(pastedIdsSchema.parse({ lines: splitLines(text) }));
        setChecked(answer);
        if (answer.refused.length === 0 && answer.found.length > 0) onFound(answer.found);
      }}
      onClose={onClose}
    >
      <FormField
        {...form.field('text', 'lines')}
        onChange={change}
        autoFocus
        rows={6}
        mostRows={14}
        label={t('views.group.lines')}
        longest={mostInGroup * 60}
        html={{ spellCheck: false }}
      />
      <Box role="status">
        {checked && (
          <>
            <Box sx={{ fontWeight: 600 }}>{t('views.group.found', { smart_count: checked.found.length })}</Box>
            {checked.refused.length > 0 && (
              <>
                <Box sx={{ fontWeight: 600, mt: '8px' }}>{t('views.group.refused', { smart_count: checked.refused.length })}</Box>
                <Box component="ul" sx={{ m: '4px 0', pl: '18px', maxHeight: 180, overflowY: 'auto', fontSize: 13.5 }}>
                  {checked.refused.map(({ line, text: id, fault, sameAs }) => (
                    <li key={line}>{t(`views.group.${fault}`, { line, text: id, sameAs: sameAs ?? '' })}</li>
                  ))}
                </Box>
                <LinkButton type="button" onClick={leaveOut}>
                  {t('views.group.leave')}
                </LinkButton>
              </>
            )}
          </>
        )}
      </Box>
    </FormDialog>
  );
}
