import type { ApplicantDetail } from '@matchwatch/contracts';
import { missingLabel, sentenceCase } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { ruled } from '../surface/ruled.js';
import { sectionOfPath } from './record/section-specs.js';
import { unknownFacts } from './unknown-facts.js';

const shownAtFirst = 6;

/** What we need to know before more can be said, each with the place to write it down. */
export function UnknownCard({ detail: { answer }, onEdit }: { detail: ApplicantDetail; onEdit?: ((section: string) => void) | undefined }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const facts = unknownFacts(answer?.unknown ?? [], answer?.setBy ?? []);
  if (facts.length === 0) return null;
  const shown = all ? facts : facts.slice(0, shownAtFirst);
  return (
    <Card title={t('unknown.title')} action={t('unknown.count', { smart_count: facts.length })}>
      <Box component="ul" sx={plainList}>
        {shown.map(({ path, essential, rules }) => {
          const section = sectionOfPath(path);
          return (
            <Box
              component="li"
              key={path}
              sx={{
                display: 'flex',
                justifyContent: 'space-between',
                gap: 2,
                py: '6px',
                ...ruled,
              }}
            >
              <Box component="span" sx={{ minWidth: 0 }}>
                {sentenceCase(missingLabel(path))}
                <Box component="span" sx={{ color: 'var(--mute)', fontSize: 12.5, ml: 1 }}>
                  {essential ? t('unknown.essential') : t('unknown.rules', { smart_count: rules })}
                </Box>
              </Box>
              {section && onEdit && (
                <LinkButton type="button" onClick={() => onEdit(section)} aria-label={t('unknown.addLabel', { fact: missingLabel(path) })}>
                  {t('unknown.add')}
                </LinkButton>
              )}
            </Box>
          );
        })}
      </Box>
      {facts.length > shown.length && (
        <LinkButton type="button" onClick={() => setAll(true)}>
          {t('unknown.more', { count: facts.length - shown.length })}
        </LinkButton>
      )}
    </Card>
  );
}
