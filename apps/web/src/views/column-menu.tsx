import { hideableColumns } from '@matchwatch/contracts';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { useHiddenColumns } from './hidden-columns.js';

/** Which columns the list shows. */
export function ColumnMenu() {
  const t = useText();
  const { hidden, setHidden } = useHiddenColumns();
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <Button variant="outlined" aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        {t('views.columns')}
      </Button>
      <Menu anchorEl={anchor ?? null} open={anchor !== undefined} onClose={() => setAnchor(undefined)}>
        {hideableColumns.map((column) => {
          const shown = !hidden.includes(column);
          return (
            <MenuItem
              key={column}
              role="menuitemcheckbox"
              aria-checked={shown}
              onClick={() => setHidden(shown ? [...hidden, column] : hidden.filter((each) => each !== column))}
              sx={{ py: '3px', pl: '6px' }}
            >
              <Checkbox
                checked={shown}
                size="small"
                tabIndex={-1}
                sx={{ p: '4px', pointerEvents: 'none' }}
                inputProps={{ 'aria-hidden': true }}
              />
              {t(`applicants.columns.${column}`)}
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
