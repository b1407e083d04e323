import { createHash, randomBytes } from 'node:crypto';

/** A secret to hand out: 256 bits, 43 characters that need no escaping anywhere. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of it. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
