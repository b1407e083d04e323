import type { ApplicantDetail } from '@matchwatch/contracts';
import { type Answer, type ApplicantRecord, areasWithoutRisk } from '@matchwatch/domain';
import { riskLevelLabel } from '@matchwatch/words';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { sharedBrowser, signIn, violations, visit } from './browser.js';

describe('what if, on the demo cohort', () => {
  const address = inject('demoAddress');
  const browser = sharedBrowser();

  const idsWhere = async (context: BrowserContext, filter: Record<string, unknown>): Promise<number[]> => {
    const query = encodeURIComponent(JSON.stringify({ season: 2027, ...filter }));
    const answer = await context.request.get(`/api/v1/applicants?filter=${query}&range=[0,4]`);
    return ((await answer.json()) as { id: number }[]).map(({ id }) => id);
  };
  const detailOf = async (context: BrowserContext, id: number): Promise<ApplicantDetail> =>
    (await (await context.request.get(`/api/v1/applicants/${id}`)).json()) as ApplicantDetail;
  const comparison = (page: Page) => page.getByRole('region', { name: 'Today and what if' });

  it('begins with the very answer that the server gave', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await signIn(page);
    for (const level of ['high-risk', 'at-risk', 'watch', 'on-track', 'not-assessable'] as const) {
      const [id = 0] = await idsWhere(context, { riskLevel: [level] });
      const { answer } = await detailOf(context, id);
      await page.goto(`/applicants/${id}/show?tab=what-if`);
      await comparison(page).waitFor();
      expect(await comparison(page).textContent()).toContain(riskLevelLabel(level));
      expect(await comparison(page).textContent(), 'no other answer than the last run’s').not.toContain('The last run');
      const findings = answer?.findings.filter(({ area }) => !areasWithoutRisk.has(area)) ?? [];
      expect(await page.getByRole('region', { name: 'Reasons today' }).getByRole('listitem').count()).toBe(findings.length);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('tries a smallest change, agrees with the server about it, and saves nothing', async () => {
    const { context, page, complaints } = await visit(browser, address);
    await signIn(page);
    const [id = 0] = await idsWhere(context, { rule: 'exam.step3-for-visa', riskLevel: ['at-risk'] });
    const { record, version, answer } = await detailOf(context, id);
    await page.goto(`/applicants/${id}/show`);
    await page.getByRole('tab', { name: 'What if' }).click();
    await page.getByRole('button', { name: 'Try it: A J-1 visa accepted as well as an H-1B' }).click();

    const changed: ApplicantRecord = { ...record, visa: { need: 'j1-or-h1b' } };
    const { csrfToken } = (await (await context.request.get('/api/v1/session')).json()) as { csrfToken: string };
    const previewed = await context.request.post('/api/v1/assessments/preview', {
      data: { asOf: answer?.asOf, record: changed },
      headers: { 'X-CSRF-Token': csrfToken },
    });
    const then = (await previewed.json()) as Answer;
    await expect
      .poll(() => comparison(page).getByRole('status').textContent())
      .toBe(`With these changes: ${riskLevelLabel(then.riskLevel)}`);
    expect(then.riskLevel).not.toBe(answer?.riskLevel);
    const becomes = page.getByRole('region', { name: 'What becomes of the reasons' });
    expect(await becomes.textContent()).toMatch(/Step 3 is still to pass/);
    expect(await violations(page)).toEqual([]);

    const stored = await page.evaluate(() => [...Object.values(localStorage), ...Object.values(sessionStorage)].join());
    expect(stored).not.toContain(record.name.family);
    expect(new URL(page.url()).search, 'the address tells nothing of what is tried').toBe('?tab=what-if');
    expect((await detailOf(context, id)).version, 'nothing is saved').toBe(version);

    await page.getByRole('button', { name: 'Back to the record' }).click();
    await comparison(page).getByText('Nothing is tried yet').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is worked with the keyboard alone', async () => {
    const { context, page } = await visit(browser, address);
    await signIn(page);
    const [id = 0] = await idsWhere(context, { rule: 'exam.step2-category', riskLevel: ['at-risk'] });
    await page.goto(`/applicants/${id}/show?tab=what-if`);
    const score = page.getByRole('slider', { name: /^Step 2 CK/ });
    await score.focus();
    await page.keyboard.press('End');
    await expect.poll(() => comparison(page).textContent()).toContain('Step 2 CK 300 instead of');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => comparison(page).textContent()).toContain('Step 2 CK 299 instead of');
    await context.close();
  });
});
