import type { TemplateId } from '@matchwatch/domain';
import { citeTemplate } from '@matchwatch/risk-rules';
import { templateKindLabel, templateText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { SourceTag } from '../applicants/source-tag.js';
import { useText } from '../i18n/use-text.js';

/** One template: closed it says what it is for, open it holds its sections. */
export function TemplateCard({ id, isNamed }: { id: TemplateId; isNamed: boolean }) {
  const t = useText();
  const [open, setOpen] = useState(isNamed);
  useEffect(() => {
    if (isNamed) setOpen(true);
  }, [isNamed]);
  const { title, purpose, kind, sections } = templateText(id);
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Box
      component="details"
      id={id}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      sx={{
        bgcolor: 'var(--paper)',
        border: '1px solid var(--line)',
        borderRadius: '14px',
        scrollMarginTop: '16px',
        '& > summary': { p: '12px 18px', cursor: 'pointer', borderRadius: '14px' },
        '& > summary:focus-visible': { outline: '2px solid var(--brand)', outlineOffset: -2 },
      }}
    >
      <summary>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {title}
        </Box>
        <Box component="span" sx={{ display: 'block', pl: '16px', color: 'var(--mute)', fontSize: 13.5, textWrap: 'pretty' }}>
          {purpose} {templateKindLabel(kind)}, {t('templates.items', { smart_count: count })}.
        </Box>
      </summary>
      <Box sx={{ p: '0 18px 16px' }}>
        <Box sx={{ display: 'grid', gap: '10px 32px', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
          {sections.map((section) => (
            <Box key={section.key} component="section" aria-label={section.title}>
              <Box component="h3" sx={{ m: '6px 0 4px', fontSize: 13.5, fontWeight: 600 }}>
                {section.title}
              </Box>
              <Box component="ul" sx={{ m: 0, pl: '18px', '& li': { mb: '3px', textWrap: 'pretty' } }}>
                {section.items.map(({ key, text }) => (
                  <li key={key}>{text}</li>
                ))}
              </Box>
            </Box>
          ))}
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 12px', mt: '10px' }}>
          {citeTemplate(id).map((basis) => (
            <SourceTag key={basis.id} basis={basis} />
          ))}
        </Box>
      </Box>
    </Box>
  );
}
