import type { ApplicantDetail } from '@matchwatch/contracts';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { sharedBrowser, signIn, signInByForm, violations, visit } from './browser.js';

/** The number at the beginning of a text such as "221 applicants · 2027 Match". */
const leadingNumber = (text: string | null): number => Number(/[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', '') ?? Number.NaN);

describe('in the browser, on the demo cohort', () => {
  const address = inject('demoAddress');
  const browser = sharedBrowser();

  /** Somebody at high risk for nothing but a Step 2 CK that is still to pass. */
  const someoneWhoFailed = async (context: BrowserContext): Promise<{ id: number }> => {
    const filter = encodeURIComponent(JSON.stringify({ season: 2027, riskLevel: ['high-risk'], rule: 'exam.step2-failed' }));
    const answer = await context.request.get(`/api/v1/applicants?filter=${filter}&range=[0,99]`);
    const rows = (await answer.json()) as { id: number; reasons: { code: string }[] }[];
    const found = rows.find(({ reasons }) => reasons.every(({ code }) => code === 'exam.step2-failed'));
    if (!found) throw new Error('The demo cohort has nobody at high risk for a failed Step 2 CK alone');
    return found;
  };
  const listed = async (page: Page) =>
    leadingNumber(
      await page
        .getByText(/^\d[\d,]* (of|applicants?)/)
        .first()
        .textContent(),
    );

  it('says what is wrong with a sign-in, and lets nobody in', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await page.goto('/applicants');
    await page.getByLabel('Email').fill('dean@example.edu');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Email and password do not belong together').waitFor();
    expect((await context.request.get('/api/v1/applicants')).status()).toBe(401);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('takes a dean from a number on the first page to the people it counts, and to why', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await signInByForm(page);
    const levels = page.getByRole('region', { name: 'Levels now' });
    const highRisk = levels.getByRole('link').filter({ hasText: 'High risk' });
    const counted = leadingNumber(await highRisk.innerText());
    expect(counted).toBeGreaterThan(0);
    await highRisk.click();
    await page.getByRole('heading', { level: 1, name: 'Applicants' }).waitFor();
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'High risk' }).count()).toBe(Math.min(counted, 25));

    const person = page.getByRole('row').filter({ hasText: 'High risk' }).first().getByRole('link').first();
    const name = (await person.textContent()) ?? '';
    await person.click();
    const heading = page.getByRole('heading', { level: 1 });
    await expect.poll(() => heading.textContent()).toContain(name.split(',')[0]);
    const why = page.getByRole('region', { name: 'Why' });
    await expect.poll(() => why.getByRole('listitem').count()).toBeGreaterThan(0);
    await expect.poll(() => why.textContent()).toMatch(/Sets the level/);
    await expect.poll(() => why.textContent(), { message: 'each reason names its source' }).toMatch(/00[0-4] · /);
    expect(await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)).join())).not.toMatch(
      new RegExp(name.split(',')[0] ?? '-'),
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('reassesses an edit while one looks, keeps the history, and tells who else edits what changed', async () => {
    const first = await visit(browser, address);
    await signIn(first.page);
    const { id } = await someoneWhoFailed(first.context);
    await first.page.goto(`/applicants/${id}/show`);
    await first.page.getByRole('heading', { level: 1 }).filter({ hasText: 'High risk' }).waitFor();
    const url = first.page.url();
    const second = await visit(browser, address);
    await signIn(second.page, 'admin@example.edu');
    await second.page.goto(url);
    await second.page.getByRole('button', { name: 'Add a score' }).click();
    await second.page.getByRole('dialog').waitFor();

    await first.page.getByRole('button', { name: 'Add a score' }).click();
    const drawer = first.page.getByRole('dialog');
    const add = drawer.getByRole('button', { name: /^Add/ });
    await add.waitFor();
    const detail = await first.context.request.get(`/api/v1/applicants/${id}`);
    const rows = ((await detail.json()) as ApplicantDetail).record.exams?.length ?? 0;
    await expect.poll(() => drawer.getByRole('listitem').count()).toBe(rows);
    await add.click();
    const row = drawer.getByRole('listitem').nth(rows);
    await row.getByRole('combobox', { name: /^Exam/ }).click();
    await first.page.getByRole('option', { name: 'Step 2 CK' }).click();
    await row.getByLabel('Score').fill('261');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer
      .getByText(/needs takenOn|day|taken/i)
      .first()
      .waitFor();
    await row.getByLabel('Taken on').fill('2026-10-30');
    await drawer.getByLabel(/Why this changes/).fill('Score report of November');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.waitFor({ state: 'detached' });
    await expect.poll(() => first.page.getByRole('heading', { level: 1 }).textContent(), { timeout: 15_000 }).not.toContain('High risk');
    await first.page.getByRole('tab', { name: 'History' }).click();
    await first.page.getByText('Score report of November').waitFor();

    const stale = second.page.getByRole('dialog');
    await stale.getByRole('listitem').first().getByLabel('Backup date').fill('2026-12-24');
    await stale.getByRole('button', { name: 'Save' }).click();
    const conflict = second.page.getByRole('dialog').filter({ hasText: 'Margaret Whitfield' });
    await conflict.waitFor();
    expect(await conflict.textContent(), 'what changed meanwhile').toMatch(/Exams.*Added Step 2 CK, taken on 30 Oct.*score 261/);
    expect(await conflict.textContent(), 'and what I changed').toMatch(/Changed .*backup date .* → 24 Dec/);
    expect(await conflict.textContent(), 'and what is safe').toMatch(/Nothing of yours has been written/);
    expect(await violations(second.page)).toEqual([]);
    expect(first.complaints).toEqual([]);
    await first.context.close();
    await second.context.close();
  });

  it('runs a reassessment that is followed live to its end', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await signIn(page);
    await page.goto('/runs');
    await page.getByRole('button', { name: 'Start a run' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Start', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByText(/Started by a person/)
      .first()
      .waitFor();
    await expect.poll(() => page.locator('main').textContent(), { timeout: 20_000 }).toContain('Published');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shows what an import would do, row by row, before it does it', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await signIn(page);
    await page.goto('/imports');
    const csv = [
      'externalId,name.given,name.family,season,applicantType',
      'E2E-1,Ida,Lindgren,2031,us-md',
      'E2E-2,Ola,Nordin,2031,us-phd',
      'E2E-3,=cmd|calc,Berg,2031,us-do',
    ].join('\n');
    await page.locator('input[type=file]').setInputFiles({ name: 'applicants.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByText('Rows that were not taken').waitFor();
    const refused = page.getByRole('row').filter({ hasText: 'E2E-2' });
    expect(await refused.textContent()).toMatch(/applicants.*2.*applicantType/);
    await page.getByRole('button', { name: /^Write them/ }).click();
    await page
      .getByText(/being reassessed|Written/)
      .first()
      .waitFor();
    await page.goto('/applicants?filter=%7B%22season%22%3A2031%7D');
    await page.getByRole('link', { name: /Lindgren, Ida/ }).waitFor();
    await expect.poll(() => listed(page)).toBe(2);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('lets somebody in by a one-time link, and out again at once', async () => {
    const admin = await visit(browser, address);
    await signIn(admin.page, 'admin@example.edu');
    await admin.page.goto('/people');
    await admin.page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = admin.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Edda Newcome');
    await dialog.getByLabel('Email').fill('edda.newcome@example.edu');
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    const link = await dialog.getByLabel('One-time link').inputValue();
    await dialog.getByRole('button', { name: 'Close' }).click();

    const guest = await visit(browser, address);
    await guest.page.goto(link);
    await guest.page.getByRole('heading', { name: 'Welcome, Edda Newcome' }).waitFor();
    expect(await violations(guest.page)).toEqual([]);
    await guest.page.getByLabel('Choose a password').fill('too short');
    await guest.page.getByRole('button', { name: 'Save and sign in' }).click();
    await guest.page.getByText('must have at least 12 characters').waitFor();
    await guest.page.getByLabel('Choose a password').fill('a password of her own');
    await guest.page.getByRole('button', { name: 'Save and sign in' }).click();
    await guest.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Applicants' }).click();
    await guest.page.getByRole('heading', { level: 1, name: 'Applicants' }).waitFor();
    expect(((await (await guest.context.request.get('/api/v1/applicants')).json()) as []).length, 'nobody is hers yet').toBe(0);
    expect(await guest.page.getByRole('link', { name: 'People' }).count()).toBe(0);

    await admin.page.getByRole('button', { name: 'What can be done for Edda Newcome' }).click();
    await admin.page.getByRole('menuitem', { name: 'Disable' }).click();
    await admin.page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await admin.page.getByText('They can no longer sign in.').waitFor();
    expect((await guest.context.request.get('/api/v1/session')).status()).toBe(401);
    expect(admin.complaints).toEqual([]);
    expect(guest.complaints).toEqual([]);
    await admin.context.close();
    await guest.context.close();
  });

  it('keeps risk from who decides about promotion, until an emergency that the dean is shown', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await page.goto('/');
    await page.getByRole('button', { name: 'Assessor' }).click();
    await page.getByRole('heading', { level: 1, name: 'Applicants' }).waitFor();
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    await page.getByRole('region', { name: 'Kept from view' }).waitFor();
    expect(await page.getByRole('region', { name: 'Why' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Emergency access' }).click();
    await page.getByLabel('Why it cannot wait').fill('Came to my office hours in tears');
    await page.getByRole('button', { name: 'Open for an hour' }).click();
    await page.getByRole('tab', { name: 'What if' }).waitFor();
    expect(await page.getByRole('button', { name: 'Add a score' }).count(), 'to look at, not to change').toBe(0);
    expect(complaints).toEqual([]);
    await context.close();

    const dean = await visit(browser, address);
    await signIn(dean.page);
    await dean.page.goto('/people');
    const shown = dean.page.getByRole('region', { name: 'Emergency access' });
    await shown.getByText('Came to my office hours in tears').waitFor();
    await dean.page.goto('/audit');
    await dean.page.getByRole('row').filter({ hasText: 'took emergency access' }).first().waitFor();
    expect(dean.complaints).toEqual([]);
    await dean.context.close();
  });

  it('finds a person and gets there without a mouse', async () => {
    const { context, page } = await visit(browser, address);
    await signIn(page);
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('delacroix');
    await page.getByRole('option').filter({ hasText: 'Delacroix, Marcus' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Delacroix' }).waitFor();
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to the page');
    await context.close();
  });
});
