import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const stepMs = 30_000;

/** An authenticator app as people have it on their telephone: made from the secret on the page, it gives each code once. */
export class Authenticator {
  private last = 0;
  private constructor(private readonly secret: Buffer) {}

  /** Reads the secret that the page shows to type. */
  static async readFrom(page: Page): Promise<Authenticator> {
    const text = ((await page.getByTestId('secret').textContent()) ?? '').replaceAll(/\s/g, '');
    const bits = text
      .split('')
      .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
      .join('');
    return new Authenticator(Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))));
  }

  /** The next code that was not given yet: of now, or of the half minute to come, which is taken as well. */
  code(): string {
    this.last = Math.max(Math.floor(Date.now() / stepMs), this.last + 1);
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(this.last));
    const mac = createHmac('sha1', this.secret).update(counter).digest();
    return String((mac.readUInt32BE(mac.readUInt8(19) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }
}
