import { styled } from '@mui/material/styles';
import { Link } from 'react-router';

/** A link inside the application that reads as text until it is pointed at. */
export const TextLink = styled(Link)({
  color: 'var(--brand)',
  textDecoration: 'none',
  fontWeight: 'inherit',
  '&:hover': { textDecoration: 'underline', textUnderlineOffset: 3 },
});

/** A number that leads to the list it counts. */
export const NumberLink = styled(Link)({
  color: 'inherit',
  textDecoration: 'underline',
  textDecorationColor: 'var(--line-strong)',
  textDecorationThickness: 1,
  textUnderlineOffset: 4,
  '&:hover': { color: 'var(--brand)', textDecorationColor: 'currentColor' },
});
