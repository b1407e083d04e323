import type { SignInMethod } from '@matchwatch/domain';
import type { SessionOrigin } from '@matchwatch/store';
import type { Request } from 'express';

/** In this order: each calls itself by the names of those after it, too. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/.+\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

const named = (names: readonly (readonly [RegExp, string])[], text: string) => names.find(([pattern]) => pattern.test(text))?.[1];

/** A browser as people call it, as `Firefox on Linux`; null when it cannot be told. What it sent is not kept. */
export function deviceOf(userAgent: string | undefined): string | null {
  const text = (userAgent ?? '').slice(0, 500);
  const [browser, system] = [named(browsers, text), named(systems, text)];
  return browser && system ? `${browser} on ${system}` : (browser ?? system ?? null);
}

const plainAddress = (address: string | undefined): string => (address ?? '').replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');

/** Whether an address is one of the machine's own, which nobody outside has. */
export function isThisMachine(address: string | undefined): boolean {
  const plain = plainAddress(address);
  return plain === '::1' || /^127(\.\d{1,3}){3}$/.test(plain);
}

/** The network of an address: three quarters of an IPv4 address, the site of an IPv6 one; null for none. */
export function networkOf(address: string | undefined): string | null {
  if (isThisMachine(address)) return 'this machine';
  const plain = plainAddress(address);
  const [, four] = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain) ?? [];
  if (four !== undefined) return `${four}.x`;
  if (!/^[\da-f:]+$/i.test(plain) || !plain.includes(':')) return null;
  const [head = ''] = plain.split('::');
  const groups = head.split(':').filter(Boolean).slice(0, 3);
  return groups.length > 0 ? `${groups.join(':')}:…` : null;
}

/** Where a request comes from, as it is kept with a session. */
export const originOf = (request: Request, method: SignInMethod): SessionOrigin => ({
  method,
  device: deviceOf(request.headers['user-agent']),
  address: networkOf(request.ip),
});
