import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { RuleEntry } from './use-rulebook.js';

/** Where a rule comes from: article and section, with the full title on demand. */
export function SourceTag({ basis }: { basis: RuleEntry['basis'][number] }) {
  return (
    <Tooltip title={basis.title} describeChild>
      <Box
        component="span"
        tabIndex={0}
        sx={{
          fontSize: 12,
          color: 'var(--mute)',
          textDecoration: 'underline dotted',
          textUnderlineOffset: 3,
          cursor: 'help',
        }}
      >
        {basis.label}
      </Box>
    </Tooltip>
  );
}
