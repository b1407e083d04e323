import type { ApplicantDetail } from '@matchwatch/contracts';
import { adviceText } from '@matchwatch/words';
import { describe, expect, inject, it } from 'vitest';
import { phone, sharedBrowser, signIn, violations, visit } from './browser.js';

describe('what to do, on the demo cohort', () => {
  const address = inject('demoAddress');
  const browser = sharedBrowser();

  it.each([
    ['wide and light', {}],
    ['narrow and dark', { viewport: phone, colorScheme: 'dark' }],
  ] as const)('is drafted as a plan from the findings of the last run, %s', async (_, options) => {
    const { context, page, complaints } = await visit(browser, address, options);
    await signIn(page);
    const filter = encodeURIComponent(JSON.stringify({ season: 2027, rule: 'exam.step2-category' }));
    const rows = (await (await context.request.get(`/api/v1/applicants?filter=${filter}&range=[0,0]`)).json()) as { id: number }[];
    const id = rows[0]?.id ?? 0;
    const { answer } = (await (await context.request.get(`/api/v1/applicants/${id}`)).json()) as ApplicantDetail;
    await page.goto(`/applicants/${id}/show`);
    await page.getByRole('region', { name: 'If there is no match' }).getByText('stands here').waitFor();
    await page.getByRole('button', { name: 'Draft a plan' }).click();
    const draft = page.getByRole('dialog', { name: /^Draft of a plan for/ });
    await draft.getByText('Nothing is saved').waitFor();
    expect(answer?.advice.length).toBeGreaterThan(2);
    for (const { code } of answer?.advice ?? []) expect(await draft.getByText(adviceText(code), { exact: true }).count(), code).toBe(1);
    expect(await violations(page)).toEqual([]);

    await draft.getByRole('link', { name: 'The frank meeting' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Templates' }).waitFor();
    await page.getByText('With this file, which range of specialties is realistic?').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
