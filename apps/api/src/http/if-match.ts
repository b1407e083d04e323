import { ProblemError } from './problem.js';

/** The tag of a version, for `ETag`. */
export const versionTag = (version: number): string => `"${version}"`;

/** The version a write was based on, from `If-Match`; refuses a write that names none. */
export function versionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined || ifMatch === '*') {
    throw new ProblemError(428, 'Say in If-Match which version the change is based on.');
  }
  // A proxy that compresses may have made the tag weak; the version is what counts.
  const version = /^(?:W\/)?"?([1-9]\d{0,8})"?$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new ProblemError(400, 'If-Match must hold the version as it was given in ETag.');
  return Number(version);
}
