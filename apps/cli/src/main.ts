import { CommanderError } from 'commander';
import { CommandFailed, exitCode } from './exit-code.js';
import { createProgram } from './program.js';

try {
  await createProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  else if (error instanceof CommandFailed) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.code;
  } else if ((error as NodeJS.ErrnoException).code === 'EPIPE') {
    // The reader of our output has had enough (`… | head`).
    process.exitCode = exitCode.ok;
  } else {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = exitCode.failed;
  }
}
