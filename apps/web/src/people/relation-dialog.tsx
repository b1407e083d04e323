import { type Person, relationGiveSchema } from '@matchwatch/contracts';
import { decidingRelations, type RelationKind, relationKinds } from '@matchwatch/domain';
import { relationLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSeason } from '../season/season-context.js';
import { useSession } from '../session/use-session.js';
import { FormDialog } from '../surface/form-dialog.js';

const targets = ['caseload', 'applicant', 'season'] as const;
type Target = (typeof targets)[number];

/** Gives a person a relation: to one applicant, to everybody an advisor has, or to a season; with its last day when it is for a while. */
export function RelationDialog({ person, onClose, onGiven }: { person: Person; onClose: () => void; onGiven: () => void }) {
  const t = useText();
  const api = useApi();
  const { season } = useSeason();
  const today = useSession()?.school.today;
  const [relation, setRelation] = useState<RelationKind>('covers');
  const [kind, setKind] = useState<Target>('caseload');
  const [named, setNamed] = useState('');
  const [untilOn, setUntilOn] = useState('');
  const [reason, setReason] = useState('');
  const target = () => {
    if (kind === 'applicant') return { kind, externalId: named };
    return kind === 'caseload' ? { kind, advisor: named.trim() } : { kind, season: Number(named === '' ? season : named) };
  };
  const body = () => ({
    personId: person.id,
    relation,
    target: target(),
    ...(untilOn !== '' && { untilOn }),
    ...(reason.trim() !== '' && { reason }),
  });
  return (
    <FormDialog
      title={t('people.relations.form.title', { name: person.name })}
      submit={t('people.relations.form.submit')}
      check={() => relationGiveSchema.safeParse(body())}
      onSubmit={async () => {
        await api.giveRelation(relationGiveSchema.parse(body()));
        onGiven();
      }}
      onClose={onClose}
    >
      {(wrong) => {
        const wrongTarget = wrong['target.advisor'] ?? wrong['target.externalId'] ?? wrong['target.season'];
        return (
          <>
            <TextField
              select
              label={t('people.relations.form.relation')}
              value={relation}
              onChange={(event) => setRelation(event.target.value as RelationKind)}
            >
              {relationKinds.map((each) => (
                <MenuItem key={each} value={each}>
                  {relationLabel(each)}
                </MenuItem>
              ))}
            </TextField>
            {decidingRelations.has(relation) && (
              <Box sx={{ color: 'var(--mute)', fontSize: 13, mb: '6px' }}>{t('people.relations.form.wall')}</Box>
            )}
            <TextField
              select
              label={t('people.relations.form.target')}
              value={kind}
              onChange={(event) => setKind(event.target.value as Target)}
            >
              {targets.map((each) => (
                <MenuItem key={each} value={each}>
                  {t(`people.relations.form.targets.${each}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              label={t(`people.relations.form.${kind}`)}
              value={kind === 'season' && named === '' ? String(season ?? '') : named}
              onChange={(event) => setNamed(event.target.value)}
              error={wrongTarget !== undefined}
              helperText={wrongTarget}
              slotProps={{ htmlInput: { maxLength: 254 } }}
            />
            <TextField
              type="date"
              label={t('people.relations.form.until')}
              value={untilOn}
              onChange={(event) => setUntilOn(event.target.value)}
              error={wrong.untilOn !== undefined}
              helperText={
                wrong.untilOn ?? t(relation === 'covers' ? 'people.relations.form.untilNeeded' : 'people.relations.form.untilHelp')
              }
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }}
            />
            <TextField
              label={t('people.relations.form.reason')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              error={wrong.reason !== undefined}
              helperText={wrong.reason}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
          </>
        );
      }}
    </FormDialog>
  );
}
