import type { Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Letter, MailMood, ToMailServer } from './mail-server.js';

// A mail server as a process of its own: told its port and its moods by whoever started it, to whom each letter goes before it is answered for.

let moods: Record<string, MailMood> = {};
let acknowledged = 0;
const waiting: (() => void)[] = [];
const tried = new Map<string, number>();

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
const moodOf = (address: string): MailMood => moods[address] ?? moods['*'] ?? 'fine';

/** Hands a letter over and waits until it was taken, so that none is answered for that nobody keeps. */
const keep = (letter: Letter) =>
  new Promise<void>((taken) => {
    waiting.push(taken);
    process.send?.({ letter });
  });

function start(port: number, { needsLogin, offersTls }: { needsLogin: boolean; offersTls: boolean }): void {
  const server = new SMTPServer({
    logger: false,
    hideSTARTTLS: !offersTls,
    disabledCommands: [...(needsLogin ? [] : ['AUTH']), ...(offersTls ? [] : ['STARTTLS'])],
    authOptional: !needsLogin,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth({ username, password }, _session, answer) {
      if (username === 'matchwatch' && password === 'right') answer(null, { user: username });
      else answer(refusal(535, '5.7.8 Authentication credentials invalid'));
    },
    onConnect(_session, answer) {
      process.send?.({ met: true });
      if (moodOf('*') === 'never-greets') return;
      answer();
    },
    onRcptTo({ address }, _session, answer) {
      const mood = moodOf(address);
      const before = tried.get(address) ?? 0;
      tried.set(address, before + 1);
      if (mood === 'refuses') answer(refusal(550, `5.1.1 <${address}> is nobody here`));
      else if (mood === 'puts-off' || (mood === 'greylists' && before === 0)) answer(refusal(451, '4.7.1 Greylisted, try again later'));
      else if (mood === 'slow') setTimeout(answer, 300);
      else answer();
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const mood = moodOf(to);
      const hangUp = () => socketOf(session.id)?.destroy();
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => {
        pieces.push(piece);
        if (mood === 'drops-in-content') hangUp();
      });
      stream.on('end', async () => {
        if (mood === 'drops-in-content') return;
        if (mood === 'drops-after-content') return hangUp();
        if (mood === 'refuses-content') return done(refusal(554, '5.7.1 This content is not wanted'));
        if (mood === 'full') return done(refusal(452, '4.2.2 Mailbox full'));
        const raw = Buffer.concat(pieces).toString();
        const answered = mood !== 'keeps-and-drops' && mood !== 'keeps-and-is-silent';
        await keep({ to, raw, messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '', answered });
        if (mood === 'keeps-and-drops') hangUp();
        else if (mood !== 'keeps-and-is-silent') done(null, `2.0.0 Ok, queued as ${acknowledged}`);
      });
    },
  });
  const socketOf = (id: string): Socket | undefined => {
    for (const connection of (server as unknown as { connections: Set<{ id: string; _socket: Socket }> }).connections)
      if (connection.id === id) return connection._socket;
    return undefined;
  };
  server.on('error', () => {});
  server.listen(port, '127.0.0.1', () => process.send?.({ ready: (server.server.address() as { port: number }).port }));
}

process.on('message', (told: ToMailServer) => {
  if ('start' in told) start(told.start, told);
  else if ('moods' in told) {
    moods = told.moods;
    process.send?.({ moody: true });
  } else {
    acknowledged += 1;
    waiting.shift()?.();
  }
});
process.on('disconnect', () => process.exit(0));
