import type { NoticeSeverity, PolicyNotice } from '@matchwatch/domain';
import { findPolicyValue } from '@matchwatch/risk-rules';
import { noticeSeverityLabel, policyNoticeText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { LevelShape } from '../level/level-shape.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { keyLabel } from './policy-filter.js';

const toneOf = { error: 'high-risk', warning: 'watch', information: 'not-assessable' } as const satisfies Record<NoticeSeverity, string>;

const shownAtFirst = 6;

interface NoticeListProps {
  notices: readonly PolicyNotice[];
  /** Numbers that stand on the page as fields: a notice about them leads there. */
  fields?: readonly string[];
}

/** Where the editor of a number stands on the page. */
export const fieldId = (key: string): string => `number-${key}`;

/** What lint says, each with its weight as shape, colour and word. */
export function NoticeList({ notices, fields = [] }: NoticeListProps) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? notices : notices.slice(0, shownAtFirst);
  return (
    <>
      <Box component="ul" sx={{ ...plainList, display: 'grid', gap: '6px' }}>
        {shown.map((notice) => (
          <Box component="li" key={JSON.stringify(notice)} sx={{ display: 'flex', gap: '8px', alignItems: 'baseline', fontSize: 13.5 }}>
            <Box
              component="span"
              sx={{
                color: `var(--${toneOf[notice.severity]}-ink)`,
                flexShrink: 0,
                display: 'inline-flex',
                gap: '6px',
                fontWeight: 600,
                alignItems: 'center',
              }}
            >
              <LevelShape level={toneOf[notice.severity]} />
              {noticeSeverityLabel(notice.severity)}
            </Box>
            <Box component="span" sx={{ textWrap: 'pretty' }}>
              {policyNoticeText(notice, findPolicyValue)}
              {notice.keys
                .filter((key) => fields.includes(key))
                .map((key) => (
                  <LinkButton key={key} type="button" onClick={() => goTo(key)} sx={{ ml: '8px' }}>
                    {t('policy.notices.goTo', { name: keyLabel(key) })}
                  </LinkButton>
                ))}
            </Box>
          </Box>
        ))}
      </Box>
      {notices.length > shown.length && (
        <LinkButton type="button" onClick={() => setAll(true)}>
          {t('policy.notices.more', { smart_count: notices.length - shown.length })}
        </LinkButton>
      )}
    </>
  );
}

function goTo(key: string): void {
  const field = document.getElementById(fieldId(key));
  field?.scrollIntoView({ block: 'start' });
  field?.focus({ preventScroll: true });
}
