import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { sharedBrowser, signIn, violations, visit } from './browser.js';

describe('saved views in the browser', () => {
  const address = inject('demoAddress');
  const browser = sharedBrowser();

  const idsOf = async (page: Page): Promise<string[]> => {
    const filter = encodeURIComponent(JSON.stringify({ season: 2027 }));
    const answer = await page.context().request.get(`/api/v1/applicants?filter=${filter}&range=[0,3]`);
    return ((await answer.json()) as { externalId: string }[]).map(({ externalId }) => externalId);
  };

  it('a dean counts groups of conditions, saves and shares the list, and finds it by its link', async () => {
    const { context, page, complaints } = await visit(browser, address);
    // A second try finds what the first has saved.
    const name = `Needs a look on Monday ${Date.now()}`;
    await signIn(page);
    await page.goto('/applicants');
    await page.getByRole('button', { name: 'Any of, all of' }).click();
    const dialog = page.getByRole('dialog');
    const groups = dialog.getByRole('group');
    await groups.nth(0).getByRole('button', { name: 'Level' }).click();
    await page.getByRole('menuitemcheckbox').first().click();
    await page.keyboard.press('Escape');
    await groups.nth(1).getByRole('button', { name: 'No advisor' }).click();
    const show = dialog.getByRole('button', { name: /^Show \d/ });
    await show.waitFor();
    const counted = /\d+/.exec((await show.textContent()) ?? '')?.[0] ?? '-';
    expect(await violations(page)).toEqual([]);
    await show.click();
    await page.getByText(new RegExp(`^${counted} fits? ·`)).waitFor();
    const filter = encodeURIComponent(new URL(page.url()).searchParams.get('filter') ?? '');
    // Other journeys assign advisors and reassess meanwhile.
    const countedNow = async () =>
      Number((await context.request.get(`/api/v1/applicants?range=[0,0]&filter=${filter}`)).headers()['content-range']?.split('/')[1]);
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Save this list' }).click();
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Lead advisor').check();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The view is saved.').waitFor();
    await page.goto('/views');
    const row = page.getByRole('listitem').filter({ hasText: name });
    await expect.poll(() => row.textContent()).toContain(`${await countedNow()} applicants`);
    expect(await violations(page)).toEqual([]);
    await row.getByRole('link').first().click();
    const view = page.url();
    await page.getByRole('button', { name: 'Make this week’s report' }).click();
    await page.waitForURL(/\/reports\/\d+$/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(view);
    await page.getByRole('button', { name: 'Make a corrected edition' }).click();
    await dialog.getByLabel('What was wrong').fill('An exam came in');
    await dialog.getByRole('button', { name: 'Make the correction' }).click();
    await page.waitForURL(/\/reports\/\d+$/);
    await page.getByText('An exam came in').waitFor();
    await page.goto(view);
    await page.getByRole('link', { name: 'Open this week’s report' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Open the list' }).click();
    await page.getByText(new RegExp(`^${await countedNow()} fits? ·`)).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a group is pasted, each wrong line is told, and a task is added for all of it, once', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await signIn(page);
    await page.goto('/applicants');
    const [first = '', ...others] = await idsOf(page);
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Group from school ids' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('School ids').fill([first, ...others, 'NOBODY-1', first].join('\n'));
    await dialog.getByRole('button', { name: 'Check the ids' }).click();
    await dialog.getByText('Line 5: “NOBODY-1” is nobody of yours.').waitFor();
    await dialog.getByText(`Line 6: “${first}” stands in line 1 already.`).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Leave these lines out' }).click();
    await dialog.getByRole('button', { name: 'Check the ids' }).click();
    await dialog.getByLabel('Name').fill('Four for Tuesday');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Four for Tuesday' }).waitFor();
    await page.getByRole('link', { name: 'Open the list' }).click();
    await page.getByRole('button', { name: 'Do for all 4' }).click();
    await dialog.getByRole('textbox', { name: 'Task' }).fill('Bring the letter list');
    await dialog.getByRole('button', { name: 'Do it for 4 applicants' }).click();
    await dialog.getByText('Done for 4 applicants.').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a brief for the student is made as a PDF, with the parts that are for students', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await signIn(page);
    await page.goto('/applicants');
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Brief' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('For the student').check();
    expect(await dialog.getByRole('checkbox').count()).toBe(3);
    await dialog.getByLabel('What it is for').fill('The talk on Monday');
    expect(await violations(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Make the brief' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^brief-student-.*\.pdf$/);
    expect((await readFile(await file.path(), 'latin1')).slice(0, 8)).toBe('%PDF-1.7');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
