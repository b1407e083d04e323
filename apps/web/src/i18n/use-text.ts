import { useTranslate } from 'react-admin';
import type { messages } from './messages.js';

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];

/** The key of one of the application's own messages. */
export type TextKey = Leaves<typeof messages>;
export type Text = (key: TextKey, values?: Record<string, string | number>) => string;

/** react-admin's translate, for keys that exist: a text that was forgotten does not compile. */
export const useText = (): Text => useTranslate();
