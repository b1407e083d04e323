import type { ListedProgram } from '@matchwatch/contracts';
import { specialtyText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { DataTable, useListContext } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { dataTableStyle } from '../surface/data-table-style.js';
import { shortDay } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';
import { TextLink } from '../surface/text-link.js';
import { imgText, placeText, visaText } from './program-text.js';

function Name({ program: { id, name, code, specialty } }: { program: ListedProgram }) {
  return (
    <>
      <TextLink to={`/programs/${id}/show`} sx={{ fontWeight: 600 }}>
        {name}
      </TextLink>
      <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
        {specialtyText(specialty)} · {code}
      </Box>
    </>
  );
}

/** The oldest day a fact was looked up, and how many are to be looked up again. */
function Looked({ program: { checkedOn, stale } }: { program: ListedProgram }) {
  const t = useText();
  const today = useToday();
  if (checkedOn === null) return t('program.unknown');
  return (
    <>
      <span style={{ whiteSpace: 'nowrap' }}>{shortDay(checkedOn, today)}</span>
      {stale > 0 && (
        <Box sx={{ color: 'var(--watch-ink)', fontSize: 12.5, whiteSpace: 'nowrap' }}>
          {t('program.staleCount', { smart_count: stale })}
        </Box>
      )}
    </>
  );
}

/** The programs on a wide window. */
export function ProgramTable() {
  const t = useText();
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <DataTable<ListedProgram> rowClick={false} bulkActionButtons={false} size="small" sx={dataTableStyle}>
        <DataTable.Col<ListedProgram> source="name" label={t('program.columns.name')} render={(program) => <Name program={program} />} />
        <DataTable.Col<ListedProgram> source="state" label={t('program.columns.place')} render={(program) => placeText(program)} />
        <DataTable.Col<ListedProgram>
          source="facts.minimumStep2"
          disableSort
          className="number"
          label={t('program.columns.score')}
          render={({ facts }) => facts.minimumStep2?.value ?? t('program.unknown')}
        />
        <DataTable.Col<ListedProgram>
          source="facts.sponsorsJ1"
          disableSort
          label={t('program.columns.visa')}
          render={({ facts }) => visaText(facts, t)}
        />
        <DataTable.Col<ListedProgram>
          source="facts.takesImg"
          disableSort
          label={t('program.columns.img')}
          render={({ facts }) => imgText(facts, t)}
        />
        <DataTable.Col<ListedProgram>
          source="checkedOn"
          label={t('program.columns.checkedOn')}
          render={(program) => <Looked program={program} />}
        />
        <DataTable.Col<ListedProgram>
          source="advocacies"
          disableSort
          className="number"
          label={t('program.columns.advocacies')}
          render={({ advocacies }) => (advocacies > 0 ? advocacies : '')}
        />
      </DataTable>
    </Box>
  );
}

/** The programs on a phone. */
export function ProgramCards() {
  const t = useText();
  const { data = [] } = useListContext<ListedProgram>();
  return (
    <Box component="ul" sx={plainList}>
      {data.map((program) => (
        <Box component="li" key={program.id} sx={{ p: '12px 16px', '& + &': { borderTop: '1px solid var(--line)' } }}>
          <Name program={program} />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 14px', fontSize: 13.5, mt: '3px' }}>
            {placeText(program) && <span>{placeText(program)}</span>}
            <span>
              {t('program.columns.score')} {program.facts.minimumStep2?.value ?? t('program.unknown')}
            </span>
            <span>
              {t('program.columns.visa')} {visaText(program.facts, t)}
            </span>
            <Box sx={{ display: 'flex', gap: '8px' }}>
              <Looked program={program} />
            </Box>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
