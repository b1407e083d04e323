import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { PageLinks } from './page-links.js';
import { Wordmark } from './wordmark.js';

const NavLink = styled(Link)({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  padding: '7px 10px',
  borderRadius: 8,
  color: 'var(--mute)',
  textDecoration: 'none',
  fontWeight: 500,
  '& svg': { fontSize: 19 },
  '&:hover': { color: 'var(--ink)', backgroundColor: 'var(--raised)' },
  '&[aria-current]': { color: 'var(--brand)', backgroundColor: 'var(--brand-soft)' },
});

/** The navigation of a wide window. */
export function SideNav() {
  const t = useText();
  return (
    <Box
      component="nav"
      aria-label={t('nav.label')}
      sx={{
        display: { xs: 'none', md: 'flex' },
        flexDirection: 'column',
        gap: '2px',
        position: 'sticky',
        top: 0,
        maxHeight: '100dvh',
        p: '20px 12px',
      }}
    >
      <Box sx={{ px: '8px', pb: '16px' }}>
        <Wordmark />
      </Box>
      <PageLinks link={NavLink} />
    </Box>
  );
}
