import type { Advocacy, ApplicantDetail } from '@matchwatch/contracts';
import { advocacyContactLabel, advocacyOutcomeLabel, advocacyWayLabel, advocateRoleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { TextLink } from '../surface/text-link.js';
import { AdvocacyChangeDialog, AdvocacyDialog } from './advocacy-dialogs.js';

/** Who spoke for an applicant, to which program, when, and what came of it. */
export function AdvocaciesCard({ detail, advocacies }: { detail: ApplicantDetail; advocacies: readonly Advocacy[] }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [changed, setChanged] = useState<Advocacy>();
  const mayWrite = detail.may.includes('meeting.write');
  const shown = advocacies.filter(({ outcome }) => outcome !== 'withdrawn');
  return (
    <Card title={t('advocacy.title')} action={shown.length || undefined}>
      {shown.length === 0 && (
        <Box sx={{ mb: '8px' }}>
          <Box>{t('advocacy.none')}</Box>
          {mayWrite && <Box sx={{ color: 'var(--mute)', fontSize: 13, textWrap: 'pretty' }}>{t('advocacy.noneHelp')}</Box>}
        </Box>
      )}
      <Box component="ul" sx={plainList}>
        {shown.map((advocacy) => (
          <Item key={advocacy.id} advocacy={advocacy} onChange={mayWrite ? () => setChanged(advocacy) : undefined} />
        ))}
      </Box>
      {mayWrite && (
        <Button size="small" variant="outlined" sx={{ mt: '8px' }} onClick={() => setAdding(true)}>
          {t('advocacy.add')}
        </Button>
      )}
      {adding && <AdvocacyDialog detail={detail} onClose={() => setAdding(false)} />}
      {changed && <AdvocacyChangeDialog advocacy={changed} onClose={() => setChanged(undefined)} />}
    </Card>
  );
}

function Item({ advocacy, onChange }: { advocacy: Advocacy; onChange?: (() => void) | undefined }) {
  const t = useText();
  const today = useToday();
  const { program, programId, advocate, role, contact, contactName, way, on, said, outcome, outcomeOn, outcomeNote } = advocacy;
  const to = [advocacyContactLabel(contact).toLowerCase(), contactName].filter(Boolean).join(' ');
  return (
    <Box component="li" sx={{ py: '8px', borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Box sx={{ fontWeight: 600 }}>{programId === null ? program : <TextLink to={`/programs/${programId}/show`}>{program}</TextLink>}</Box>
      <Box sx={{ fontSize: 13.5 }}>
        {t('advocacy.line', {
          advocate,
          role: advocateRoleLabel(role).toLowerCase(),
          contact: to,
          way: advocacyWayLabel(way).toLowerCase(),
          day: shortDay(on, today),
        })}
      </Box>
      {said && <Box sx={{ fontSize: 13.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{said}</Box>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 10px', color: 'var(--mute)', fontSize: 13 }}>
        <span>
          {advocacyOutcomeLabel(outcome)}
          {outcomeOn && `, ${shortDay(outcomeOn, today)}`}
        </span>
        {onChange && (
          <LinkButton type="button" onClick={onChange} aria-label={`${t('advocacy.change')}: ${program}`}>
            {t('advocacy.change')}
          </LinkButton>
        )}
      </Box>
      {outcomeNote && <Box sx={{ fontSize: 13.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{outcomeNote}</Box>}
    </Box>
  );
}
