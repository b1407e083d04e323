import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

/** How the mail server treats what comes for an address: takes it, puts it off, refuses it, or breaks off at one point or another. */
export type MailMood =
  | 'fine'
  | 'slow'
  | 'never-greets'
  | 'greylists'
  | 'puts-off'
  | 'refuses'
  | 'refuses-content'
  | 'full'
  | 'drops-in-content'
  | 'drops-after-content'
  | 'keeps-and-drops'
  | 'keeps-and-is-silent';

/** A letter that the server keeps, and whether it ever said so. */
export interface Letter {
  to: string;
  messageId: string;
  raw: string;
  answered: boolean;
}

/** What its process is told. */
export type ToMailServer =
  | { start: number; needsLogin: boolean; offersTls: boolean }
  | { moods: Record<string, MailMood> }
  | { taken: true };

/** A real mail server (the package `smtp-server`) in a process of its own. */
export interface MoodyMailServer {
  url: string;
  port: number;
  /** Every letter it keeps, in the order they came; it stays through `down` and `up`. */
  mailbox: Letter[];
  /** How often somebody connected. */
  met: number;
  /** Changes the moods by address; `*` is for everybody else. */
  behave(moods: Record<string, MailMood>): Promise<void>;
  /** Kills the process. */
  down(): Promise<void>;
  /** Starts it again on the same port. */
  up(): Promise<void>;
}

interface FromMailServer {
  ready?: number;
  moody?: true;
  met?: true;
  letter?: Letter;
}

/** The built process, also for specs, which run from the sources. */
const findEntry = () => createRequire(import.meta.url).resolve('@matchwatch/testing/mail-server-process');

/** Starts a mail server on a port of its own; it takes anything from anybody until it is told otherwise. */
export async function startMailServer({ needsLogin = false, offersTls = false } = {}): Promise<MoodyMailServer> {
  let child: ChildProcess | undefined;
  const told = (tell: ToMailServer) => child?.send(tell);

  const up = async () => {
    const starting = fork(findEntry(), { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child = starting;
    starting.on('message', ({ letter, met }: FromMailServer) => {
      if (met) server.met += 1;
      if (!letter) return;
      server.mailbox.push(letter);
      starting.send({ taken: true } satisfies ToMailServer, () => {});
    });
    told({ start: server.port, needsLogin, offersTls });
    const [{ ready }] = (await once(starting, 'message')) as [FromMailServer];
    if (ready === undefined) throw new Error('The mail server did not start');
    server.port = ready;
  };

  const server: MoodyMailServer = {
    url: '',
    port: 0,
    mailbox: [],
    met: 0,
    async behave(moods) {
      const changed = new Promise<void>((resolve) => {
        const listen = ({ moody }: FromMailServer) => {
          if (!moody) return;
          child?.removeListener('message', listen);
          resolve();
        };
        child?.on('message', listen);
      });
      told({ moods });
      await changed;
    },
    async down() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    up,
  };
  await up();
  server.url = `smtp://127.0.0.1:${server.port}`;
  return server;
}
