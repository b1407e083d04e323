import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { PageLinks } from './page-links.js';

const NavLink = styled(Link)({
  flex: 1,
  display: 'grid',
  justifyItems: 'center',
  gap: 2,
  padding: '8px 4px 7px',
  fontSize: 11.5,
  fontWeight: 500,
  color: 'var(--mute)',
  textDecoration: 'none',
  '& svg': { fontSize: 21 },
  '&[aria-current]': { color: 'var(--brand)' },
});

/** The navigation of a phone, where the thumb is. */
export function BottomNav() {
  const t = useText();
  return (
    <Box
      component="nav"
      aria-label={t('nav.label')}
      sx={{
        display: { xs: 'flex', md: 'none' },
        position: 'fixed',
        insetInline: 0,
        bottom: 0,
        zIndex: 'appBar',
        bgcolor: 'var(--paper)',
        borderTop: '1px solid var(--line)',
        pb: 'env(safe-area-inset-bottom)',
      }}
    >
      <PageLinks link={NavLink} narrow />
    </Box>
  );
}
