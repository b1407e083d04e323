import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { Authenticator } from './authenticator.js';
import { phone, sharedBrowser, signInByForm, violations, visit } from './browser.js';

const password = 'matchwatch-demo';

/** Gives e-mail and password, after which something else than a session may come. */
async function givePassword(page: Page, email: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code from your authenticator').fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const signedIn = (page: Page) => page.getByRole('button', { name: /: account of/ }).waitFor();

describe('signing in', () => {
  const address = inject('demoAddress');
  const browser = sharedBrowser();

  it('with a second factor that was set up, by its code or a recovery code; and signs another browser out', async () => {
    const who = 'steward@example.edu';
    const { context, page, complaints } = await visit(browser, address);
    await signInByForm(page, who);
    await page.getByRole('button', { name: /: account of/ }).click();
    await page.getByRole('menuitem', { name: 'My account' }).click();
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByLabel('Your password now').fill(password);
    await page.getByRole('button', { name: 'Go on' }).click();
    const authenticator = await Authenticator.readFrom(page);
    await page.getByRole('img', { name: 'QR code' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Code the app shows').fill(authenticator.code());
    await page.getByRole('button', { name: 'Turn it on' }).click();
    const codes = page.getByRole('list', { name: 'Keep these recovery codes' }).getByRole('listitem');
    await codes.first().waitFor();
    const recovery = await codes.allTextContents();
    expect(recovery).toHaveLength(10);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 recovery codes left').waitFor();
    await page.getByRole('button', { name: /: account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();

    await givePassword(page, who);
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    expect((await context.request.get('/api/v1/session')).status(), 'a password alone opens nothing').toBe(401);
    expect(await violations(page)).toEqual([]);
    await giveCode(page, '000000');
    await page.getByText('That code is not right').waitFor();
    await giveCode(page, authenticator.code());
    await signedIn(page);

    const elsewhere = await visit(browser, address, { viewport: phone, colorScheme: 'dark' });
    await givePassword(elsewhere.page, who);
    await elsewhere.page.getByRole('button', { name: 'Use a recovery code' }).click();
    await elsewhere.page.getByLabel('Recovery code').fill((recovery[3] ?? '').toLowerCase());
    expect(await violations(elsewhere.page)).toEqual([]);
    await elsewhere.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await signedIn(elsewhere.page);

    await page.goto('/account');
    const sessions = page.getByRole('region', { name: 'Where you are signed in' });
    await sessions.getByRole('listitem').nth(1).waitFor();
    await page.getByText('9 recovery codes left').waitFor();
    await sessions.getByRole('button', { name: /^Sign out: Chrome on Linux/ }).click();
    await page.getByText('That session is over.').waitFor();
    await expect.poll(() => sessions.getByRole('listitem').count()).toBe(1);
    expect((await elsewhere.context.request.get('/api/v1/session')).status()).toBe(401);
    await elsewhere.page.goto('/account');
    await elsewhere.page.getByRole('heading', { name: 'Sign in' }).waitFor();

    await page.getByRole('button', { name: 'Turn it off' }).click();
    await page.getByLabel('Your password now').fill(password);
    await page.getByRole('dialog').getByRole('button', { name: 'Turn it off' }).click();
    await page.getByText('The second factor is off.').waitFor();
    expect(complaints).toEqual([]);
    expect(elsewhere.complaints).toEqual([]);
    await context.close();
    await elsewhere.context.close();
  });

  it('where the school wants a second factor of the role, sets it up on the way; and an administrator takes it away again', async () => {
    const admin = await visit(browser, address);
    await signInByForm(admin.page, 'admin@example.edu');
    await admin.page.goto('/people');
    const rule = admin.page.getByRole('region', { name: 'Second factor' });
    const choose = async () => {
      await rule.getByRole('button', { name: 'Change' }).click();
      await admin.page.getByRole('checkbox', { name: 'Auditor' }).click();
      expect(await violations(admin.page)).toEqual([]);
      await admin.page.getByRole('button', { name: 'Save' }).click();
    };
    await choose();
    await rule.getByText('Wanted of: auditor').waitFor();

    const auditor = await visit(browser, address, { viewport: phone });
    await givePassword(auditor.page, 'auditor@example.edu');
    await auditor.page.getByTestId('secret').waitFor();
    const authenticator = await Authenticator.readFrom(auditor.page);
    expect(await violations(auditor.page)).toEqual([]);
    await auditor.page.getByLabel('Code the app shows').fill(authenticator.code());
    await auditor.page.getByRole('button', { name: 'Turn it on' }).click();
    await auditor.page.getByRole('button', { name: 'I have kept them' }).click();
    await signedIn(auditor.page);

    await admin.page.reload();
    await admin.page.getByRole('button', { name: 'What can be done for Victor Olsen' }).click();
    await admin.page.getByRole('menuitem', { name: 'Reset the second factor' }).click();
    await admin.page
      .getByRole('dialog')
      .getByLabel(/Reason/)
      .fill('Lost telephone');
    await admin.page.getByRole('dialog').getByRole('button', { name: 'Reset the second factor' }).click();
    await admin.page.getByText('Their second factor is gone').waitFor();
    expect((await auditor.context.request.get('/api/v1/session')).status()).toBe(401);
    await choose();
    await rule.getByText('Nobody has to have one').waitFor();
    expect(admin.complaints).toEqual([]);
    expect(auditor.complaints).toEqual([]);
    await admin.context.close();
    await auditor.context.close();
  });

  it('changes a password, which ends every other session', async () => {
    const who = 'lead@example.edu';
    const [here, there] = [await visit(browser, address), await visit(browser, address)];
    await signInByForm(here.page, who);
    await signInByForm(there.page, who);
    const change = async (present: string, chosen: string) => {
      await here.page.getByRole('button', { name: 'Change password' }).click();
      await here.page.getByLabel('Your password now').fill(present);
      await here.page.getByLabel('New password').fill(chosen);
      await here.page.getByRole('button', { name: 'Change it' }).click();
      await here.page.getByRole('dialog').waitFor({ state: 'detached' });
      await here.page.getByText('Your password is changed.').first().waitFor();
    };
    await here.page.goto('/account');
    await change(password, 'another password for now');
    expect((await there.context.request.get('/api/v1/session')).status()).toBe(401);
    expect((await here.context.request.get('/api/v1/session')).status()).toBe(200);
    await change('another password for now', password);
    expect(here.complaints).toEqual([]);
    await here.context.close();
    await there.context.close();
  });

  it('runs no script that a page was made to hold', async () => {
    const { context, page } = await visit(browser, address);
    await signInByForm(page);
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = "inline"';
      document.body.append(script);
      const host = document.createElement('div');
      host.innerHTML = '<img src="x" onerror="window.ran = \'handler\'"><a href="javascript:window.ran=1">x</a>';
      document.body.append(host);
      host.querySelector('a')?.click();
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      try {
        // oxlint-disable-next-line no-eval -- that it does not run is what is tested
        (0, eval)('window.ran = "eval"');
      } catch {
        // Refused, as it must be.
      }
      return (window as unknown as { ran?: unknown }).ran ?? null;
    });
    expect(ran).toBeNull();
    await context.close();
  });
});
