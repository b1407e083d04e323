import { createTheme, ThemeProvider } from '@mui/material/styles';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { CoreAdminContext } from 'react-admin';
import { createMemoryRouter, Link, RouterProvider, useLocation } from 'react-router';
import { describe, expect, it } from 'vitest';
import { i18nProvider } from '../i18n/i18n-provider.js';
import { UnsavedGuard } from './unsaved-guard.js';

function Pages({ isUnsaved }: { isUnsaved: boolean }) {
  const { pathname, search } = useLocation();
  return (
    <CoreAdminContext i18nProvider={i18nProvider}>
      <ThemeProvider theme={createTheme()}>
        <output>{pathname + search}</output>
        <Link to="/policy">Policy</Link>
        <Link to="/draft?tab=history">History</Link>
        {pathname === '/draft' && <UnsavedGuard isUnsaved={isUnsaved} />}
      </ThemeProvider>
    </CoreAdminContext>
  );
}
const open = (isUnsaved: boolean) => {
  const router = createMemoryRouter([{ path: '*', element: <Pages isUnsaved={isUnsaved} /> }], {
    initialEntries: ['/runs', '/draft'],
  });
  render(<RouterProvider router={router} />);
  return router;
};
const place = () => screen.getByText(/^\//).textContent;

describe('leaving what is not saved', { timeout: 20_000 }, () => {
  it('is asked about, and stays or goes as one says', async () => {
    open(true);
    fireEvent.click(screen.getByText('Policy'));
    expect((await screen.findByRole('dialog')).textContent).toContain('Leave without saving?');
    fireEvent.click(screen.getByText('Back'));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(place()).toBe('/draft');
    fireEvent.click(screen.getByText('Policy'));
    fireEvent.click(await screen.findByText('Leave'));
    await expect.poll(place).toBe('/policy');
  });

  it('is asked about on the way back, too', async () => {
    const router = open(true);
    void router.navigate(-1);
    await screen.findByRole('dialog');
    expect(place()).toBe('/draft');
  });

  it('is let through within the page, and when nothing would be lost', async () => {
    open(true);
    fireEvent.click(screen.getByText('History'));
    await expect.poll(place).toBe('/draft?tab=history');
    cleanup();
    open(false);
    fireEvent.click(screen.getByText('Policy'));
    await expect.poll(place).toBe('/policy');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
