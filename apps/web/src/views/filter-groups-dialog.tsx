import { type ApplicantFilter, applicantFilterSchema, type FilterGroup, mostFilterGroups } from '@matchwatch/contracts';
import { type FilterJoin, filterJoins } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useDataProvider } from 'react-admin';
import { facetSpecs, riskFacets } from '../applicants/applicant-facets.js';
import { FacetMenu } from '../applicants/facet-menu.js';
import { filterChips } from '../applicants/filter-chips.js';
import { useFacets } from '../applicants/use-facets.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { countText } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';

interface FilterGroupsDialogProps {
  filter: ApplicantFilter;
  onApply: (where: ApplicantFilter['where']) => void;
  onClose: () => void;
}

/** A group while it is put together; it may say nothing yet. */
interface Draft {
  key: number;
  group: Partial<FilterGroup>;
}

/** How many a filter shows, asked before it is applied. */
function useCount(filter: ApplicantFilter, enabled: boolean) {
  const dataProvider = useDataProvider();
  return useQuery({
    queryKey: ['count', filter],
    queryFn: async ({ signal }) => {
      const asked = { filter, pagination: { page: 1, perPage: 1 }, sort: { field: 'name', order: 'ASC' as const }, signal };
      return (await dataProvider.getList('applicants', asked)).total ?? 0;
    },
    enabled,
    staleTime: 15_000,
  });
}

/** Puts groups of conditions together and counts whom they show before the list does. */
export function FilterGroupsDialog({ filter, onApply, onClose }: FilterGroupsDialogProps) {
  const t = useText();
  const heading = useId();
  const risk = useRoleDoes()('risk.view');
  const { where, ...rest } = filter;
  const { data: facets } = useFacets(rest);
  const [join, setJoin] = useState<FilterJoin>(where?.join ?? 'any');
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    where ? where.of.map((group, key) => ({ key, group })) : [0, 1].map((key) => ({ key, group: {} })),
  );
  const parsed = applicantFilterSchema.safeParse({ ...rest, where: { join, of: drafts.map(({ group }) => group) } });
  const { data: count } = useCount(parsed.data ?? rest, parsed.success);
  const change = (key: number, group: Partial<FilterGroup>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { key, group } : draft)));
  const specs = facetSpecs.filter(({ key }) => risk || !riskFacets.has(key));
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading}>{t('views.where.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'var(--mute)', mb: '10px' }}>{t('views.where.text')}</Typography>
        <RadioGroup row aria-label={t('views.where.join')} value={join} onChange={(_event, value) => setJoin(value as FilterJoin)}>
          {filterJoins.map((each) => (
            <FormControlLabel key={each} value={each} control={<Radio size="small" />} label={t(`views.where.${each}`)} />
          ))}
        </RadioGroup>
        {drafts.map(({ key, group }, at) => (
          <Box
            key={key}
            role="group"
            aria-label={t('views.where.group', { number: at + 1 })}
            sx={{ border: '1px solid var(--line)', borderRadius: '10px', p: '10px 12px', mt: '10px' }}
          >
            <Box sx={{ display: 'flex', justifyContent: 'space-between', mb: '8px' }}>
              <Box sx={{ fontWeight: 600 }}>{t('views.where.group', { number: at + 1 })}</Box>
              {drafts.length > 1 && (
                <LinkButton
                  type="button"
                  aria-label={t('views.where.remove', { number: at + 1 })}
                  onClick={() => setDrafts(drafts.filter((draft) => draft.key !== key))}
                >
                  {t('views.remove.action')}
                </LinkButton>
              )}
            </Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px' }}>
              {specs.map((spec) => {
                const value = group[spec.key];
                return (
                  <FacetMenu
                    key={spec.key}
                    spec={spec}
                    counts={facets?.[spec.key] ?? {}}
                    chosen={value === undefined ? [] : Array.isArray(value) ? value : [value]}
                    onChange={(chosen) => {
                      const { [spec.key]: _before, ...others } = group;
                      change(key, chosen.length === 0 ? others : { ...others, [spec.key]: spec.many ? chosen : chosen[0] });
                    }}
                  />
                );
              })}
              <Button
                variant="outlined"
                aria-pressed={group.noAdvisor === true}
                onClick={() => {
                  const { noAdvisor, ...others } = group;
                  change(key, noAdvisor ? others : { ...others, noAdvisor: true });
                }}
                sx={{
                  fontWeight: 500,
                  ...(group.noAdvisor && { borderColor: 'var(--brand)', color: 'var(--brand)', bgcolor: 'var(--brand-soft)' }),
                }}
              >
                {t('filter.noAdvisor')}
              </Button>
            </Box>
            <Box sx={{ color: 'var(--mute)', fontSize: 13, mt: '8px' }}>
              {filterChips(group, t)
                .map(({ label }) => label)
                .join(' · ') || t('views.where.empty')}
            </Box>
          </Box>
        ))}
        {drafts.length < mostFilterGroups && (
          <Button
            onClick={() => setDrafts([...drafts, { key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1, group: {} }])}
            sx={{ mt: '8px' }}
          >
            {t('views.where.add')}
          </Button>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button variant="contained" disabled={!parsed.success} onClick={() => onApply(parsed.data?.where)}>
          {!parsed.success
            ? t('views.where.empty')
            : count === undefined
              ? t('views.where.counting')
              : t('views.where.apply', { smart_count: count, count: countText(count) })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
