import type { ComponentType } from 'react';
import { type LinkProps, useLocation } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { isWithin, pages } from './pages.js';

/** The links of the navigation, in the look of the bar they stand in. */
export function PageLinks({ link: PageLink }: { link: ComponentType<LinkProps> }) {
  const t = useText();
  const { pathname } = useLocation();
  return pages.map(({ path, label, icon: Icon }) => (
    <PageLink key={path} to={path} aria-current={isWithin(pathname, path) ? 'page' : undefined}>
      <Icon aria-hidden="true" />
      {t(label)}
    </PageLink>
  ));
}
