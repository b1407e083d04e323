import { styled } from '@mui/material/styles';

/** A button that reads as a link: for what stays on the page. */
export const LinkButton = styled('button')({
  all: 'unset',
  cursor: 'pointer',
  color: 'var(--brand)',
  fontSize: 13,
  '&:hover': { textDecoration: 'underline', textUnderlineOffset: 3 },
  '&:focus-visible': { outline: '2px solid var(--brand)', outlineOffset: 2, borderRadius: 4 },
});
