import { defaultPolicy, findPolicyValue, type PolicyValue, readPolicyChanges } from '@matchwatch/risk-rules';
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderInApp } from '../testing/render-in-app.js';
import { ValueInput } from './value-input.js';

/** A value under edit, with what the library says of it. */
function Edited({ policyKey, start }: { policyKey: string; start: unknown }) {
  const [value, setValue] = useState(start);
  const { kind } = findPolicyValue(policyKey) as PolicyValue<unknown>;
  const read = readPolicyChanges({ [policyKey]: { '2026-01-01': { value, sources: ['school#spec'] } } });
  return (
    <>
      <ValueInput kind={kind} label="Value" value={value} error={!read.ok} onChange={setValue} />
      <output data-testid="value">{JSON.stringify(value)}</output>
      <output data-testid="read">{String(read.ok)}</output>
    </>
  );
}
const standard = (key: string) => Object.values((findPolicyValue(key) as PolicyValue<unknown>).values)[0]?.value;
const show = (key: string, start: unknown = standard(key)) => renderInApp(<Edited policyKey={key} start={start} />);
const value = () => JSON.parse(screen.getByTestId('value').textContent ?? '') as unknown;
const isRead = () => screen.getByTestId('read').textContent === 'true';

describe('the editor of a value', { timeout: 20_000 }, () => {
  it('takes a number, and leaves it to the library to say what it may be', () => {
    show('letters.total');
    const input = screen.getByRole('spinbutton', { name: 'Value' });
    fireEvent.change(input, { target: { value: '4' } });
    expect([value(), isRead()]).toEqual([4, true]);
    fireEvent.change(input, { target: { value: '400' } });
    expect([value(), isRead()]).toEqual([400, false]);
    fireEvent.change(input, { target: { value: '' } });
    expect([value(), isRead()]).toEqual([null, false]);
  });

  it('takes numbers in a line as they are typed', () => {
    show('exam.screens');
    const input = screen.getByRole('textbox', { name: 'Value' });
    fireEvent.change(input, { target: { value: '220, 230,' } });
    expect(isRead()).toBe(false);
    fireEvent.change(input, { target: { value: '220, 230, 240' } });
    expect([value(), isRead()]).toEqual([[220, 230, 240], true]);
  });

  it('takes a range without an upper end', () => {
    show('specialty.range.ultra-competitive', { low: 250, high: 260 });
    fireEvent.change(screen.getByRole('spinbutton', { name: 'Value to' }), { target: { value: '' } });
    expect([value(), isRead()]).toEqual([{ low: 250, high: null }, true]);
  });

  it('takes a day of every season without its year', () => {
    show('plan.no-specialty.watch-from');
    fireEvent.change(screen.getByLabelText('Value'), { target: { value: '2000-03-15' } });
    expect([value(), isRead()]).toEqual([{ year: 'application', on: '03-15' }, true]);
  });

  it('lets a year be typed digit by digit', () => {
    show('exam.step1.pass-fail-from');
    const input = screen.getByLabelText('Value');
    fireEvent.change(input, { target: { value: '0002-01-26' } });
    expect(value(), 'nothing is taken before it is a day').toBe('2022-01-26');
    fireEvent.change(input, { target: { value: '2023-01-26' } });
    expect([value(), isRead()]).toEqual(['2023-01-26', true]);
  });

  it('begins several numbers from nothing, and goes back to nothing known', () => {
    show('signals.family-medicine', null);
    const [first] = screen.getAllByRole('spinbutton');
    fireEvent.change(first as HTMLElement, { target: { value: '5' } });
    expect(isRead()).toBe(true);
    for (const input of screen.getAllByRole('spinbutton')) fireEvent.change(input, { target: { value: '' } });
    expect([value(), isRead()]).toEqual([null, true]);
  });

  it('has a field for every kind of value that the policy holds', () => {
    const byKind = new Map(Object.keys(defaultPolicy.values).map((key) => [findPolicyValue(key)?.kind.type, key]));
    expect(byKind.size).toBeGreaterThan(8);
    for (const key of byKind.values()) {
      const { container, unmount } = show(key);
      expect(container.querySelectorAll('input').length, key).toBeGreaterThan(0);
      expect(isRead(), key).toBe(true);
      unmount();
    }
  });
});
