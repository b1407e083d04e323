import AddIcon from '@mui/icons-material/Add';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Fab from '@mui/material/Fab';
import { useLogMeeting } from '../casework/log-meeting.js';
import { useText } from '../i18n/use-text.js';
import { visuallyHidden } from '../surface/visually-hidden.js';
import { DataAsOf } from './data-as-of.js';
import { SeasonSwitch } from './season-switch.js';
import { UserMenu } from './user-menu.js';
import { Wordmark } from './wordmark.js';

/** Search, the season in view, the age of the data and the person. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const t = useText();
  return (
    <Box component="header" sx={{ mb: '22px' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '12px' }}>
        <Box sx={{ display: { xs: 'block', md: 'none' }, flex: 1 }}>
          <Wordmark />
        </Box>
        <ButtonBase
          onClick={onSearch}
          aria-keyshortcuts="Control+K Meta+K"
          sx={{
            width: { xs: 36, md: 300 },
            height: 36,
            px: { xs: 0, md: '12px' },
            gap: '8px',
            justifyContent: { xs: 'center', md: 'flex-start' },
            bgcolor: 'var(--paper)',
            border: '1px solid var(--line)',
            borderRadius: '10px',
            color: 'var(--mute)',
            fontSize: 14,
            '&:hover': { borderColor: 'var(--line-strong)' },
          }}
        >
          <SearchIcon sx={{ fontSize: 18 }} aria-hidden="true" />
          <Box component="span" sx={(theme) => ({ flex: 1, textAlign: 'left', [theme.breakpoints.down('md')]: visuallyHidden })}>
            {t('search.placeholder')}
          </Box>
          <Box
            component="kbd"
            aria-hidden="true"
            sx={{
              display: { xs: 'none', md: 'inline' },
              font: 'inherit',
              fontSize: 12,
              border: '1px solid var(--line)',
              borderRadius: '6px',
              px: '6px',
            }}
          >
            {t('search.keys')}
          </Box>
        </ButtonBase>
        <SeasonSwitch />
        <Box sx={{ flex: 1, display: { xs: 'none', md: 'block' } }}>
          <DataAsOf />
        </Box>
        <LogMeetingButton />
        <UserMenu />
      </Box>
      <Box sx={{ display: { xs: 'block', md: 'none' }, mt: '10px' }}>
        <DataAsOf />
      </Box>
    </Box>
  );
}

/** Logs a meeting from wherever the person is; on a phone the button floats, where the thumb is. */
function LogMeetingButton() {
  const t = useText();
  const log = useLogMeeting();
  if (!log) return null;
  const named = { onClick: () => log({}), 'aria-label': t('casework.log'), 'aria-keyshortcuts': 'M' };
  return (
    <>
      <Button
        {...named}
        variant="outlined"
        title={`${t('casework.log')} (${t('casework.logKeys')})`}
        sx={{ display: { xs: 'none', md: 'inline-flex' }, height: 36, flexShrink: 0 }}
        startIcon={<AddIcon aria-hidden="true" />}
      >
        {t('casework.logShort')}
      </Button>
      <Fab
        {...named}
        size="medium"
        color="primary"
        sx={{
          display: { xs: 'inline-flex', md: 'none' },
          position: 'fixed',
          right: 16,
          bottom: 'calc(76px + env(safe-area-inset-bottom))',
          boxShadow: 'none',
        }}
      >
        <AddIcon aria-hidden="true" />
      </Fab>
    </>
  );
}
