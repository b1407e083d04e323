import type { ThemeOptions } from '@mui/material/styles';
import { cssVariables } from './css-variables.js';
import type { Tokens } from './tokens.js';

// The very type that the theme wants: MUI's `Components` beside it takes the compiler half a minute to compare.
/** How MUI's parts look: one-pixel lines, no shadows at rest, motion only to explain and off when the system asks. */
export function componentOptions(tokens: Tokens): NonNullable<ThemeOptions['components']> {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        ':root': cssVariables(tokens),
        body: {
          fontSize: 14,
          lineHeight: 1.5,
          fontFeatureSettings: '"tnum", "cv11"',
          backgroundColor: tokens.bg,
          overflowWrap: 'break-word',
        },
        'a, button, [tabindex]': { scrollMarginTop: 72 },
        ':focus-visible': { outline: `2px solid ${tokens.brand}`, outlineOffset: 2, borderRadius: 4 },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      },
    },
    // A button element has the browser's own font unless told.
    MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { fontFamily: 'inherit' } } },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'small' },
      styleOverrides: {
        root: {
          borderRadius: 9,
          padding: '6px 13px',
          minHeight: 34,
          fontSize: 13.5,
          lineHeight: 1.4,
          '@media (pointer: coarse)': { minHeight: 40 },
        },
        outlined: {
          borderColor: tokens.line,
          color: tokens.ink,
          backgroundColor: tokens.paper,
          '&:hover': { borderColor: tokens.lineStrong, backgroundColor: tokens.raised },
        },
        text: { '&:hover': { backgroundColor: tokens.brandSoft } },
      },
    },
    MuiIconButton: {
      styleOverrides: { root: { borderRadius: 9, color: tokens.mute, '&:hover': { backgroundColor: tokens.raised, color: tokens.ink } } },
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' }, rounded: { borderRadius: 14 } },
    },
    MuiPopover: {
      styleOverrides: { paper: { border: `1px solid ${tokens.line}`, borderRadius: 12, boxShadow: '0 12px 32px rgb(10 20 35 / 0.16)' } },
    },
    MuiMenu: { styleOverrides: { paper: { border: `1px solid ${tokens.line}`, borderRadius: 12 }, list: { padding: 6 } } },
    MuiMenuItem: { styleOverrides: { root: { borderRadius: 8, fontSize: 14, minHeight: 34, gap: 8 } } },
    MuiDialog: {
      styleOverrides: { paper: { border: `1px solid ${tokens.line}`, borderRadius: 16, boxShadow: '0 24px 64px rgb(10 20 35 / 0.28)' } },
    },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: 18, fontWeight: 650, letterSpacing: '-0.015em', padding: '20px 24px 8px' } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px' } } },
    MuiDrawer: { styleOverrides: { paper: { borderRadius: 0, borderColor: tokens.line } } },
    MuiTextField: { defaultProps: { size: 'small', variant: 'outlined', margin: 'dense', fullWidth: true } },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          textTransform: 'none',
          color: tokens.ink,
          borderColor: tokens.lineStrong,
          '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: tokens.brandSoft, color: tokens.brand, fontWeight: 650 },
        },
      },
    },
    MuiFormControl: { defaultProps: { size: 'small', variant: 'outlined', margin: 'dense', fullWidth: true } },
    MuiAutocomplete: { defaultProps: { fullWidth: true } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          backgroundColor: tokens.paper,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: tokens.lineStrong },
          '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: tokens.mute },
          '& .MuiOutlinedInput-notchedOutline legend': { fontSize: '0.86em' },
        },
      },
    },
    MuiInputLabel: {
      styleOverrides: { root: { '&.MuiInputLabel-outlined.MuiInputLabel-shrink': { transform: 'translate(14px, -9px) scale(0.86)' } } },
    },
    MuiFilledInput: { styleOverrides: { root: { backgroundColor: tokens.paper } } },
    MuiTableCell: { styleOverrides: { root: { borderBottom: `1px solid ${tokens.line}` } } },
    MuiTooltip: {
      defaultProps: { arrow: false, enterDelay: 300 },
      styleOverrides: {
        tooltip: {
          fontSize: 12.5,
          lineHeight: 1.45,
          fontWeight: 400,
          backgroundColor: tokens.ink,
          color: tokens.paper,
          borderRadius: 8,
          padding: '6px 10px',
        },
      },
    },
    MuiTab: {
      styleOverrides: {
        root: { textTransform: 'none', fontWeight: 600, fontSize: 14, minHeight: 42, minWidth: 0, padding: '8px 14px', letterSpacing: 0 },
      },
    },
    MuiTabs: { styleOverrides: { root: { minHeight: 42 }, indicator: { height: 2 } } },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiAlert: { styleOverrides: { root: { borderRadius: 12, alignItems: 'center' } } },
    MuiSnackbarContent: { styleOverrides: { root: { borderRadius: 10, backgroundColor: tokens.ink, color: tokens.paper } } },
    MuiSkeleton: { styleOverrides: { root: { backgroundColor: tokens.line } } },
    MuiLinearProgress: { styleOverrides: { root: { height: 6, borderRadius: 6, backgroundColor: tokens.line }, bar: { borderRadius: 6 } } },
  };
}
