import type { RiskLevel } from '@matchwatch/domain';

/** Ink on a soft ground, and the solid colour that charts and bars use. */
interface Tone {
  ink: string;
  soft: string;
  solid: string;
}

export interface Tokens {
  bg: string;
  paper: string;
  raised: string;
  ink: string;
  mute: string;
  line: string;
  lineStrong: string;
  brand: string;
  brandInk: string;
  brandSoft: string;
  levels: Record<RiskLevel, Tone>;
}

export const lightTokens: Tokens = {
  bg: '#f5f6f8',
  paper: '#ffffff',
  raised: '#f9fafb',
  ink: '#18212f',
  mute: '#586373',
  line: '#e3e7ed',
  lineStrong: '#c9d0da',
  brand: '#0b5c63',
  brandInk: '#ffffff',
  brandSoft: '#e2f0f0',
  levels: {
    'high-risk': { ink: '#a3223a', soft: '#fbe9ec', solid: '#b3304a' },
    'at-risk': { ink: '#a84b06', soft: '#fdf0e3', solid: '#cf7530' },
    watch: { ink: '#7a6000', soft: '#fbf5da', solid: '#d3b545' },
    'on-track': { ink: '#2c6e49', soft: '#e6f3eb', solid: '#9dc3ae' },
    'not-assessable': { ink: '#586373', soft: '#eef1f5', solid: '#c3cad5' },
  },
};

export const darkTokens: Tokens = {
  bg: '#10151d',
  paper: '#181f2a',
  raised: '#1d2531',
  ink: '#e8edf4',
  mute: '#9ba7b8',
  line: '#2a3443',
  lineStrong: '#465367',
  brand: '#5fc2c4',
  brandInk: '#0c1a1c',
  brandSoft: '#173338',
  levels: {
    'high-risk': { ink: '#ff8fa1', soft: '#3a1a22', solid: '#d95a72' },
    'at-risk': { ink: '#ffb070', soft: '#3a2614', solid: '#cf8146' },
    watch: { ink: '#e9cf63', soft: '#332c10', solid: '#b79f3c' },
    'on-track': { ink: '#82cfa0', soft: '#16301f', solid: '#3f7258' },
    'not-assessable': { ink: '#9ba7b8', soft: '#232c39', solid: '#4a5567' },
  },
};
