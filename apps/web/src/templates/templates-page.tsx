import { templateGroups, templateIds, templates } from '@matchwatch/domain';
import { templateGroupLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { PageHeading } from '../surface/page-heading.js';
import { TemplateCard } from './template-card.js';

/** All templates by group; an address such as `#letter-packet` opens one. */
export function TemplatesPage() {
  const t = useText();
  const named = useLocation().hash.slice(1);
  useEffect(() => {
    if (named !== '') document.getElementById(named)?.scrollIntoView({ block: 'start' });
  }, [named]);
  return (
    <>
      <PageHeading tab={t('templates.title')} title={t('templates.title')} sub={t('templates.sub')} />
      {templateGroups.map((group) => (
        <Box component="section" key={group} aria-labelledby={`group-${group}`} sx={{ mb: '24px' }}>
          <Typography variant="h2" id={`group-${group}`} sx={{ mb: '10px' }}>
            {templateGroupLabel(group)}
          </Typography>
          <Box sx={{ display: 'grid', gap: '10px' }}>
            {templateIds
              .filter((id) => templates[id].group === group)
              .map((id) => (
                <TemplateCard key={id} id={id} isNamed={id === named} />
              ))}
          </Box>
        </Box>
      ))}
    </>
  );
}
