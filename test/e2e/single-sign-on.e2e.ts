import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort, type OpenIdProvider, startOpenIdProvider } from '@matchwatch/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phone, sharedBrowser, violations, visit } from './browser.js';
import { type RunningProduct, startProduct } from './running-product.js';

describe('single sign-on as the only way in', () => {
  let provider: OpenIdProvider;
  let product: RunningProduct;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'matchwatch-sso-'));
    await chmod(folder, 0o711);
    const port = await findFreePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    provider = await startOpenIdProvider(`${publicUrl}/sso`);
    product = await startProduct(path.join(folder, 'data'), ['--no-demo'], {
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.client.id,
      OIDC_CLIENT_SECRET: provider.client.secret,
      OIDC_NAME: 'Elm Hill ID',
      OIDC_REQUIRED: 'true',
    });
  });
  afterAll(async () => {
    await product?.stop();
    await provider?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  // Closes before the product does.
  const browser = sharedBrowser();

  /** At the pages of the provider, which are another site. */
  async function logIn(page: Page, subject: string): Promise<void> {
    await page.getByLabel('Who are you?').fill(subject);
    await page.getByRole('button', { name: 'Log in' }).click();
  }

  it('sets the school up without a password, and lets its first person in by the account they have', async () => {
    const [link] = /http\S+\/join#\S+/.exec(product.output()) ?? [];
    const { context, page, complaints } = await visit(browser, product.address);
    await page.goto(link ?? 'about:blank');
    await page.getByLabel('Name of the school').fill('Elm Hill');
    await page.getByLabel('Your name').fill('First Person');
    await page.getByLabel('Your email').fill('first@elm.edu');
    expect(await page.getByLabel('Choose a password').count()).toBe(0);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Sign in with Elm Hill ID' }).waitFor();
    expect(await page.getByLabel('Password').count()).toBe(0);
    expect(await violations(page)).toEqual([]);

    provider.accounts.set('sub-first', { email: 'first@elm.edu', email_verified: true });
    await page.goto('/people');
    await page.getByRole('button', { name: 'Sign in with Elm Hill ID' }).click();
    await logIn(page, 'sub-first');
    await page.getByRole('heading', { level: 1, name: 'People and access' }).waitFor();
    expect(new URL(page.url()).search, 'nothing of the answer stays in the address').toBe('');

    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Second Person');
    await dialog.getByLabel('Email').fill('second@elm.edu');
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await dialog.getByText('whose verified address is second@elm.edu').waitFor();
    expect(await dialog.getByLabel('Sign-in page').inputValue()).toBe(`${product.address}/login`);
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.goto('/account');
    await page.getByText('There is no password here to change').waitFor();
    await page.getByText('by single sign-on').last().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says what happened to somebody who cancels there, or whom nobody invited', async () => {
    const { context, page } = await visit(browser, product.address, { viewport: phone, colorScheme: 'dark' });
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in with Elm Hill ID' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('it was cancelled there, or refused').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Back to sign-in' }).click();
    provider.accounts.set('sub-other', { email: 'other@elm.edu', email_verified: true });
    await page.getByRole('button', { name: 'Sign in with Elm Hill ID' }).click();
    await logIn(page, 'sub-other');
    await page.getByText('nobody here has invited this account').waitFor();
    expect((await context.request.get('/api/v1/session')).status()).toBe(401);
    await context.close();
  });
});
