/** Classes and codes of PostgreSQL: connection exceptions, a server that shuts down or starts up, no connection left. */
const fromServer = /^(?:08[0-9A-Z]{3}|57P0[123]|53300)$/;
/** What the operating system says of a server that is not there. */
const fromSystem = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
const networkCalls = new Set(['connect', 'read', 'write', 'getaddrinfo']);
// The driver gives no code to a connection that broke under a statement.
const fromDriver = /^(?:Connection terminated|timeout exceeded when trying to connect)/;

/** Whether a statement failed because the database could not be reached, or went away. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall, errors } = error as { code?: string; syscall?: string; errors?: unknown };
  if (code !== undefined && (fromServer.test(code) || (fromSystem.has(code) && networkCalls.has(syscall ?? '')))) return true;
  return fromDriver.test(error.message) || (Array.isArray(errors) && errors.some(isUnavailable));
}

/** Whether a statement was refused because the disk of the database has no room; what it wrote is undone. */
export const isDiskFull = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '53100';
