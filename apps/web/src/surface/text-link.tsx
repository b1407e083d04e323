import { styled } from '@mui/material/styles';
import { Link } from 'react-router';

/** A link inside the application that reads as text until it is pointed at. */
export const TextLink = styled(Link)({
  color: 'var(--brand)',
  textDecoration: 'none',
  fontWeight: 'inherit',
  '&:hover': { textDecoration: 'underline', textUnderlineOffset: 3 },
});

/** A link inside a sentence: told from the words around it by its line, not by colour alone. */
export const InlineLink = styled(TextLink)({
  textDecoration: 'underline',
  textDecorationThickness: 1,
  textUnderlineOffset: 3,
  '&:hover': { textDecorationThickness: 2 },
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
