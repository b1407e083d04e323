import CloseIcon from '@mui/icons-material/Close';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputBase from '@mui/material/InputBase';
import { styled } from '@mui/material/styles';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useDebounced } from '../shell/use-debounced.js';
import { LinkButton } from '../surface/link-button.js';
import { FilterGroupsDialog } from '../views/filter-groups-dialog.js';
import { facetSpecs, riskFacets } from './applicant-facets.js';
import { FacetMenu } from './facet-menu.js';
import { filterChips } from './filter-chips.js';
import { useApplicantFilter } from './use-applicant-filter.js';
import { useFacets } from './use-facets.js';

const Removable = styled('button')({
  all: 'unset',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  cursor: 'pointer',
  borderRadius: 8,
  padding: '2px 6px 2px 10px',
  fontSize: 13,
  backgroundColor: 'var(--brand-soft)',
  color: 'var(--brand)',
  '& svg': { fontSize: 15 },
  '&:hover': { textDecoration: 'line-through' },
  '&:focus-visible': { outline: '2px solid var(--brand)', outlineOffset: 2 },
});

/** Search, filters with counts, and what is set, as chips that come off. */
export function ApplicantFilterBar() {
  const t = useText();
  const { filter, replace, change } = useApplicantFilter();
  const { data: facets } = useFacets(filter);
  const [grouping, setGrouping] = useState(false);
  const risk = useRoleDoes()('risk.view');
  const specs = facetSpecs.filter(({ key }) => risk || !riskFacets.has(key));
  const chips = filterChips(filter, t);
  const clear = () => replace({ ...(filter.season !== undefined && { season: filter.season }) });
  return (
    <Box role="search" aria-label={t('filter.label')} sx={{ mb: '14px', display: 'grid', gap: '10px' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' }}>
        <SearchField text={filter.q ?? ''} onSearch={(q) => change({ q: q === '' ? undefined : q })} />
        {specs.map((spec) => {
          const value = filter[spec.key];
          return (
            <FacetMenu
              key={spec.key}
              spec={spec}
              counts={facets?.[spec.key] ?? {}}
              chosen={value === undefined ? [] : Array.isArray(value) ? value : [value]}
              onChange={(chosen) => change({ [spec.key]: spec.many ? chosen : chosen[0] })}
            />
          );
        })}
        <Button
          variant="outlined"
          aria-pressed={filter.noAdvisor === true}
          onClick={() => change({ noAdvisor: filter.noAdvisor ? undefined : true })}
          sx={{
            fontWeight: 500,
            ...(filter.noAdvisor && { borderColor: 'var(--brand)', color: 'var(--brand)', bgcolor: 'var(--brand-soft)' }),
          }}
        >
          {t('filter.noAdvisor')}
        </Button>
        <Button
          variant="outlined"
          aria-haspopup="dialog"
          onClick={() => setGrouping(true)}
          sx={{
            fontWeight: 500,
            ...(filter.where && { borderColor: 'var(--brand)', color: 'var(--brand)', bgcolor: 'var(--brand-soft)' }),
          }}
        >
          {t('views.where.action')}
        </Button>
        {grouping && (
          <FilterGroupsDialog
            filter={filter}
            onApply={(where) => {
              setGrouping(false);
              change({ where });
            }}
            onClose={() => setGrouping(false)}
          />
        )}
      </Box>
      {chips.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px 8px', alignItems: 'center' }}>
          {chips.map(({ key, label, without }) => (
            <Removable key={key} type="button" aria-label={t('filter.remove', { filter: label })} onClick={() => replace(without)}>
              {label}
              <CloseIcon aria-hidden="true" />
            </Removable>
          ))}
          <LinkButton type="button" onClick={clear}>
            {t('filter.clear')}
          </LinkButton>
        </Box>
      )}
    </Box>
  );
}

function SearchField({ text, onSearch }: { text: string; onSearch: (q: string) => void }) {
  const t = useText();
  const [typed, setTyped] = useState(text);
  const rested = useDebounced(typed, 250);
  const asked = useRef(text);
  // Only what was typed asks; a new function for the same text must not.
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  // The address may change under the field (a chip removed, the back button): then the field follows.
  useEffect(() => {
    if (asked.current === text) return;
    asked.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    const q = rested.trim();
    if (q === asked.current) return;
    asked.current = q;
    latest.current(q);
  }, [rested]);
  return (
    <InputBase
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      type="search"
      placeholder={t('filter.search')}
      inputProps={{ 'aria-label': t('filter.search'), maxLength: 100 }}
      startAdornment={<SearchIcon sx={{ fontSize: 18, color: 'var(--mute)', mr: 1 }} aria-hidden="true" />}
      sx={{
        bgcolor: 'var(--paper)',
        border: '1px solid var(--line)',
        borderRadius: '9px',
        px: '10px',
        height: 34,
        width: { xs: '100%', sm: 230 },
        '&:focus-within': { borderColor: 'var(--brand)' },
        '& input': { outline: 'none' },
      }}
    />
  );
}
