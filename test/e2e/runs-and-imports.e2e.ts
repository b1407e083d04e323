import { sqlWithoutSchool } from '@matchwatch/store';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { phone, sharedBrowser, signIn, violations, visit } from './browser.js';
import { type OwnSchool, startOwnSchool } from './own-school.js';

const applicants = 400;

describe('in the browser, at a school whose runs take a while', () => {
  let school: OwnSchool;

  beforeAll(async () => {
    school = await startOwnSchool(applicants);
  });
  afterEach(() => school.release());
  afterAll(() => school?.stop());
  // Closes before the school does.
  const browser = sharedBrowser();

  const headed = (page: Page, text: string | RegExp) => page.getByRole('heading', { level: 1 }).filter({ hasText: text });
  const note = (page: Page) => page.getByRole('note');
  const startRun = async (page: Page) => {
    await page.goto('/runs');
    await page.getByRole('button', { name: 'Start a run' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();
    await page.waitForURL(/\/runs\/\d+\/show/);
    return Number(/\d+/.exec(new URL(page.url()).pathname)?.[0]);
  };
  /** Presses a button of the page and, in the dialog that asks once more, gives a reason and presses the same again. */
  const decide = async (page: Page, action: string, reason: string) => {
    await page.getByRole('button', { name: action }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Reason/ }).fill(reason);
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: action }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const looksWell = async (page: Page) => {
    for (const viewport of [phone, page.viewportSize() ?? phone]) {
      await page.setViewportSize(viewport);
      expect(await violations(page)).toEqual([]);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(beyond, 'scrolls sideways').toBeLessThanOrEqual(0);
    }
  };

  it('shows a run while it moves, and stops it when a person says so', async () => {
    const { context, page, complaints } = await visit(browser, school.product.address);
    await signIn(page);
    school.freeze();
    const id = await startRun(page);
    await page.getByText('Waiting for a worker').waitFor();

    // The page may not ask how the run stands: what moves from here on was told by the server.
    let answer: () => void = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(`**/api/v1/runs/${id}`, async (route) => {
      await answered;
      // The page may have given the question up by then.
      await route.continue().catch(() => {});
    });
    const progress = page.getByRole('progressbar', { name: 'Progress of the run' });
    const percent = async () => Number(await progress.getAttribute('aria-valuenow'));
    const movesBeyond = async (before: number) => {
      school.release();
      await expect.poll(percent, { interval: 20, timeout: 20_000 }).toBeGreaterThan(before);
      school.freeze();
      return percent();
    };
    const early = await movesBeyond(0);
    await headed(page, 'Assessing').waitFor();
    const later = await movesBeyond(early);
    expect(later).toBeLessThan(100);
    expect(await page.getByText(new RegExp(`of ${applicants} assessed`)).textContent()).toMatch(/^[1-9]/);
    await looksWell(page);
    answer();

    await decide(page, 'Cancel the run', 'Letters are being corrected');
    await headed(page, 'Cancelled').waitFor();
    await expect.poll(() => note(page).textContent()).toContain('Cancelled by Margaret Whitfield: Letters are being corrected');
    await expect.poll(() => page.getByText('a run is under way').count()).toBe(0);
    school.release();

    const next = await startRun(page);
    await headed(page, 'Published').waitFor();
    const [stopped, published] = await Promise.all(
      [id, next].map(async (run) => (await context.request.get(`/api/v1/runs/${run}`)).json()),
    );
    expect(stopped).toMatchObject({ state: 'cancelled', counts: { opened: 0 } });
    expect(stopped.counts.assessed).toBeLessThan(applicants);
    expect(published).toMatchObject({ state: 'published', outcome: 'complete', counts: { assessed: applicants } });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('holds a run of a cohort that shrank, names whom it could not assess, and leaves the decision to a person', async () => {
    const { context, page, complaints } = await visit(browser, school.product.address);
    await signIn(page);
    // A tenth and more are no longer of the season, and one record is such that a rule breaks on it.
    const gone = applicants / 5;
    await sqlWithoutSchool(
      school.database,
      `update applicant set season = $2 - 1 where (school_id, id) in
         (select school_id, id from applicant where school_id = $1 and season between $2 - 1 and $2 order by id desc limit $3)`,
      [school.schoolId, school.season, gone],
    );
    const [broken] = await sqlWithoutSchool<{ id: number; name: string }>(
      school.database,
      `update applicant set document = jsonb_set(document::jsonb, '{exams}', '[null]')
       where (school_id, id) in (select school_id, id from applicant where school_id = $1 and season = $2 order by id limit 1)
       returning id, concat_ws(' ', document #>> '{name,given}', document #>> '{name,family}') as name`,
      [school.schoolId, school.season],
    );

    await startRun(page);
    await headed(page, 'Held for a person').waitFor();
    await expect.poll(() => note(page).textContent()).toMatch(/The cohort shrank from 400 to 320 applicants since run \d+/);
    const problems = page.getByRole('region', { name: 'Could not be assessed' });
    const link = problems.getByRole('link', { name: broken?.name ?? '' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`/applicants/${broken?.id}/show`);
    await looksWell(page);
    await decide(page, 'Discard', 'Somebody exported half of the class');
    await headed(page, 'Cancelled').waitFor();
    await expect.poll(() => note(page).textContent()).toContain('Discarded by Margaret Whitfield: Somebody exported half of the class');

    await startRun(page);
    await headed(page, 'Held for a person').waitFor();
    await decide(page, 'Approve and publish', 'They moved to the next season');
    await headed(page, 'Published, not complete').waitFor();
    await expect.poll(() => note(page).textContent()).toContain('Approved by Margaret Whitfield: They moved to the next season');

    await sqlWithoutSchool(school.database, `update applicant set document = jsonb_set(document::jsonb, '{exams}', '[]') where id = $1`, [
      broken?.id,
    ]);
    const left = page.url();
    await page.getByRole('button', { name: 'Try those again' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Try those again' }).click();
    await page.waitForURL((url) => url.href !== left);
    await headed(page, '✓ Published').waitFor();
    await page.getByText(/of those whom run \d+ could not assess/).waitFor();
    await page.getByRole('link', { name: 'Against the last' }).click();
    await headed(page, /What changed from run \d+ to run \d+/).waitFor();
    await looksWell(page);
    await page.goto(left);
    await page.getByRole('note').filter({ hasText: 'were tried again' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says what runs by itself, and is paused and resumed by a person who says why', async () => {
    const { context, page, complaints } = await visit(browser, school.product.address);
    await signIn(page);
    await page.goto('/runs');
    const nightly = page
      .getByRole('region', { name: 'What runs by itself' })
      .getByRole('listitem')
      .filter({ hasText: 'Nightly run' })
      .first();
    await nightly.getByText('Every day at 02:00 · UTC').waitFor();
    await nightly.getByRole('button', { name: 'Pause' }).click();
    const dialog = page.getByRole('dialog');
    const pause = dialog.getByRole('button', { name: 'Pause' });
    expect(await pause.isDisabled(), 'without a reason').toBe(true);
    await dialog.getByRole('textbox', { name: /^Reason/ }).fill('The registrar is moving');
    expect(await violations(page)).toEqual([]);
    await pause.click();
    await nightly.getByText(/Paused by Margaret Whitfield, .*: The registrar is moving/).waitFor();
    await looksWell(page);
    await nightly.getByRole('button', { name: 'Resume' }).click();
    await dialog.getByRole('button', { name: 'Resume' }).click();
    await nightly.getByText(/^Next/).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  describe('imports', () => {
    const header = 'externalId,name.given,name.family,season,applicantType';
    const rows = (count: number, family: string) =>
      [header, ...Array.from({ length: count }, (_, n) => `D-${n + 1},Ida,${family} ${n + 1},2031,us-md`)].join('\n');
    /** Drags a file over the page and lets it go there, as the browser tells the page of it. */
    const dropFile = async (page: Page, name: string, text: string) => {
      const files = await page.evaluateHandle(
        ([file, content]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([content], file, { type: 'text/csv' }));
          return transfer;
        },
        [name, text] as const,
      );
      const target = page.getByRole('heading', { level: 1, name: 'Import' });
      await target.dispatchEvent('dragover', { dataTransfer: files });
      await target.dispatchEvent('drop', { dataTransfer: files });
    };
    const bring = async (page: Page, text: string) => {
      await page.goto('/imports');
      await page.getByText('Drop CSV files here').waitFor();
      await dropFile(page, 'applicants.csv', text);
      await page.waitForURL(/\/imports\/\d+\/show/);
    };
    const families = async (page: Page) => {
      const filter = encodeURIComponent(JSON.stringify({ season: 2031 }));
      const answer = await page.request.get(`/api/v1/applicants?filter=${filter}&range=[0,99]`);
      return ((await answer.json()) as { name: { family: string } }[]).map(({ name }) => name.family.replace(/ \d+$/, ''));
    };

    it('are taken from files dropped on the page, held when they look wrong, approved, taken back and dropped by a person', async () => {
      const { context, page, complaints } = await visit(browser, school.product.address);
      await signIn(page);
      await page.goto('/imports');
      await page.getByText('Drop CSV files here').waitFor();
      await dropFile(page, 'students.csv', rows(1, 'Berg'));
      await page.getByText('Not known by name: students.csv').waitFor();

      await bring(page, rows(20, 'Berg'));
      await headed(page, '20 applicants would be written').waitFor();
      expect(await families(page), 'nothing is written before somebody says so').toEqual([]);
      await page.getByRole('button', { name: 'Write them' }).click();
      await headed(page, '✓ Written').waitFor();
      expect(await families(page)).toEqual(Array(20).fill('Berg'));

      await bring(page, rows(12, 'Lund'));
      await headed(page, 'Held').waitFor();
      await expect.poll(() => note(page).textContent()).toContain('applicants.csv names 12 of the 20 applicants on file for season 2031');
      await looksWell(page);
      await page.getByRole('button', { name: 'Drop this import' }).click();
      await headed(page, 'Dropped').waitFor();
      await page.getByText('dropped by Margaret Whitfield').waitFor();
      expect(await families(page)).not.toContain('Lund');

      await bring(page, rows(12, 'Lund'));
      await decide(page, 'Write them all the same', 'Names were corrected by the registrar');
      await headed(page, '✓ Written').waitFor();
      await expect.poll(() => note(page).textContent()).toContain('Written by Margaret Whitfield: Names were corrected by the registrar');
      expect((await families(page)).filter((family) => family === 'Lund')).toHaveLength(12);

      await decide(page, 'Take it back', 'The registrar took the list of last year');
      await headed(page, 'Taken back').waitFor();
      await expect
        .poll(() => note(page).textContent())
        .toContain('Taken back by Margaret Whitfield: The registrar took the list of last year');
      expect(await families(page)).toEqual(Array(20).fill('Berg'));
      expect(complaints).toEqual([]);
      await context.close();
    });
  });
});
