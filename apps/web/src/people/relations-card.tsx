import type { Person, PersonRelation } from '@matchwatch/contracts';
import { relationLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { advisorName } from '../applicants/applicant-name.js';
import { useApi } from '../http/use-api.js';
import { type Text, useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';
import { shortDay } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { ruled } from '../surface/ruled.js';
import { useFailed } from '../surface/use-failed.js';

const targetText = ({ applicant, caseload, season }: PersonRelation, t: Text): string => {
  if (caseload !== null) return t('people.relations.caseload', { advisor: advisorName(caseload) });
  return season !== null ? t('people.relations.season', { season }) : (applicant ?? '');
};

/** Relations that were given, each with its days and reason. */
export function RelationsCard({ people, onChanged }: { people: readonly Person[]; onChanged: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const failed = useFailed();
  const mayEnd = useRoleDoes()('relation.manage');
  const today = useSession()?.school.today;
  const [ending, setEnding] = useState<PersonRelation>();
  const { data, error, refetch } = useQuery<PersonRelation[]>({
    queryKey: ['relations'],
    queryFn: ({ signal }) => api.getRelations(signal),
  });
  const nameOf = (id: number) => people.find((person) => person.id === id)?.name ?? '';
  const end = async (relation: PersonRelation, reason: string) => {
    try {
      await api.endRelation(relation.id, reason);
      notify(t('people.relations.endDialog.done'), { type: 'success' });
      onChanged();
    } catch (problem) {
      failed(problem);
    }
    setEnding(undefined);
  };
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Card title={t('people.relations.title')}>
      {!data && <RowSkeletons rows={4} />}
      {data?.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('people.relations.none')}</Box>}
      <Box component="ul" sx={plainList}>
        {data?.map((relation) => {
          const { id, personId, fromOn, untilOn, reason, givenBy } = relation;
          const days = untilOn
            ? t('people.relations.until', { from: shortDay(fromOn, today), until: shortDay(untilOn, today) })
            : t('people.relations.from', { from: shortDay(fromOn, today) });
          const over = today !== undefined && untilOn !== null && untilOn < today;
          return (
            <Box component="li" key={id} sx={{ display: 'flex', gap: '12px', py: '9px', ...ruled }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <b>{nameOf(personId)}</b> {relationLabel(relation.relation).toLowerCase()} {relation.relation === 'covers' && 'for '}
                {targetText(relation, t)}
                <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
                  {[days, over && t('people.relations.over'), reason && `“${reason}”`, t('people.relations.by', { name: givenBy })]
                    .filter(Boolean)
                    .join(' · ')}
                </Box>
              </Box>
              {mayEnd && (
                <LinkButton
                  type="button"
                  onClick={() => setEnding(relation)}
                  aria-label={t('people.relations.endLabel', { name: nameOf(personId), relation: relationLabel(relation.relation) })}
                >
                  {t('people.relations.end')}
                </LinkButton>
              )}
            </Box>
          );
        })}
      </Box>
      {ending && (
        <ConfirmDialog
          title={t('people.relations.endDialog.title')}
          text={t('people.relations.endDialog.text', { name: nameOf(ending.personId) })}
          confirm={t('people.relations.end')}
          withReason
          onConfirm={(reason) => end(ending, reason)}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Card>
  );
}
