import type { ApplicantCasework, ApplicantRow } from '@matchwatch/contracts';
import type { BrowserContext } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { phone, sharedBrowser, signIn, violations, visit } from './browser.js';

const advisor = 'helen.marsh@example.edu';

describe('an advisor’s work, on the demo cohort', () => {
  const address = inject('demoAddress');
  const taken = new Set<number>();
  const browser = sharedBrowser();

  const casework = async (context: BrowserContext, id: number): Promise<ApplicantCasework> =>
    (await (await context.request.get(`/api/v1/applicants/${id}/casework`)).json()) as ApplicantCasework;

  /** Somebody of the advisor's of whom the findings ask something, and for whom nothing was done yet. */
  async function somebodyNew(context: BrowserContext): Promise<ApplicantRow> {
    const filter = encodeURIComponent(JSON.stringify({ season: 2027, advisor, riskLevel: ['watch', 'on-track'] }));
    const rows = (await (await context.request.get(`/api/v1/applicants?filter=${filter}&range=[0,99]`)).json()) as ApplicantRow[];
    for (const row of rows) {
      if (taken.has(row.id)) continue;
      const { meetings, plans } = await casework(context, row.id);
      if (meetings.length > 0 || plans.length > 0) continue;
      taken.add(row.id);
      return row;
    }
    throw new Error('The demo cohort has nobody of this advisor for whom nothing was done');
  }

  it.each([
    ['wide and light', {}],
    ['narrow and dark', { viewport: phone, colorScheme: 'dark' }],
  ] as const)('is logged, planned and done, %s', async (_, options) => {
    const { context, page, complaints } = await visit(browser, address, options);
    await signIn(page, advisor);
    const { id, name } = await somebodyNew(context);
    await page.goto(`/applicants/${id}/show`);
    await page.getByRole('region', { name: 'What is being done' }).getByText('none noted').waitFor();

    // A meeting, by the key; what was typed is offered again after the page is loaded anew.
    await page.keyboard.press('m');
    const log = page.getByRole('dialog', { name: new RegExp(`^Meeting with .*${name.family}`) });
    await log.getByRole('textbox', { name: 'Note' }).fill('Went through the list');
    await log.getByText(/^Draft kept/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByRole('region', { name: 'What is being done' }).waitFor();
    await page.keyboard.press('m');
    await log.getByText('You began this').waitFor();
    await log.getByRole('button', { name: 'Go on with it' }).click();
    await expect.poll(() => log.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Went through the list');
    await log.getByRole('button', { name: 'Program list' }).click();
    await log.getByLabel('Add something advised').click();
    await page.getByRole('option', { name: 'Hold mock interviews' }).click();
    await log.getByLabel('Mocks').fill('2');
    await log.getByLabel('Day for: Hold mock interviews').fill('2027-01-15');
    await log.getByLabel('Next step').fill('Send two dates');
    await log.getByLabel('By', { exact: true }).fill('2027-01-10');
    await log.getByRole('textbox', { name: 'Note' }).press('Control+Enter');
    await page.getByText('Meeting logged').waitFor();
    const logged = await casework(context, id);
    expect(logged.meetings).toMatchObject([{ note: 'Went through the list', topics: ['program-list'], with: 'advisor' }]);
    expect(logged.meetings[0]?.advised).toMatchObject([
      { intervention: 'mock-interview', answer: 'agreed', goal: { fact: 'interview.mocks', to: 2 } },
    ]);
    expect(logged.tasks).toMatchObject([{ title: 'Send two dates', state: 'open' }]);

    // A plan from the open findings, changed, agreed.
    await page.getByRole('tab', { name: 'Meetings and plan' }).click();
    const plan = page.getByRole('region', { name: 'Plan and tasks' });
    await page.getByRole('region', { name: 'Meetings', exact: true }).getByText('Hold mock interviews').waitFor();
    await plan.getByRole('button', { name: 'Draft a plan' }).click();
    const editor = page.getByRole('dialog', { name: /^Plan for/ });
    await editor.getByRole('button', { name: 'Add a task: Stabilize' }).click();
    const task = editor.getByLabel('Task', { exact: true });
    await editor.getByLabel('Task', { exact: true }).and(page.locator('textarea:not([value])')).first().waitFor();
    const empty = await task.evaluateAll((fields) => fields.findIndex((field) => (field as HTMLTextAreaElement).value === ''));
    await task.nth(empty).fill('Talk it over with the mentor');
    expect(await violations(page)).toEqual([]);
    await editor.getByRole('button', { name: 'Save as draft' }).click();
    await page.getByText('Plan saved').waitFor();
    await plan.getByRole('button', { name: 'Agree', exact: true }).click();
    await page.getByRole('dialog', { name: 'Agree on the plan' }).getByRole('button', { name: 'Agree' }).click();
    await plan.getByText(/^Agreed with the applicant/).waitFor();

    // A task, done in one press.
    await plan.getByRole('button', { name: 'Done: Talk it over with the mentor' }).click();
    await plan.getByRole('button', { name: 'Open it again: Talk it over with the mentor' }).first().waitFor();
    expect((await casework(context, id)).tasks.find(({ title }) => title === 'Talk it over with the mentor')?.state).toBe('done');
    expect(await violations(page)).toEqual([]);

    await page.goto('/tasks');
    await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
    await page.getByText('Send two dates').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto('/meetings?view=past');
    await page
      .getByRole('link', { name: new RegExp(name.family) })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shows somebody without the right to notes none of it', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await signIn(page, 'steward@example.edu');
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('m');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Log a meeting' }).count()).toBe(0);
    expect((await context.request.get('/api/v1/meetings')).status()).toBe(403);
    expect(complaints.filter((complaint) => !complaint.includes('403'))).toEqual([]);
    await context.close();
  });
});
