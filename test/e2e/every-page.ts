import { beforeAll, expect, inject, it } from 'vitest';
import { desktop, drawn, keepPicture, openWindow, phone, sharedBrowser, signIn, type Visit, violations } from './browser.js';
import { screensWith } from './screens.js';

// Somebody with something of everything: the first of the list.
const [applicantId, somebody, latest] = [0, '{applicant}', '{run}'];
const screens = [
  ...screensWith(applicantId)
    .map((each) => each.replace(`/applicants/${applicantId}/`, `/applicants/${somebody}/`))
    // One that has another before it to be compared with.
    .map((each) => (each === '/runs/1/compare' ? `/runs/${latest}/compare` : each)),
  '/policy?tab=versions',
];

// Colours do not change with the width, nor the layout with the colours: each of either is seen once.
const looks = [
  { seen: 'desktop, light', viewport: desktop, colorScheme: 'light' },
  { seen: 'phone, dark', viewport: phone, colorScheme: 'dark' },
] as const;

/** Looks at every second page of the application, from the first or the second on: in one file each, so that both halves go on at once. */
export function lookAtPages(from: 0 | 1): void {
  const browser = sharedBrowser();
  let dean: Visit;
  let first: number;
  let run: number;

  beforeAll(async () => {
    dean = await openWindow(browser, inject('demoAddress'));
    await signIn(dean.page);
    const people = await dean.context.request.get('/api/v1/applicants?range=[0,0]');
    [{ id: first }] = (await people.json()) as [{ id: number }];
    const filter = encodeURIComponent(JSON.stringify({ season: 2027, kind: ['nightly'] }));
    const runs = await dean.context.request.get(`/api/v1/runs?range=[0,0]&filter=${filter}`);
    [{ id: run }] = (await runs.json()) as [{ id: number }];
  });

  it.each(screens.filter((_, index) => index % 2 === from))(
    'has no accessibility violation, no sideways scrolling and a quiet console: %s',
    async (screen) => {
      const { page, complaints } = dean;
      keepPicture(page);
      complaints.length = 0;
      await page.setViewportSize(desktop);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(screen.replace(somebody, String(first)).replace(latest, String(run)));
      await page.getByRole('heading').first().waitFor();
      await page.waitForLoadState('networkidle');
      for (const { seen, viewport, colorScheme } of looks) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        await drawn(page);
        // Halfway from one colour to another nothing can be judged.
        await expect.poll(() => violations(page), { message: seen, timeout: 30_000, interval: 100 }).toEqual([]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(sideways, `${seen} scrolls sideways`).toBeLessThanOrEqual(0);
      }
      // A link to join that nobody was sent, and a view that nobody has saved yet, are not found; the page says so in words.
      expect(complaints.filter((each) => !/404.*\/api\/v1\/(invitations\/look|views\/1)$/.test(each))).toEqual([]);
    },
  );
}
