import { createHmac, randomBytes } from 'node:crypto';
import { toBase32 } from './base32.js';

/** Time-based one-time passwords (RFC 6238) in the form every authenticator knows: SHA-1, six digits, thirty seconds. */
const stepSeconds = 30;
const digits = 6;
/** How many steps a clock may be off, either way. */
const drift = 1;

/** A secret as long as the hash, as RFC 4226 asks. */
export const newTotpSecret = (): Buffer => randomBytes(20);

/** The time step an instant is in. */
export const totpStep = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds);

/** The code of a time step. */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** The time step a code belongs to, a little early or late; undefined for a wrong one. */
export function findTotpStep(secret: Uint8Array, code: string, at: Date): number | undefined {
  const now = totpStep(at);
  // Every step is computed, so that time does not tell which one came near.
  return [now, now - drift, now + drift].filter((step) => step >= 0 && totpCode(secret, step) === code).at(0);
}

/** What an authenticator reads from the QR code. */
export function totpUri(secret: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({ secret: toBase32(secret), issuer, algorithm: 'SHA1', digits: `${digits}`, period: `${stepSeconds}` });
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`;
}
