import { roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useLogout } from 'react-admin';
import { Link } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { themeChoices, useThemeChoice } from '../theme/theme-choice.js';
import { initials } from './initials.js';
import { mostInNarrow } from './page-links.js';
import { usePages } from './use-pages.js';

/** Who is signed in, how it looks, and the way out. */
export function UserMenu() {
  const t = useText();
  const session = useSession();
  const logout = useLogout();
  const theme = useThemeChoice();
  const pages = usePages();
  const aside = pages.length > mostInNarrow ? pages.filter((page) => page.aside) : [];
  const emergency = useRoleDoes()('glass.break');
  const [anchor, setAnchor] = useState<HTMLElement>();
  if (!session) return null;
  const { user, school } = session;
  return (
    <>
      <ButtonBase
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        aria-label={t('user.menu', { initials: initials(user.name), name: user.name })}
        sx={{
          width: 34,
          height: 34,
          borderRadius: '50%',
          bgcolor: 'var(--brand-soft)',
          color: 'var(--brand)',
          fontSize: 12.5,
          fontWeight: 650,
          flexShrink: 0,
        }}
      >
        {initials(user.name)}
      </ButtonBase>
      <Menu
        anchorEl={anchor ?? null}
        open={anchor !== undefined}
        onClose={() => setAnchor(undefined)}
        slotProps={{ paper: { sx: { minWidth: 232 } } }}
      >
        <Box component="li" role="presentation" sx={{ p: '8px 14px 10px', lineHeight: 1.4 }}>
          <Box sx={{ fontWeight: 650 }}>{user.name}</Box>
          <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
            {roleLabel(user.role)} · {school.name}
          </Box>
        </Box>
        {aside.map(({ path, label }) => (
          <MenuItem key={path} component={Link} to={path} onClick={() => setAnchor(undefined)} sx={{ display: { xs: 'flex', md: 'none' } }}>
            {t(label)}
          </MenuItem>
        ))}
        <MenuItem component={Link} to="/account" onClick={() => setAnchor(undefined)}>
          {t('nav.account')}
        </MenuItem>
        {emergency && (
          <MenuItem component={Link} to="/emergency" onClick={() => setAnchor(undefined)}>
            {t('nav.emergency')}
          </MenuItem>
        )}
        <Divider component="li" role="presentation" sx={{ my: '4px !important' }} />
        <Box component="li" role="presentation" sx={{ p: '6px 14px 4px', color: 'var(--mute)', fontSize: 12.5 }}>
          {t('user.theme')}
        </Box>
        {themeChoices.map((choice) => (
          <MenuItem
            key={choice}
            role="menuitemradio"
            aria-checked={theme.choice === choice}
            selected={theme.choice === choice}
            onClick={() => theme.choose(choice)}
          >
            {t(`user.themes.${choice}`)}
          </MenuItem>
        ))}
        <Divider component="li" role="presentation" sx={{ my: '4px !important' }} />
        <MenuItem onClick={() => void logout({}, '/login', false)}>{t('user.signOut')}</MenuItem>
      </Menu>
    </>
  );
}
