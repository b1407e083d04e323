import type { SecondFactorRule } from '@matchwatch/contracts';
import { roles as allRoles, type Role } from '@matchwatch/domain';
import { roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { Card } from '../surface/card.js';
import { ChecksField } from '../surface/form/checks-field.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { useForm } from '../surface/form/use-form.js';
import { LinkButton } from '../surface/link-button.js';
import { RowSkeletons } from '../surface/row-skeletons.js';

/** Of which roles the school wants a second factor. */
export function FactorRuleCard() {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const manages = useRoleDoes()('people.manage');
  const [changing, setChanging] = useState(false);
  const { data: rule, refetch } = useQuery<SecondFactorRule>({
    queryKey: ['second-factor-rule'],
    queryFn: ({ signal }) => api.getSecondFactorRule(signal),
  });
  return (
    <Card
      title={t('people.rule.title')}
      action={
        manages &&
        rule && (
          <LinkButton type="button" onClick={() => setChanging(true)}>
            {t('people.rule.change')}
          </LinkButton>
        )
      }
    >
      {!rule && <RowSkeletons rows={1} />}
      {rule && (
        <Box sx={{ color: 'var(--mute)' }}>
          {rule.roles.length === 0
            ? t('people.rule.nobody')
            : t('people.rule.roles', { roles: rule.roles.map((role) => roleLabel(role).toLowerCase()).join(', ') })}
        </Box>
      )}
      {changing && rule && (
        <RuleDialog
          rule={rule}
          onClose={() => setChanging(false)}
          onSaved={() => {
            setChanging(false);
            notify(t('people.rule.done'), { type: 'success' });
            void refetch();
          }}
        />
      )}
    </Card>
  );
}

function RuleDialog({ rule, onSaved, onClose }: { rule: SecondFactorRule; onSaved: () => void; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const form = useForm({ roles: rule.roles as readonly Role[] });
  return (
    <FormDialog
      form={form}
      title={t('people.rule.dialog')}
      text={t('people.rule.text')}
      submit={t('people.rule.save')}
      onSubmit={async () => {
        await api.saveSecondFactorRule({ roles: allRoles.filter((role) => form.values.roles.includes(role)) });
        onSaved();
      }}
      onClose={onClose}
    >
      {/* A machine has no telephone. */}
      <ChecksField
        {...form.field('roles')}
        legend={t('people.rule.title')}
        of={allRoles.filter((role) => role !== 'service')}
        text={roleLabel}
      />
    </FormDialog>
  );
}
