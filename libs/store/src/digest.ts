import { hash } from 'node:crypto';

/** A short digest by which contents (answers, sets of rules) are told apart: SHA-1, 27 characters. */
export const digestOf = (content: string): string => hash('sha1', content, 'base64url');
