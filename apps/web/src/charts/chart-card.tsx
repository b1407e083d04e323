import BarChartIcon from '@mui/icons-material/BarChart';
import TableRowsOutlinedIcon from '@mui/icons-material/TableRowsOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { Chart, type ChartProps } from './chart.js';
import { DataTwin, type DataTwinProps } from './data-twin.js';

export interface ChartCardProps extends ChartProps {
  title: string;
  table: DataTwinProps;
  children?: ReactNode;
}

/** A picture and the same data as a table, one key (T) or one press away. */
export function ChartCard({ title, table, children, ...chart }: ChartCardProps) {
  const t = useText();
  const [asTable, setAsTable] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setAsTable((shown) => !shown);
  };
  const name = t(asTable ? 'chart.asChart' : 'chart.asTable');
  return (
    <Box onKeyDown={onKeyDown}>
      <Card
        title={title}
        action={
          <Tooltip title={`${name} (T)`}>
            <IconButton
              size="small"
              aria-label={`${title}: ${name}`}
              aria-keyshortcuts="T"
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
              sx={{ my: '-6px' }}
            >
              {asTable ? <BarChartIcon sx={{ fontSize: 18 }} /> : <TableRowsOutlinedIcon sx={{ fontSize: 18 }} />}
            </IconButton>
          </Tooltip>
        }
      >
        {asTable ? <DataTwin {...table} /> : <Chart {...chart} />}
        {children}
      </Card>
    </Box>
  );
}
