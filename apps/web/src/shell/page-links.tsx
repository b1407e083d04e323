import type { ComponentType } from 'react';
import { type LinkProps, useLocation } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { isWithin } from './pages.js';
import { usePages } from './use-pages.js';

/** The links of the navigation, in the look of the bar they stand in; a narrow one leaves out what stands in the menu of the person. */
export function PageLinks({ link: PageLink, narrow = false }: { link: ComponentType<LinkProps>; narrow?: boolean }) {
  const t = useText();
  const { pathname } = useLocation();
  const pages = usePages();
  // Who has but few pages has room for them all.
  const shown = narrow && pages.length > mostInNarrow ? pages.filter(({ aside }) => !aside) : pages;
  return shown.map(({ path, label, icon: Icon }) => (
    <PageLink key={path} to={path} aria-current={isWithin(pathname, path) ? 'page' : undefined}>
      <Icon aria-hidden="true" />
      {t(label)}
    </PageLink>
  ));
}

export const mostInNarrow = 5;
