import type { ApplicantRow } from '@matchwatch/contracts';
import { specialtyName } from '@matchwatch/domain';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import { type KeyboardEvent, useState } from 'react';
import { useGetList } from 'react-admin';
import { useNavigate } from 'react-router';
import { applicantsLink } from '../applicants/applicant-links.js';
import { applicantName } from '../applicants/applicant-name.js';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { useSeason } from '../season/season-context.js';
import { useRoleDoes } from '../session/use-role.js';
import { useDebounced } from './use-debounced.js';
import { usePages } from './use-pages.js';

interface Suggestion {
  key: string;
  to: string;
  label: string;
  note?: string | undefined;
  row?: ApplicantRow;
}

/** One field that leads anywhere: a person, the list of everyone who fits, or a page. */
export function QuickSearch({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      slotProps={{
        paper: { sx: { alignSelf: 'flex-start', mt: { xs: 2, sm: '10vh' }, mx: { xs: 2, sm: 4 }, width: 'calc(100% - 32px)' } },
      }}
    >
      {open && <SearchBox onClose={onClose} />}
    </Dialog>
  );
}

function SearchBox({ onClose }: { onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { suggestions, isFetching } = useSuggestions(text.trim());
  const go = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    onClose();
    void navigate(suggestion.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((index) => (index + step + suggestions.length) % Math.max(1, suggestions.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(suggestions[active]);
    }
  };
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, px: 2, py: 1.25, borderBottom: '1px solid var(--line)' }}>
        <SearchIcon sx={{ color: 'var(--mute)' }} aria-hidden="true" />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={t('search.placeholder')}
          inputProps={{
            role: 'combobox',
            'aria-expanded': suggestions.length > 0,
            'aria-controls': 'quick-search-list',
            'aria-activedescendant': suggestions[active] ? `quick-search-${active}` : undefined,
            'aria-autocomplete': 'list',
            'aria-label': t('search.placeholder'),
            maxLength: 100,
            style: { outline: 'none' },
          }}
          sx={{ fontSize: 16 }}
        />
      </Box>
      <Box
        id="quick-search-list"
        role="listbox"
        aria-label={t('search.results')}
        aria-busy={isFetching}
        sx={{ p: '6px', maxHeight: '60vh', overflow: 'auto' }}
      >
        {suggestions.map((suggestion, index) => (
          <Box
            key={suggestion.key}
            id={`quick-search-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseMove={() => setActive(index)}
            onClick={() => go(suggestion)}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.5,
              p: '8px 12px',
              borderRadius: '9px',
              cursor: 'pointer',
              minHeight: 40,
              '&[aria-selected=true]': { bgcolor: 'var(--brand-soft)' },
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {suggestion.label}
              </Box>
              {suggestion.note && (
                <Box component="span" sx={{ color: 'var(--mute)', ml: 1 }}>
                  {suggestion.note}
                </Box>
              )}
            </Box>
            {suggestion.row?.riskLevel && <LevelBadge level={suggestion.row.riskLevel} />}
          </Box>
        ))}
      </Box>
    </>
  );
}

function useSuggestions(text: string): { suggestions: Suggestion[]; isFetching: boolean } {
  const t = useText();
  const { season } = useSeason();
  const q = useDebounced(text, 180);
  const findsPeople = useRoleDoes()('applicant.find');
  const { data, isFetching } = useGetList<ApplicantRow>(
    'applicants',
    { filter: { q }, pagination: { page: 1, perPage: 7 }, sort: { field: 'name', order: 'ASC' } },
    { enabled: q.length > 0 && findsPeople, placeholderData: (previous) => previous },
  );
  const people = (q.length > 0 ? (data ?? []) : []).map((row) => ({
    key: `applicant-${row.id}`,
    to: `/applicants/${row.id}/show`,
    label: applicantName(row.name),
    note: [row.externalId, row.season !== season && row.season, row.primarySpecialty && specialtyName(row.primarySpecialty)]
      .filter(Boolean)
      .join(' · '),
    row,
  }));
  const everyone =
    text.length > 0 && findsPeople
      ? [{ key: 'all', to: applicantsLink({ ...(season && { season }), q: text }), label: t('search.all', { text }) }]
      : [];
  const places = usePages()
    .filter(({ label }) => t(label).toLowerCase().includes(text.toLowerCase()))
    .map(({ path, label }) => ({ key: path, to: path, label: t(label), note: t('search.page') }));
  return { suggestions: [...people, ...everyone, ...places], isFetching };
}
