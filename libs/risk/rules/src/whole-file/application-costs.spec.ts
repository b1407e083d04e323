import { defaultPolicy } from '@matchwatch/risk-policy';
import { expect, it } from 'vitest';
import { late, rows } from '../spec-kit.js';
import { applicationCosts } from './application-costs.js';

const listed = (programs: ReturnType<typeof rows>) => applicationCosts({ programs }, null, defaultPolicy, late).listed;

it.each([
  [0, 0],
  [30, 330],
  [31, 360],
  [80, 1830],
])('%i programs of one specialty cost %i dollars', (count, dollars) =>
  expect(listed(rows(count, { specialty: 'pediatrics' }))).toBe(dollars),
);

it('counts each specialty for itself, and leaves out what was declined', () => {
  expect(listed([...rows(30, { specialty: 'pediatrics' }), ...rows(30, { specialty: 'psychiatry' })])).toBe(660);
  expect(listed([...rows(30, { specialty: 'pediatrics' }), ...rows(5, { specialty: 'pediatrics', status: 'declined' })])).toBe(330);
});

it('says what the advised number would cost, and nothing of a list that is not known', () => {
  const target = { minimum: 40, maximum: 60, because: 'category A 40, primary care group 30–60' };
  expect(applicationCosts({}, target, defaultPolicy, late)).toEqual({ listed: null, advised: { minimum: 630, maximum: 1230 } });
  expect(applicationCosts({}, null, defaultPolicy, late)).toEqual({ listed: null, advised: null });
});
