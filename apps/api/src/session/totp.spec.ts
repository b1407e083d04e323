import { describe, expect, it } from 'vitest';
import { toBase32 } from './base32.js';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.js';
import { findTotpStep, newTotpSecret, totpCode, totpStep, totpUri } from './totp.js';

const rfcSecret = Buffer.from('12345678901234567890');

describe('a one-time code', () => {
  // RFC 6238, appendix B: the last six of the eight digits given there.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is at second %i that of the standard', (seconds, code) => {
    const at = new Date(seconds * 1000);
    expect(totpCode(rfcSecret, totpStep(at))).toBe(code);
    expect(findTotpStep(rfcSecret, code, at)).toBe(totpStep(at));
  });

  it('is taken half a minute early or late, and no more', () => {
    const at = new Date(1_111_111_111_000);
    const step = totpStep(at);
    const found = [-2, -1, 0, 1, 2].map((off) => findTotpStep(rfcSecret, totpCode(rfcSecret, step + off), at));
    expect(found).toEqual([undefined, step - 1, step, step + 1, undefined]);
    for (const odd of ['', '12345', 'abcdef', '287082 ']) expect(findTotpStep(rfcSecret, odd, at)).toBeUndefined();
  });

  it('comes from a secret that an authenticator reads from an address', () => {
    expect(toBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(newTotpSecret()).toHaveLength(20);
    expect(totpUri(rfcSecret, 'dean@example.edu', 'Hill & Crest')).toBe(
      'otpauth://totp/Hill%20%26%20Crest:dean%40example.edu?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Hill%20%26%20Crest&algorithm=SHA1&digits=6&period=30',
    );
  });
});

describe('recovery codes', () => {
  it('are ten, all different, and read however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
      expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(code.replaceAll('-', ''));
    }
    for (const odd of ['', '123456', 'AAAA-AAAA-AAAA', `${codes[0]}A`, 'AAAA-AAAA-AAAA-AAA1'])
      expect(readRecoveryCode(odd)).toBeUndefined();
  });
});
