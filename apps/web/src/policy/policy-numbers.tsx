import type { PolicyInForce } from '@matchwatch/contracts';
import { policyGroupLabel } from '@matchwatch/words';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useDeferredValue, useMemo, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { Column } from '../surface/columns.js';
import { EmptyState } from '../surface/empty-state.js';
import { plainList } from '../surface/plain-list.js';
import { groupKeys, type PolicyFilter, policyShows } from './policy-filter.js';
import { PolicyKeyRow } from './policy-key-row.js';

/** Every number by area, with a search over names, rules and sources. */
export function PolicyNumbers({ policy }: { policy: PolicyInForce }) {
  const t = useText();
  const [filter, setFilter] = useState<PolicyFilter>({ q: '', show: 'all', group: null });
  const deferred = useDeferredValue(filter);
  const areas = useMemo(() => groupKeys(policy.keys, { q: '', show: 'all', group: null }), [policy.keys]);
  const found = useMemo(() => groupKeys(policy.keys, deferred), [policy.keys, deferred]);
  const count = found.reduce((sum, { keys }) => sum + keys.length, 0);
  const set = (change: Partial<PolicyFilter>) => setFilter((before) => ({ ...before, ...change }));
  const untouched = filter.show === 'changed' && filter.q === '' && filter.group === null;
  return (
    <>
      <Box
        role="search"
        aria-label={t('policy.filter.label')}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: '10px', alignItems: 'center', mb: '14px' }}
      >
        <TextField
          hiddenLabel
          margin="none"
          placeholder={t('policy.filter.search')}
          value={filter.q}
          onChange={(event) => set({ q: event.target.value })}
          sx={{ flex: '1 1 260px', width: 'auto' }}
          slotProps={{
            htmlInput: { 'aria-label': t('policy.filter.search'), maxLength: 100 },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchIcon sx={{ fontSize: 19 }} aria-hidden="true" />
                </InputAdornment>
              ),
            },
          }}
        />
        <TextField
          select
          hiddenLabel
          margin="none"
          value={filter.group ?? ''}
          onChange={(event) => set({ group: event.target.value || null })}
          sx={{ flex: '0 1 260px', width: 'auto' }}
          slotProps={{ select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': t('policy.filter.group') } } }}
        >
          <MenuItem value="">{`${t('policy.filter.group')}: ${t('policy.filter.all').toLowerCase()}`}</MenuItem>
          {areas.map(({ group, keys }) => (
            <MenuItem key={group} value={group}>
              {policyGroupLabel(group)} ({keys.length})
            </MenuItem>
          ))}
        </TextField>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={filter.show}
          onChange={(_event, show: PolicyFilter['show'] | null) => show && set({ show })}
          aria-label={t('policy.filter.show')}
        >
          {policyShows.map((show) => (
            <ToggleButton key={show} value={show} sx={{ textTransform: 'none', px: '12px', minHeight: 38 }}>
              {t(`policy.filter.${show}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Box role="status" sx={{ color: 'var(--mute)', fontSize: 13 }}>
          {t('policy.filter.found', { smart_count: count })}
        </Box>
      </Box>
      {found.length === 0 ? (
        <Card>
          <EmptyState title={t(untouched ? 'policy.filter.nothingChanged' : 'policy.filter.none')}>
            {t(untouched ? 'policy.filter.nothingChangedText' : 'policy.filter.noneText')}
          </EmptyState>
        </Card>
      ) : (
        <Column>
          {found.map(({ group, keys }) => (
            <Card key={group} title={policyGroupLabel(group)} action={t('policy.filter.found', { smart_count: keys.length })}>
              <Box component="ul" sx={{ ...plainList, contentVisibility: 'auto', containIntrinsicSize: `auto ${keys.length * 66}px` }}>
                {keys.map((key) => (
                  <PolicyKeyRow key={key.key} of={key} today={policy.asOf} verdicts={policy.verdicts} />
                ))}
              </Box>
            </Card>
          ))}
        </Column>
      )}
    </>
  );
}
