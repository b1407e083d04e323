import { type MailMood, type MoodyMailServer, startMailServer } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageIdOf, sendMail } from './index.js';

const message = {
  to: 'dean@example.edu',
  sender: { name: 'Matchwatch' },
  subject: 'The week of 16 November',
  text: 'Two are new.',
  html: '<p>Two are new.</p>',
  messageId: messageIdOf(['demo', 7, 3], 'matchwatch@example.edu'),
  automatic: true,
};

describe('sending mail', () => {
  let server: MoodyMailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server.down());

  const settings = (smtpUrl = server.url) => ({ smtpUrl, mailFrom: 'matchwatch@example.edu', mailPatienceSeconds: 0.4 });
  const sendTo = async (mood: MailMood, asked = settings()) => {
    await server.behave({ '*': mood });
    let leaves = 0;
    const before = server.mailbox.length;
    const outcome = await sendMail(asked, message, async () => {
      leaves += 1;
    });
    return { outcome, leaves, kept: server.mailbox.length - before };
  };

  it('is done when the server says it took it, under an id that stays', async () => {
    const { outcome, leaves, kept } = await sendTo('fine');
    expect(outcome).toMatchObject({ state: 'sent', messageId: '<matchwatch.demo.7.3@example.edu>', reply: { code: 250 } });
    expect([leaves, kept]).toEqual([1, 1]);
    const { raw, messageId } = server.mailbox.at(-1) ?? { raw: '', messageId: '' };
    expect(messageId).toBe(message.messageId);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(raw).toContain('<p>Two are new.</p>');
  });

  it('says of every other end whether the message may have been taken, and never guesses', async () => {
    const ends: Partial<Record<MailMood, string>> = {};
    for (const mood of [
      'slow',
      'never-greets',
      'puts-off',
      'refuses',
      'refuses-content',
      'full',
      'drops-in-content',
      'drops-after-content',
      'keeps-and-drops',
      'keeps-and-is-silent',
    ] as const) {
      const { outcome, leaves, kept } = await sendTo(mood);
      const { state } = outcome;
      const said = state === 'sent' ? '' : ` ${outcome.fault}${outcome.state === 'uncertain' || !outcome.atTheDoor ? '' : ' at the door'}`;
      ends[mood] = `${state}${said} ${outcome.reply?.code ?? '-'}, content left ${leaves}, kept ${kept}`;
    }
    expect(ends).toEqual({
      slow: 'sent 250, content left 1, kept 1',
      'never-greets': 'deferred silent at the door -, content left 0, kept 0',
      'puts-off': 'deferred refused 451, content left 0, kept 0',
      refuses: 'failed refused 550, content left 0, kept 0',
      'refuses-content': 'failed refused 554, content left 1, kept 0',
      full: 'deferred refused 452, content left 1, kept 0',
      'drops-in-content': 'uncertain broke-off -, content left 1, kept 0',
      'drops-after-content': 'uncertain broke-off -, content left 1, kept 0',
      'keeps-and-drops': 'uncertain broke-off -, content left 1, kept 1',
      'keeps-and-is-silent': 'uncertain broke-off -, content left 1, kept 1',
    });
  });

  it('holds the content back until it may leave, and ends the conversation without it when it may not', async () => {
    await server.behave({});
    const before = server.mailbox.length;
    const refused = sendMail(settings(), message, () => Promise.reject(new Error('claimed by another')));
    await expect(refused).rejects.toThrow('claimed by another');
    expect(server.mailbox.length).toBe(before);
  });

  it('waits no longer than it is told, keeps account and encryption apart, and needs a server at all', async () => {
    await server.down();
    expect((await sendMail(settings(), message)).state).toBe('deferred');
    await server.up();
    expect(await sendMail({ ...settings(), smtpUrl: undefined }, message)).toMatchObject({ state: 'failed', fault: 'no-server' });
    expect(await sendMail(settings(`${server.url}?requireTLS=true`), message)).toMatchObject({
      state: 'failed',
      fault: 'encryption',
      reply: { code: 500 },
    });
    const strict = await startMailServer({ needsLogin: true, offersTls: true });
    try {
      const at = (account: string, query = '') => settings(`smtp://${account}@127.0.0.1:${strict.port}${query}`);
      // Its certificate is one that nobody signed.
      expect(await sendMail(at('matchwatch:right'), message)).toMatchObject({ state: 'deferred', fault: 'encryption', atTheDoor: true });
      expect(await sendMail(at('matchwatch:wrong', '?ignoreTLS=true'), message)).toMatchObject({
        state: 'failed',
        fault: 'account',
        reply: { code: 535 },
      });
      expect((await sendMail(at('matchwatch:right', '?ignoreTLS=true'), message)).state).toBe('sent');
      expect(strict.mailbox).toHaveLength(1);
    } finally {
      await strict.down();
    }
  });
});
