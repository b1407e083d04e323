import { checkInWriteSchema } from '@matchwatch/contracts';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { HttpError } from 'react-admin';
import { describe, expect, it } from 'vitest';
import { renderInApp } from '../../testing/render-in-app.js';
import { CheckField } from './check-field.js';
import { DayField } from './day-field.js';
import { FormDialog } from './form-dialog.js';
import { FormField } from './form-field.js';
import { orNull } from './or-null.js';
import { useForm } from './use-form.js';

type Sent = unknown[];

/** A dialog as the rooms write them, whose server answers as told. */
function CheckIn({ sent, answer, onClose }: { sent: Sent; answer: () => Promise<void>; onClose: () => void }) {
  const form = useForm({ on: '2026-11-02', asksHelp: false, note: '' });
  const { values, field } = form;
  return (
    <FormDialog
      form={form}
      title="How are they?"
      submit="Keep"
      onSubmit={async () => {
        sent.push(checkInWriteSchema.parse({ ...values, note: orNull(values.note) }));
        await answer();
      }}
      onClose={onClose}
    >
      <DayField {...field('on')} label="Day" />
      <CheckField {...field('asksHelp')} label="Asks for help" />
      <FormField {...field('note')} label="Note" />
    </FormDialog>
  );
}

function open(answer: () => Promise<void> = async () => undefined) {
  const sent: Sent = [];
  let closed = 0;
  renderInApp(<CheckIn sent={sent} answer={answer} onClose={() => (closed += 1)} />);
  return { sent, closed: () => closed };
}
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const keep = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Keep' })));
const refuse = (status: number, body: object) =>
  Promise.reject(new HttpError('', status, { type: 'about:blank', title: 'Refused', status, ...body }));

describe('A short form', () => {
  it('sends what was entered, as the contract wants it', async () => {
    const { sent } = open();
    type('Note', '  Sleeps again  ');
    await keep();
    expect(sent).toEqual([{ on: '2026-11-02', asksHelp: false, note: 'Sleeps again' }]);
  });

  it('says at the field what the contract refuses, goes there, and takes it back when that is mended', async () => {
    const { sent } = open();
    type('Day', '');
    await keep();
    expect(screen.getByText('Needs a day')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByLabelText('Day'));
    type('Day', '2026-11-03');
    expect(screen.queryByText('Needs a day')).toBeNull();
    expect(sent).toEqual([]);
  });

  it('says at the field what the server refuses, wherever it stands in what was sent', async () => {
    open(() => refuse(422, { detail: 'Some of it cannot be taken.', issues: [{ path: 'checkIn.note', reason: 'names somebody' }] }));
    await keep();
    expect(screen.getByText('Names somebody')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
    type('Note', 'Nobody');
    expect([screen.queryByText('Names somebody'), screen.queryByRole('alert')]).toEqual([null, null]);
  });

  it('says at its head what is wrong where no field stands', async () => {
    open(() => refuse(422, { detail: 'Not taken.', issues: [{ path: 'expected', reason: 'is another number by now' }] }));
    await keep();
    expect(screen.getByRole('alert').textContent).toBe('Not taken.expected: Is another number by now');
  });

  it('is sent once however often it is asked, and cannot be left meanwhile', async () => {
    let done = () => undefined as void;
    const { sent, closed } = open(() => new Promise((resolve) => (done = resolve)));
    const form = screen.getByRole('button', { name: 'Keep' }).closest('form') ?? expect.fail('stands in a form');
    await act(async () => {
      fireEvent.submit(form);
      fireEvent.submit(form);
    });
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect([sent.length, closed()]).toEqual([1, 0]);
    await act(async () => done());
  });

  it('is left at once while nothing was entered, and after a question when something was', async () => {
    const { closed } = open();
    type('Note', 'Sleeps again');
    fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Escape' });
    expect(closed()).toBe(0);
    fireEvent.click(await screen.findByRole('button', { name: 'Back' }));
    await waitFor(() => expect(screen.queryByText('Close without saving?')).toBeNull());
    type('Note', '');
    fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Escape' });
    expect(closed()).toBe(1);
  });
});
