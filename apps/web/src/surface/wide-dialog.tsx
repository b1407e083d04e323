import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useText } from '../i18n/use-text.js';
import { useLeave } from './form/use-leave.js';

interface WideDialogProps {
  title: string;
  sub?: ReactNode;
  width?: 'sm' | 'md';
  /** It sends: it stays until it is done. */
  busy?: boolean;
  /** Something was entered that would be lost. */
  isChanged?: boolean;
  onClose: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
}

/** A dialog with much in it: the whole screen of a telephone, closed at its head. */
export function WideDialog({ title, sub, width = 'md', busy = false, isChanged = false, onClose, onKeyDown, children }: WideDialogProps) {
  const t = useText();
  const heading = useId();
  const fullScreen = useMediaQuery(useTheme().breakpoints.down('sm'));
  const [leave, question] = useLeave({ busy, isChanged }, onClose);
  return (
    <Dialog
      open
      onClose={leave}
      maxWidth={width}
      fullWidth
      fullScreen={fullScreen}
      aria-labelledby={heading}
      {...(onKeyDown && { onKeyDown })}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: 2, p: '16px 16px 4px 24px' }}>
        <Box>
          <Typography variant="h1" component="h2" id={heading} sx={{ fontSize: 20 }}>
            {title}
          </Typography>
          {sub && <Box sx={{ color: 'var(--mute)' }}>{sub}</Box>}
        </Box>
        <IconButton onClick={leave} aria-label={t('action.close')} disabled={busy} className="no-print">
          <CloseIcon />
        </IconButton>
      </Box>
      {children}
      {question}
    </Dialog>
  );
}
