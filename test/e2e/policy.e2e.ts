import type { PolicyVersionDetail } from '@matchwatch/contracts';
import { addDays, dayIn } from '@matchwatch/domain';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { sharedBrowser, signIn, violations, visit } from './browser.js';

/** Published for a day to come, so that nobody's level moves while other journeys count them. */
const later = addDays(dayIn('America/New_York', new Date()), 7);

describe('the policy, on the demo cohort', () => {
  const address = inject('demoAddress');
  const browser = sharedBrowser();

  const opened = async (email: string) => {
    const window = await visit(browser, address);
    await signIn(window.page, email);
    return window;
  };
  const csrfOf = async (page: Page): Promise<string> =>
    ((await (await page.context().request.get('/api/v1/session')).json()) as { csrfToken: string }).csrfToken;
  /** A name of its own, as a second try finds the first one taken. */
  const named = (name: string) => `${name} ${Date.now()}`;
  const beginDraft = async (page: Page, name: string) => {
    await page.goto('/policy');
    await page.getByRole('button', { name: 'Begin a draft' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the version').fill(name);
    await dialog.getByLabel('Why the school changes its mind').fill('The faculty expects more letters');
    await dialog.getByLabel('In force from').fill(later);
    await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
  };
  const addLetters = async (page: Page, value: string) => {
    await page.getByLabel('Add a number to change').fill('letters.total');
    await page.getByRole('option', { name: 'Letters to have, at least' }).click();
    await page.getByRole('spinbutton', { name: 'Value' }).fill(value);
    await page.getByRole('combobox', { name: 'Source' }).fill('Faculty meeting of 3 November');
    await page.keyboard.press('Enter');
  };

  it('shows every number with where it comes from and the rules that use it, and finds one', async () => {
    const { context, page, complaints } = await opened('lead@example.edu');
    await page.goto('/');
    await page.getByRole('link', { name: 'Policy' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'The numbers that rules go by' }).waitFor();
    await page.getByRole('textbox', { name: /Find a number/ }).fill('letters to have at least');
    const row = page.getByRole('listitem').filter({ hasText: 'Letters to have, at least' });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/3 letters.*00[24] · /);
    await row.getByRole('button', { name: /used by/ }).click();
    expect(await row.textContent()).toContain('Few letters');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('takes a draft from lint beside the field over a trial with names to publication by a second person, and back', async () => {
    const author = await opened('dean@example.edu');
    const { page } = author;
    const name = named('Winter review');
    await beginDraft(page, name);
    await addLetters(page, '25');
    await page.getByText('must be from 0 to 20').waitFor();
    expect(await page.getByRole('button', { name: 'Save the draft' }).isDisabled()).toBe(true);
    const value = page.getByRole('spinbutton', { name: 'Value' });
    await value.fill('5');
    const summary = page.getByRole('region', { name: 'What to look at' });
    await summary.getByText('must not be above').waitFor();
    await page.getByText(/cannot be published before this is mended: “Letters/).waitFor();
    await summary.getByRole('button', { name: /^Go to “Letters to have, at least”/ }).click();
    const field = page.getByRole('listitem', { name: 'Letters to have, at least' });
    expect(await field.evaluate((item) => item === document.activeElement)).toBe(true);
    expect(await field.textContent()).toContain('must not be above');
    await value.fill('0');
    await summary.getByText(/“Few letters” can no longer be raised/).waitFor();
    await page.getByRole('link', { name: 'Applicants' }).first().click();
    const leaving = page.getByRole('dialog', { name: 'Leave without saving?' });
    await leaving.getByRole('button', { name: 'Back' }).click();
    await leaving.waitFor({ state: 'detached' });
    await value.fill('4');
    await page.getByText('Nothing to mend').waitFor();
    await page.getByRole('button', { name: 'Save the draft' }).click();

    await page.getByRole('button', { name: 'Try it on the cohort' }).click();
    const movers = page.getByRole('region', { name: 'Who would move' });
    await movers.getByRole('link').first().waitFor();
    const flagged = page.getByRole('button', { name: /Newly flagged/ });
    const count = Number(/\d+/.exec((await flagged.textContent()) ?? '')?.[0]);
    expect(count).toBeGreaterThan(0);
    await flagged.click();
    await expect.poll(() => movers.textContent()).toContain(`Newly flagged · ${Math.min(count, 10)} of ${count}`);
    expect(await page.getByRole('region', { name: 'By type' }).textContent()).toContain('US MD');
    await page.getByText(/published by somebody who had no hand in writing it/).waitFor();
    expect(await page.getByRole('button', { name: 'Publish' }).count(), 'nobody publishes their own').toBe(0);
    expect(await violations(page)).toEqual([]);

    const second = await opened('admin@example.edu');
    await second.page.goto(page.url());
    await second.page.getByRole('button', { name: 'Publish' }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await second.page.getByRole('heading', { level: 1 }).filter({ hasText: 'Published' }).waitFor();
    expect(await second.page.getByRole('region', { name: 'What it changes' }).textContent()).toContain('3 letters → 4 letters');
    await second.page.goto('/policy');
    await second.page.getByRole('link', { name: `${name} follows on` }).click();
    await second.page.getByRole('button', { name: 'Roll back' }).click();
    const dialog = second.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('The faculty thought again');
    await dialog.getByRole('button', { name: 'Roll back' }).click();
    await second.page.getByRole('heading', { level: 1 }).filter({ hasText: 'Taken back' }).waitFor();
    const history = second.page.getByRole('region', { name: 'History' });
    expect(await history.getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('taken back'),
      expect.stringContaining('published'),
      expect.stringContaining('tried on the cohort'),
      expect.stringContaining('edited'),
      expect.stringContaining('begun'),
    ]);
    expect(await violations(second.page)).toEqual([]);
    expect(author.complaints.concat(second.complaints)).toEqual([]);
    await author.context.close();
    await second.context.close();
  });

  it('says who was faster, and writes nothing over it unasked', async () => {
    const { context, page } = await opened('dean@example.edu');
    await beginDraft(page, named('Two hands'));
    const id = Number(/versions\/(\d+)/.exec(page.url())?.[1]);
    await addLetters(page, '4');
    const read = await context.request.get(`/api/v1/policy-versions/${id}`);
    const { version, effectiveOn, revision } = (await read.json()) as PolicyVersionDetail;
    const written = await context.request.put(`/api/v1/policy-versions/${id}`, {
      data: { version, effectiveOn, reason: 'Somebody else', changes: {} },
      headers: { 'If-Match': `"${revision}"`, 'X-CSRF-Token': await csrfOf(page) },
    });
    expect(written.status()).toBe(200);
    await page.getByRole('button', { name: 'Save the draft' }).click();
    const conflict = page.getByRole('dialog');
    await conflict.getByText('Nothing of yours has been written yet').waitFor();
    expect(await violations(page)).toEqual([]);
    await conflict.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('Draft saved.').waitFor();
    const saved = (await (await context.request.get(`/api/v1/policy-versions/${id}`)).json()) as PolicyVersionDetail;
    expect(saved.keys).toEqual(['letters.total']);
    await page.getByRole('button', { name: 'Discard the draft' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard the draft' }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Discarded' }).waitFor();
    await context.close();
  });
});
