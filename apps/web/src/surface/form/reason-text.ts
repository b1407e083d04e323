import type { Text } from '../../i18n/use-text.js';

/** Why the contract refuses something, for a person: it speaks to programs in places. */
export function reasonText(reason: string, t: Text): string {
  if (/received (undefined|null)|expected one of|^must not be empty/.test(reason)) return t('validation.required');
  if (/calendar day/.test(reason)) return t('validation.day');
  if (/invalid email/i.test(reason)) return t('validation.email');
  if (/expected int|expected number/.test(reason) && !/Too/.test(reason)) return t('validation.number');
  const bound = /Too (big|small): expected (\w+).*?([<>]=?)\s*(-?[\d.]+)/.exec(reason);
  if (bound) {
    const [, side, what, , number = ''] = bound;
    if (what === 'string' && side === 'small' && number === '1') return t('validation.required');
    const text = what === 'string' ? ({ big: 'longest', small: 'shortest' } as const) : ({ big: 'atMost', small: 'atLeast' } as const);
    return t(`validation.${text[side === 'big' ? 'big' : 'small']}`, { bound: number });
  }
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}
