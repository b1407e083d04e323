import { randomBytes } from 'node:crypto';
import { toBase32 } from './base32.js';

const howMany = 10;
/** 80 bits each: sixteen letters and digits. */
const bytes = 10;

/** Codes for when the telephone is gone, in groups of four for people to copy. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () => (toBase32(randomBytes(bytes)).match(/.{4}/g) ?? []).join('-'));

/** A code as it is stored, however it was typed; undefined for what has not its shape. */
export function readRecoveryCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '');
  return /^[A-Z2-7]{16}$/.test(plain) ? plain : undefined;
}
