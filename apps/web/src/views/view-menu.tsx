import { type ApplicantFilter, applicantSorts, type CheckedIds } from '@matchwatch/contracts';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { countText } from '../surface/day-text.js';
import { useHiddenColumns } from './hidden-columns.js';
import { PasteIdsDialog } from './paste-ids-dialog.js';
import { SaveViewDialog } from './save-view-dialog.js';
import { useViews } from './use-views.js';
import { listLink, viewLink } from './view-links.js';

interface ViewMenuProps {
  filter: ApplicantFilter;
  sort: { field: string; order: 'ASC' | 'DESC' };
}

type Step = { doing: 'save' } | { doing: 'paste' } | { doing: 'group'; found: CheckedIds['found'] };

/** The saved views with their counts, and ways to save another. */
export function ViewMenu({ filter, sort: { field, order } }: ViewMenuProps) {
  const t = useText();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [step, setStep] = useState<Step>();
  const { data: views = [] } = useViews(anchor !== undefined);
  const { hidden, setHidden } = useHiddenColumns();
  const close = () => setAnchor(undefined);
  const begin = (next: Step) => {
    close();
    setStep(next);
  };
  const list = { sort: [applicantSorts.find((each) => each === field) ?? 'level', order] as const, hidden };
  const common = { sort: [...list.sort] as [(typeof applicantSorts)[number], 'ASC' | 'DESC'], hidden };
  return (
    <>
      <Button
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ExpandMoreIcon sx={{ fontSize: '18px !important', ml: '-2px' }} />}
      >
        {t('views.menu')}
      </Button>
      <Menu
        anchorEl={anchor ?? null}
        open={anchor !== undefined}
        onClose={close}
        slotProps={{ paper: { sx: { minWidth: 260, maxWidth: 420, maxHeight: '70vh' } } }}
      >
        {views.map((view) => (
          <MenuItem
            key={view.id}
            onClick={() => {
              close();
              setHidden(view.hidden);
              void navigate(listLink(view));
            }}
            sx={{ whiteSpace: 'normal', gap: '12px' }}
          >
            <Box sx={{ flex: 1 }}>
              {view.name}
              {!view.mine && <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>{t('views.by', { name: view.owner.name })}</Box>}
            </Box>
            <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{countText(view.count)}</Box>
          </MenuItem>
        ))}
        {views.length > 0 && <Divider sx={{ my: '4px' }} />}
        {filter.inGroup === undefined && <MenuItem onClick={() => begin({ doing: 'save' })}>{t('views.save.action')}</MenuItem>}
        <MenuItem onClick={() => begin({ doing: 'paste' })}>{t('views.group.action')}</MenuItem>
        <MenuItem onClick={() => void navigate('/views')}>{t('views.manage')}</MenuItem>
      </Menu>
      {step?.doing === 'save' && (
        <SaveViewDialog
          content={{ kind: 'filter', ...common, filter }}
          onSaved={() => setStep(undefined)}
          onClose={() => setStep(undefined)}
        />
      )}
      {step?.doing === 'paste' && (
        <PasteIdsDialog onFound={(found) => setStep({ doing: 'group', found })} onClose={() => setStep(undefined)} />
      )}
      {step?.doing === 'group' && (
        <SaveViewDialog
          content={{ kind: 'group', ...common, members: step.found.map(({ id }) => id) }}
          onSaved={({ id }) => void navigate(viewLink(id))}
          onClose={() => setStep(undefined)}
        />
      )}
    </>
  );
}
