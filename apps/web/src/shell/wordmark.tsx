import Box from '@mui/material/Box';

/** The name of the product with its sign. */
export function Wordmark({ size = 16 }: { size?: number }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        gap: 1,
        alignItems: 'center',
        fontSize: size,
        fontWeight: 650,
        letterSpacing: '-0.01em',
        color: 'var(--ink)',
      }}
    >
      <svg width={size * 1.25} height={size * 1.25} viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="8.5" fill="none" stroke="var(--brand)" strokeWidth="2" />
        <path d="M10 5v5l3.4 2.2" fill="none" stroke="var(--brand)" strokeWidth="2" strokeLinecap="round" />
      </svg>
      Matchwatch
    </Box>
  );
}
