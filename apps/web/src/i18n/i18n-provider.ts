import polyglotI18nProvider from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import type { I18nProvider } from 'react-admin';
import { messages } from './messages.js';

/** react-admin's English with the application's own texts. */
export const i18nProvider: I18nProvider = polyglotI18nProvider(
  () => ({ ...english, ...messages }),
  'en',
  [{ locale: 'en', name: 'English' }],
  {
    allowMissing: true,
  },
);
