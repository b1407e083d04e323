import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getChromium } from '@matchwatch/testing';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFailed } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Chromium without a window and without asking anybody outside for anything. */
const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: getChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Pages that live for seconds: what is compiled to run fast, or collected often, costs more than it brings.
      '--js-flags=--no-opt --no-maglev --min-semi-space-size=32',
    ],
  });

/** What windows are opened of. */
export type Windows = Pick<Browser, 'newContext'>;

let opened: Promise<Browser> | undefined;

/** The browser of this worker; it ends with the worker, and one that died is followed by another. */
async function browserHere(): Promise<Browser> {
  opened ??= openBrowser();
  const browser = await opened;
  if (browser.isConnected()) return browser;
  opened = openBrowser();
  return opened;
}

/** The browser for the tests of a block; windows that they leave open are closed after the last. */
export function sharedBrowser(): Windows {
  const windows: BrowserContext[] = [];
  afterAll(() => Promise.all(windows.map((window) => window.close())));
  return {
    async newContext(options) {
      const window = await (await browserHere()).newContext(options);
      windows.push(window);
      return window;
    },
  };
}

export const desktop = { width: 1360, height: 900 };
export const phone = { width: 390, height: 844 };

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** What the browser complained of; an empty console is part of every journey. */
  complaints: string[];
}

type Look = { viewport?: { width: number; height: number }; colorScheme?: 'light' | 'dark' };

/** A browser window of its own: nobody is signed in. A test that fails leaves its picture in test-results/. */
export async function visit(browser: Windows, baseURL: string, options: Look = {}): Promise<Visit> {
  const window = await openWindow(browser, baseURL, options);
  keepPicture(window.page);
  return window;
}

/** A browser window for several tests; each says for itself that it wants to keep a picture. */
export async function openWindow(browser: Windows, baseURL: string, options: Look = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL, viewport: desktop, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // "Nobody is signed in" is an answer of the server, which the browser reports as a failed request.
    const expected = message.text().includes('401');
    if ((message.type() === 'error' || message.type() === 'warning') && !expected)
      complaints.push(`${message.text()} ${message.location().url}`.trim());
  });
  return { context, page, complaints };
}

/** Leaves a picture of the page in test-results/ if the test that asks for it fails. */
export function keepPicture(page: Page): void {
  onTestFailed(async ({ task }) => {
    if (!page.isClosed())
      await page.screenshot({ path: `test-results/${task.name.replace(/\W+/g, '-').slice(0, 80)}-${Date.now()}.png`, fullPage: true });
  });
}

/** Who signs in where nothing else is said. */
const dean = 'dean@example.edu';
const demoPassword = 'matchwatch-demo';

/** Signs the browser in without a page: the form has journeys of its own. */
export async function signIn(page: Page, email = dean): Promise<void> {
  const answer = await page.context().request.post('/api/v1/session', { data: { email, password: demoPassword } });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`);
}

/** Signs in by the form, as a person does, and waits for their first page. */
export async function signInByForm(page: Page, email = dean, password = demoPassword): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Sign in' }).waitFor();
}

/** Waits until what changes with the window or its colours has been drawn. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** What axe finds wrong with the page as it stands: rule and the first places. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { html: string }[] }[] };
    const { axe: run } = globalThis as unknown as { axe: { run(options: { resultTypes: string[] }): Promise<Found> } };
    return (await run.run({ resultTypes: ['violations'] })).violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
  });
  return found;
}
