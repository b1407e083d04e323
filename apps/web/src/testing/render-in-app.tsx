import { createTheme, ThemeProvider } from '@mui/material/styles';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { CoreAdminContext, ResourceContextProvider } from 'react-admin';
import { MemoryRouter } from 'react-router';
import { afterEach } from 'vitest';
import { i18nProvider } from '../i18n/i18n-provider.js';

afterEach(cleanup);

/** Renders a part of the application with its texts and its router, without a server. */
export const renderInApp = (part: ReactNode) =>
  render(
    <MemoryRouter>
      <CoreAdminContext i18nProvider={i18nProvider}>
        <ResourceContextProvider value="applicants">
          <ThemeProvider theme={createTheme()}>{part}</ThemeProvider>
        </ResourceContextProvider>
      </CoreAdminContext>
    </MemoryRouter>,
  );
