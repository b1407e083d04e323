import type { QueueCounts } from '@matchwatch/contracts';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { phone, sharedBrowser, signIn, violations, visit } from './browser.js';

describe('Monday’s review queue, on the demo cohort', () => {
  const address = inject('demoAddress');
  const browser = sharedBrowser();

  const counted = async (context: BrowserContext): Promise<number> =>
    ((await (await context.request.get('/api/v1/review-queue/counts')).json()) as QueueCounts).all;
  const rows = (page: Page) => page.getByRole('list', { name: 'Applicants with flags that wait for a review' }).locator(':scope > li');
  const openQueue = async (page: Page): Promise<void> => {
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Pages' }).locator('visible=true').getByRole('link', { name: 'Reviews' }).click();
    await page.getByRole('heading', { level: 1, name: /wait.? for a review/ }).waitFor();
    await rows(page).first().waitFor();
  };
  const nameOf = async (page: Page): Promise<string> => (await page.locator('li[aria-current="true"]').getAttribute('aria-label')) ?? '';

  it('is cleared of ten by keyboard alone', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await signIn(page);
    const before = await counted(context);
    await openQueue(page);
    expect(await rows(page).count()).toBe(before);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('?');
    await page.getByText('open the page', { exact: true }).waitFor();

    // A second try finds what the first has left.
    const rounds = Math.min(10, before - 2);
    expect(rounds).toBeGreaterThan(0);
    for (let done = 0; done < rounds; done++) {
      const name = await nameOf(page);
      if (done === 3) {
        await page.keyboard.press('d');
        const dialog = page.getByRole('dialog', { name: /^Disagree with / });
        await dialog.waitFor();
        expect(await violations(page)).toEqual([]);
        // From “true, but …” to “already being dealt with”, and sent, without a hand on the mouse.
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await dialog.waitFor({ state: 'detached' });
      } else if (done === 6) {
        await page.keyboard.press('s');
        const dialog = page.getByRole('dialog', { name: /^Put off / });
        await dialog.getByRole('button', { name: 'In two weeks' }).press('Enter');
        await dialog.getByRole('button', { name: 'Put off' }).press('Enter');
        await dialog.waitFor({ state: 'detached' });
      } else await page.keyboard.press('a');
      await page.locator(`li[aria-label="${name}"]`).waitFor({ state: 'detached' });
      await page.getByRole('status').filter({ hasText: name }).waitFor();
      // The next one has the focus: the keys go on.
      await page.waitForFunction(() => document.activeElement?.matches('li[aria-current="true"]'));
    }
    expect(await rows(page).count()).toBe(before - rounds);
    expect(await counted(context)).toBe(before - rounds);
    await page.getByRole('button', { name: new RegExp(`^All ?${before - rounds}$`) }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is worked off by hand on a phone', async () => {
    const { context, page, complaints } = await visit(browser, address, { viewport: phone, colorScheme: 'dark' });
    await signIn(page);
    await openQueue(page);
    const before = await rows(page).count();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    expect(await violations(page)).toEqual([]);
    const row = rows(page).first();
    const name = (await row.getAttribute('aria-label')) ?? '';
    await row.getByRole('button', { name: 'Disagree' }).click();
    const dialog = page.getByRole('dialog', { name: /^Disagree with / });
    await dialog.getByRole('radio', { name: 'The number asks too much or too little' }).check();
    await dialog.getByLabel('Note').fill('Tried on last year’s class: too strict.');
    await dialog.getByRole('button', { name: 'Disagree' }).click();
    await page.locator(`li[aria-label="${name}"]`).waitFor({ state: 'detached' });
    expect(await rows(page).count()).toBe(before - 1);

    const next = rows(page).first();
    const nextName = (await next.getAttribute('aria-label')) ?? '';
    await next.getByRole('button', { name: 'Agree', exact: true }).click();
    await page.locator(`li[aria-label="${nextName}"]`).waitFor({ state: 'detached' });

    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is followed by the load of everybody, and by what the weeks ask for', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await signIn(page);
    await page.goto('/caseload');
    const table = page.getByRole('region', { name: 'Load by advisor' });
    await table.getByRole('row', { name: /^Helen Marsh/ }).waitFor();
    await page.getByRole('region', { name: /^Meetings per week until/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await table
      .getByRole('row', { name: /^Nobody/ })
      .getByRole('button')
      .click();
    const dialog = page.getByRole('dialog', { name: 'Assign those without an advisor' });
    await dialog.getByLabel('New advisor').click();
    await page.getByRole('option', { name: /^Miguel Santos/ }).click();
    await dialog.getByLabel('Reason').fill('Shared out at the Monday meeting');
    await dialog.getByRole('button', { name: /^Assign \d/ }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /assigned/ })
      .waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is told beside the numbers it judges', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await signIn(page);
    await page.goto('/policy');
    const verdict = page.getByRole('button', { name: /agreed, \d+ disagreed: / }).first();
    await verdict.click();
    const dialog = page.getByRole('dialog', { name: 'What was said of these flags' });
    await dialog.getByRole('listitem').first().waitFor();
    await dialog.getByRole('button', { name: 'Disagreed' }).click();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
