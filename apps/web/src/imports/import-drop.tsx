import FileUploadOutlinedIcon from '@mui/icons-material/FileUploadOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { failureText } from '../http/problem.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { sortFiles } from './sort-files.js';
import { useDroppedFiles } from './use-dropped-files.js';

/** Takes CSV files by hand or by choice; nothing is changed until the preview has been looked at. */
export function ImportDrop() {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const preview = async (chosen: readonly File[]) => {
    if (busy) return;
    const { known, unknown } = sortFiles(chosen);
    if (unknown.length > 0 || known.length === 0) {
      setFailure(t('import.unknownFiles', { files: unknown.map(({ name }) => name).join(', ') || t('import.noFile') }));
      return;
    }
    setFailure(undefined);
    setBusy(true);
    try {
      const detail = await api.previewImport(known);
      void navigate(`/imports/${detail.id}/show`);
    } catch (error) {
      setFailure(`${failureText(error, t)} ${t('import.nothingChanged')}`);
    } finally {
      setBusy(false);
    }
  };

  const over = useDroppedFiles((files) => void preview(files));

  return (
    <Box
      sx={{
        border: `1.5px dashed ${over ? 'var(--brand)' : 'var(--line-strong)'}`,
        bgcolor: over ? 'var(--brand-soft)' : 'var(--paper)',
        borderRadius: '14px',
        p: '28px 20px',
        textAlign: 'center',
        transition: 'background-color 120ms',
      }}
    >
      <FileUploadOutlinedIcon sx={{ fontSize: 30, color: 'var(--brand)' }} aria-hidden="true" />
      <Box sx={{ fontWeight: 650, fontSize: 16, mt: '4px' }}>{t('import.drop.title')}</Box>
      <Box sx={{ color: 'var(--mute)', mb: '14px', maxWidth: 440, mx: 'auto' }}>{t('import.drop.text')}</Box>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        multiple
        hidden
        aria-label={t('import.drop.choose')}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          // The same file may be chosen again after it was corrected.
          target.value = '';
          if (chosen.length > 0) void preview(chosen);
        }}
      />
      <Button variant="contained" onClick={() => input.current?.click()} disabled={busy}>
        {t(busy ? 'import.drop.reading' : 'import.drop.choose')}
      </Button>
      {busy && <LinearProgress sx={{ mt: '16px' }} aria-label={t('import.drop.reading')} />}
      {failure && (
        <Alert severity="error" variant="outlined" sx={{ mt: '16px', textAlign: 'left' }}>
          {failure}
        </Alert>
      )}
    </Box>
  );
}
