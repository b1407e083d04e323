import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '@matchwatch/config';

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
const fileName = 'secrets.key';

/** A sealed text cannot be opened: it was changed, is somebody else's, or was sealed by another key. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

/** No key was configured and none can be kept in the data folder. */
export class NoSecretsKey extends Error {
  override readonly name = 'NoSecretsKey';
}

/** Seals what the database must not hold in clear (AES-256-GCM), by a key from the configuration or a file in the data folder. */
export class SecretBox {
  private readonly key: () => Buffer;

  constructor({ secretsKey, dataDir }: Pick<Config, 'secretsKey' | 'dataDir'>) {
    let known: Buffer | undefined;
    // The file is made at the first use: an installation without second factors needs no place to keep it.
    this.key = () => {
      known ??= Buffer.from(hkdfSync('sha256', secretsKey ?? keyOf(dataDir), '', 'matchwatch second factor', keyBytes));
      return known;
    };
  }

  /** Seals bytes for one owner; nobody else's name opens them. */
  seal(plain: Uint8Array, owner: string): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key(), iv).setAAD(Buffer.from(owner));
    return `1.${Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url')}`;
  }

  /** What was sealed for that owner; throws `CannotOpen`. */
  open(sealed: string, owner: string): Buffer {
    const [version, text = ''] = sealed.split('.');
    const bytes = Buffer.from(text, 'base64url');
    if (version !== '1' || bytes.length < ivBytes + tagBytes) throw new CannotOpen('This was not sealed here');
    const decipher = createDecipheriv('aes-256-gcm', this.key(), bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-tagBytes));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
    } catch {
      throw new CannotOpen('The key is another one, or this was changed');
    }
  }
}

function keyOf(dataDir: string): Buffer {
  const file = path.join(dataDir, fileName);
  try {
    return read(file) ?? make(file);
  } catch (error) {
    if (error instanceof NoSecretsKey) throw error;
    throw new NoSecretsKey(`No key for second factors: set SECRETS_KEY, or let ${fileName} be kept in DATA_DIR`, { cause: error });
  }
}

function read(file: string): Buffer | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length !== keyBytes) throw new NoSecretsKey(`${fileName} in DATA_DIR does not hold a key; it was cut or changed`);
  return key;
}

/** Writes a new key whole before it has its name, so that two processes agree on one and none reads half of it. */
function make(file: string): Buffer {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(keyBytes).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    // Another process was faster; its key counts.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(file) as Buffer;
}
