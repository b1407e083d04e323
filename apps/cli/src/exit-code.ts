/** What the command's end says: done, something failed, called wrongly, refused for safety. */
export const exitCode = { ok: 0, failed: 1, usage: 2, refused: 3 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Ends a command with a message for a person and a status; anything else that is thrown is a bug. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  constructor(
    message: string,
    readonly code: ExitCode = exitCode.failed,
  ) {
    super(message);
  }
}
