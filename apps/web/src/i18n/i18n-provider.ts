import polyglotI18nProvider from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import type { I18nProvider } from 'react-admin';
import { messages } from './messages.js';

const { ra: own, ...pages } = messages;
const all = { ...english, ...pages, ra: { ...english.ra, notification: { ...english.ra.notification, ...own.notification } } };

/** react-admin's English with the application's own texts. */
export const i18nProvider: I18nProvider = polyglotI18nProvider(() => all, 'en', [{ locale: 'en', name: 'English' }], {
  allowMissing: true,
});
