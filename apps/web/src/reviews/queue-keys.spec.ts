import { describe, expect, it } from 'vitest';
import { keyOf, queueAct } from './queue-keys.js';

const pressed = (key: string, held: object = {}) => queueAct({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('the keys of the queue', () => {
  it.each([
    ['a', { kind: 'decide', decision: 'agree' }],
    ['D', { kind: 'decide', decision: 'disagree' }],
    ['s', { kind: 'decide', decision: 'snooze' }],
    ['g', { kind: 'decide', decision: 'assign' }],
    ['e', { kind: 'decide', decision: 'escalate' }],
    ['j', { kind: 'next' }],
    ['ArrowUp', { kind: 'previous' }],
    ['2', { kind: 'flag', at: 1 }],
    ['?', { kind: 'help' }],
  ])('%s', (key, act) => expect(pressed(key)).toEqual(act));

  it('leave those alone that the browser or others mean', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) expect(pressed('a', held)).toBeUndefined();
    for (const key of ['Tab', 'Enter', ' ', 'x', '0', 'constructor']) expect(pressed(key)).toBeUndefined();
  });

  it('are shown as capitals', () => expect([keyOf('agree'), keyOf('assign'), keyOf('reopen')]).toEqual(['A', 'G', undefined]));
});
