/** Why PostgreSQL did not start, read from what it wrote. */
export type StartFailure = 'port-taken' | 'backends-alive' | 'disk-full' | 'no-access' | 'no-memory' | 'other';

const patterns: readonly [StartFailure, RegExp][] = [
  ['disk-full', /no space left on device|disk quota exceeded/i],
  ['port-taken', /could not bind .* address|could not create any TCP\/IP sockets/],
  ['backends-alive', /pre-existing shared memory block|is still in use/],
  ['no-access', /Permission denied|Read-only file system|has invalid permissions|has wrong ownership/],
  ['no-memory', /could not map anonymous shared memory|Cannot allocate memory|could not create shared memory segment/],
];

/** Tells the cause from the server's own words. */
export function causeOf(output: string): StartFailure {
  return patterns.find(([, pattern]) => pattern.test(output))?.[0] ?? 'other';
}

/** One sentence for a person, followed by what the server wrote. */
export function explain(output: string, dataDir: string, logFile: string): string {
  const lines = output.trim().split('\n').slice(-15).join('\n');
  return `${sentenceFor(causeOf(output), dataDir)}${lines ? `\n${lines}` : ''}\nThe whole log is in ${logFile}.`;
}

/** The cause as a sentence for a person, with what to do. */
export function sentenceFor(cause: StartFailure, dataDir: string): string {
  return sentences[cause](dataDir);
}

const sentences: Record<StartFailure, (dataDir: string) => string> = {
  'disk-full': (dataDir) => `The disk that holds ${dataDir} is full. Make room and start again; nothing that was saved is lost.`,
  'port-taken': () => 'PostgreSQL found no free port on 127.0.0.1.',
  'backends-alive': (dataDir) =>
    `Processes of an earlier PostgreSQL still work on ${dataDir}. They end by themselves; start again in a minute.`,
  'no-access': (dataDir) => `PostgreSQL may not read or write ${dataDir}. Check who owns the folder.`,
  'no-memory': () => 'There is not enough free memory to start PostgreSQL.',
  other: () => 'PostgreSQL did not start.',
};
