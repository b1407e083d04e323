import type { Import } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ListBase, useListContext } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { Column, Columns } from '../surface/columns.js';
import { countText, instantText } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { ListPager } from '../surface/list-pager.js';
import { PageHeading } from '../surface/page-heading.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { ruled } from '../surface/ruled.js';
import { TextLink } from '../surface/text-link.js';
import { ImportDrop } from './import-drop.js';
import { ImportStateText } from './import-state-text.js';
import { ImportTemplates } from './import-templates.js';

/** Where records come in: choose files, look at what they would do, and what came before. */
export function ImportList() {
  const t = useText();
  return (
    <>
      <PageHeading tab={t('nav.imports')} title={t('import.title')} sub={t('import.sub')} />
      <Columns>
        <Column>
          <ImportDrop />
          <ListBase<Import>
            resource="imports"
            sort={{ field: 'id', order: 'DESC' }}
            perPage={25}
            queryOptions={{ placeholderData: (previous) => previous }}
          >
            <PastImports />
          </ListBase>
        </Column>
        <ImportTemplates />
      </Columns>
    </>
  );
}

function PastImports() {
  const t = useText();
  const school = useSession()?.school;
  const wide = useMediaQuery((theme) => theme.breakpoints.up('sm'));
  const { data, isPending, error, refetch } = useListContext<Import>();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Box>
      <Card title={t('import.past')}>
        {isPending && <RowSkeletons rows={4} />}
        {data?.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('import.noPast')}</Box>}
        <Box component="ul" sx={plainList}>
          {data?.map((each) => (
            <Box
              component="li"
              key={each.id}
              sx={{
                display: 'grid',
                gridTemplateColumns: { xs: '1fr auto', sm: '130px minmax(0, 1fr) auto' },
                gap: '2px 16px',
                py: '9px',
                ...ruled,
              }}
            >
              <TextLink to={`/imports/${each.id}/show`} sx={{ fontWeight: 600 }}>
                {instantText(each.createdAt, school?.timeZone, school?.today)}
              </TextLink>
              {wide && (
                <Box sx={{ color: 'var(--mute)', minWidth: 0 }}>
                  {t('import.summary', {
                    new: countText(each.counts.new),
                    changed: countText(each.counts.changed),
                    refused: countText(each.counts.refused),
                  })}{' '}
                  · {each.createdBy}
                </Box>
              )}
              <ImportStateText state={each.state} />
              {!wide && (
                <Box sx={{ color: 'var(--mute)', fontSize: 13, gridColumn: '1 / -1' }}>
                  {t('import.summary', {
                    new: countText(each.counts.new),
                    changed: countText(each.counts.changed),
                    refused: countText(each.counts.refused),
                  })}
                </Box>
              )}
            </Box>
          ))}
        </Box>
      </Card>
      <ListPager />
    </Box>
  );
}
