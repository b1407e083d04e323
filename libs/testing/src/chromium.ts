import { findProgram } from './installed-program.js';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser for tests of the built product: `CHROMIUM_PATH` or the one installed. Throws with what to install. */
export function getChromium(): string {
  const chosen = process.env['CHROMIUM_PATH'];
  const found = findProgram(chosen ? [chosen] : names);
  if (found) return found;
  throw new Error(
    chosen
      ? `CHROMIUM_PATH names ${chosen}, which is no program.`
      : 'The tests in the browser need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}
