import type { InvitedPerson, Person } from '@matchwatch/contracts';
import { personStateLabel, roleLabel } from '@matchwatch/words';
import MoreHorizIcon from '@mui/icons-material/MoreHoriz';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { PersonAction } from '../http/calls/people-calls.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';
import { instantText } from '../surface/day-text.js';
import { ruled } from '../surface/ruled.js';
import { useFailed } from '../surface/use-failed.js';
import { PersonDialog } from './person-dialog.js';
import { RelationDialog } from './relation-dialog.js';

interface PersonRowProps {
  person: Person;
  onChanged: () => void;
  onLink: (invited: InvitedPerson) => void;
}

type Asked = 'change' | 'relate' | PersonAction;

/** One person, and what can be done for them. */
export function PersonRow({ person, onChanged, onLink }: PersonRowProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const does = useRoleDoes();
  const session = useSession();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [asked, setAsked] = useState<Asked>();
  const { id, name, email, role, state, advises, seenAt, invitedUntil, secondFactor } = person;
  const self = session?.user.id === id;
  const manages = does('people.manage') && !self;
  const relates = does('relation.manage') && state !== 'disabled';
  const at = (instant: string) => instantText(instant, session?.school.timeZone, session?.school.today);
  const ask = (what: Asked) => {
    setAnchor(undefined);
    setAsked(what);
  };
  const failed = useFailed();
  const newLink = async () => {
    setAnchor(undefined);
    await api.inviteAgain(id).then(onLink, failed);
  };
  const settle = async (what: PersonAction, reason: string) => {
    try {
      await api.actOnPerson(id, what, reason);
      notify(t(`people.${what}Dialog.done`), { type: 'success' });
      onChanged();
    } catch (error) {
      failed(error);
    }
    setAsked(undefined);
  };
  const facts = [
    advises > 0 && t('people.advises', { smart_count: advises }),
    secondFactor && t('people.secondFactor'),
    invitedUntil ? t('people.invitedUntil', { at: at(invitedUntil) }) : seenAt ? t('people.seen', { at: at(seenAt) }) : t('people.never'),
  ];
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: '12px',
        py: '9px',
        ...ruled,
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box>
          <b>{name}</b>
          <Box component="span" sx={{ color: 'var(--mute)' }}>
            {` · ${roleLabel(role)}`}
            {self && ` · ${t('people.you')}`}
          </Box>
          {state !== 'active' && (
            <Box
              component="span"
              sx={{
                ml: '8px',
                px: '7px',
                py: '1px',
                borderRadius: '6px',
                fontSize: 12,
                bgcolor: 'var(--raised)',
                border: '1px solid var(--line)',
              }}
            >
              {personStateLabel(state)}
            </Box>
          )}
        </Box>
        <Box sx={{ color: 'var(--mute)', fontSize: 12.5, overflowWrap: 'anywhere' }}>{[email, ...facts].filter(Boolean).join(' · ')}</Box>
      </Box>
      {(manages || relates) && (
        <IconButton
          size="small"
          aria-label={t('people.actions', { name })}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <MoreHorizIcon />
        </IconButton>
      )}
      <Menu anchorEl={anchor ?? null} open={anchor !== undefined} onClose={() => setAnchor(undefined)}>
        {relates && <MenuItem onClick={() => ask('relate')}>{t('people.relate')}</MenuItem>}
        {manages && <MenuItem onClick={() => ask('change')}>{t('people.change')}</MenuItem>}
        {manages && state !== 'disabled' && <MenuItem onClick={() => void newLink()}>{t('people.link')}</MenuItem>}
        {manages && state === 'active' && <MenuItem onClick={() => ask('end-sessions')}>{t('people.end-sessions')}</MenuItem>}
        {manages && secondFactor && <MenuItem onClick={() => ask('reset-factor')}>{t('people.reset-factor')}</MenuItem>}
        {manages && (
          <MenuItem onClick={() => ask(state === 'disabled' ? 'enable' : 'disable')}>
            {t(state === 'disabled' ? 'people.enable' : 'people.disable')}
          </MenuItem>
        )}
      </Menu>
      {asked === 'change' && (
        <PersonDialog
          person={person}
          onClose={() => setAsked(undefined)}
          onSaved={() => {
            setAsked(undefined);
            onChanged();
          }}
        />
      )}
      {asked === 'relate' && (
        <RelationDialog
          person={person}
          onClose={() => setAsked(undefined)}
          onGiven={() => {
            setAsked(undefined);
            onChanged();
          }}
        />
      )}
      {asked && asked !== 'change' && asked !== 'relate' && (
        <ConfirmDialog
          title={t(`people.${asked}Dialog.title`, { name })}
          text={t(`people.${asked}Dialog.text`)}
          confirm={t(`people.${asked}`)}
          withReason
          onConfirm={(reason) => settle(asked, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Box>
  );
}
