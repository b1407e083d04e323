import type { ThemeOptions } from '@mui/material/styles';
import { defaultTheme, type RaThemeOptions } from 'react-admin';
import { componentOptions } from './components.js';
import { fontFamily } from './font.js';
import { darkTokens, lightTokens, type Tokens } from './tokens.js';

declare module '@mui/material/styles' {
  interface Theme {
    tokens: Tokens;
  }
  interface ThemeOptions {
    tokens?: Tokens;
  }
}

function themeOf(mode: 'light' | 'dark', tokens: Tokens): RaThemeOptions {
  const options: ThemeOptions = {
    tokens,
    palette: {
      mode,
      primary: { main: tokens.brand, contrastText: tokens.brandInk },
      secondary: { main: tokens.brand, contrastText: tokens.brandInk },
      error: { main: tokens.levels['high-risk'].ink },
      warning: { main: tokens.levels['at-risk'].ink },
      success: { main: tokens.levels['on-track'].ink },
      info: { main: tokens.brand },
      background: { default: tokens.bg, paper: tokens.paper },
      text: { primary: tokens.ink, secondary: tokens.mute },
      divider: tokens.line,
    },
    shape: { borderRadius: 9 },
    typography: {
      fontFamily,
      fontSize: 14,
      htmlFontSize: 16,
      h1: { fontSize: 24, lineHeight: 1.25, letterSpacing: '-0.02em', fontWeight: 650 },
      h2: { fontSize: 14, lineHeight: 1.4, letterSpacing: '-0.005em', fontWeight: 650 },
      h3: { fontSize: 13, lineHeight: 1.4, fontWeight: 650 },
      body1: { fontSize: 14, lineHeight: 1.5 },
      body2: { fontSize: 13, lineHeight: 1.5 },
      caption: { fontSize: 12.5, lineHeight: 1.45 },
      button: { textTransform: 'none', fontWeight: 600, letterSpacing: 0 },
    },
    transitions: {
      duration: { shortest: 90, shorter: 110, short: 130, standard: 150, complex: 180, enteringScreen: 160, leavingScreen: 120 },
    },
    // react-admin's own defaults first: its components rely on some of them.
    components: { ...(defaultTheme.components as ThemeOptions['components']), ...componentOptions(tokens) },
  };
  return options as RaThemeOptions;
}

export const lightTheme = themeOf('light', lightTokens);
export const darkTheme = themeOf('dark', darkTokens);
