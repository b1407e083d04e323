import { templateIds } from '@matchwatch/domain';
import { render, screen, within } from '@testing-library/react';
import { CoreAdminContext } from 'react-admin';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { i18nProvider } from '../i18n/i18n-provider.js';
import { TemplatesPage } from './templates-page.js';

const renderAt = (address: string) => {
  Element.prototype.scrollIntoView = () => undefined;
  return render(
    <MemoryRouter initialEntries={[address]}>
      <CoreAdminContext i18nProvider={i18nProvider}>
        <TemplatesPage />
      </CoreAdminContext>
    </MemoryRouter>,
  ).container;
};

describe('the page of templates', () => {
  it('holds every template, closed, in its group', () => {
    const page = renderAt('/templates');
    const all = [...page.querySelectorAll('details')];
    expect(all.map(({ id }) => id)).toEqual(templateIds);
    expect(all.filter(({ open }) => open)).toEqual([]);
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(6);
  });

  it('opens the one that the address names, with its items and its sources', () => {
    const page = renderAt('/templates#letter-packet');
    const open = [...page.querySelectorAll<HTMLDetailsElement>('details[open]')];
    expect(open.map(({ id }) => id)).toEqual(['letter-packet']);
    const packet = within(open[0] as HTMLElement);
    expect(packet.getByText(/Three to five points/)).toBeDefined();
    expect(packet.getByText('003 · Phase 2')).toBeDefined();
  });
});
