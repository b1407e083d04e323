import useMediaQuery from '@mui/material/useMediaQuery';
import { createContext, useCallback, useContext, useState } from 'react';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** The one thing this application keeps in the browser: how it looks. */
const storageKey = 'matchwatch.theme';

function readChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(storageKey);
    return themeChoices.find((choice) => choice === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

function writeChoice(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch {
    // Storage may be forbidden; the choice then lasts until the page is closed.
  }
}

export interface ThemeChoiceState {
  choice: ThemeChoice;
  mode: 'light' | 'dark';
  choose: (choice: ThemeChoice) => void;
}

const ThemeChoiceContext = createContext<ThemeChoiceState>({ choice: 'system', mode: 'light', choose: () => undefined });
export const ThemeChoiceProvider = ThemeChoiceContext.Provider;
export const useThemeChoice = (): ThemeChoiceState => useContext(ThemeChoiceContext);

export function useThemeChoiceState(): ThemeChoiceState {
  const [choice, setChoice] = useState(readChoice);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const choose = useCallback((next: ThemeChoice) => {
    writeChoice(next);
    setChoice(next);
  }, []);
  return { choice, mode: choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice, choose };
}
