/** Says one line to the person who started the product. */
export type Say = (line: string) => void;

/** A `say` that shows a line at once, with the seconds since the start. */
export function createSay(startedAt = performance.now()): Say {
  return (line) => {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(6);
    process.stdout.write(`${seconds} s  ${line}\n`);
  };
}
