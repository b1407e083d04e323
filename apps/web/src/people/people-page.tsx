import type { InvitedPerson, Person } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { Card } from '../surface/card.js';
import { Column, Columns } from '../surface/columns.js';
import { Failure } from '../surface/failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { EmergencyCard } from './emergency-card.js';
import { FactorRuleCard } from './factor-rule-card.js';
import { LinkDialog } from './link-dialog.js';
import { PersonDialog } from './person-dialog.js';
import { PersonRow } from './person-row.js';
import { RelationsCard } from './relations-card.js';

/** Who works here, in what role, and with whom. */
export function PeoplePage() {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const does = useRoleDoes();
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<InvitedPerson>();
  const {
    data: people,
    error,
    refetch,
  } = useQuery<Person[]>({
    queryKey: ['people'],
    queryFn: ({ signal }) => api.getPeople(signal),
  });
  const changed = () => {
    for (const key of ['people', 'relations']) void client.invalidateQueries({ queryKey: [key] });
  };
  const gotLink = (link: InvitedPerson) => {
    setInviting(false);
    setInvited(link);
    changed();
  };
  return (
    <>
      <PageHeading
        tab={t('people.title')}
        title={t('people.title')}
        sub={t('people.sub')}
        actions={
          does('people.manage') && (
            <Button variant="contained" onClick={() => setInviting(true)}>
              {t('people.invite')}
            </Button>
          )
        }
      />
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Columns first="1.3fr">
          <Card title={t('people.card')} action={people && t('people.count', { smart_count: people.length })}>
            {!people && <RowSkeletons rows={6} />}
            <Box component="ul" sx={plainList}>
              {people?.map((person) => (
                <PersonRow key={person.id} person={person} onChanged={changed} onLink={gotLink} />
              ))}
            </Box>
          </Card>
          <Column>
            <RelationsCard people={people ?? []} onChanged={changed} />
            {does('glass.view') && <EmergencyCard />}
            <FactorRuleCard />
          </Column>
        </Columns>
      )}
      {inviting && <PersonDialog onClose={() => setInviting(false)} onInvited={gotLink} />}
      {invited && <LinkDialog invited={invited} onClose={() => setInvited(undefined)} />}
    </>
  );
}
