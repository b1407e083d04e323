import { roles } from '@matchwatch/domain';
import { roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { apiUrl, httpClient } from '../http/http-client.js';
import { useText } from '../i18n/use-text.js';

const demoSchema = z.object({
  accounts: z.array(z.object({ email: z.string(), password: z.string(), role: z.enum(roles), school: z.string().nullable() })),
});

/** The accounts of a demonstration; outside demo mode the API knows none and nothing is shown. */
export function DemoAccounts({
  onChoose,
  disabled,
}: {
  onChoose: (account: { email: string; password: string }) => void;
  disabled: boolean;
}) {
  const t = useText();
  const { data } = useQuery({
    queryKey: ['session', 'demo'],
    queryFn: async () => {
      const answer = await httpClient(`${apiUrl}/session/demo`).catch(() => undefined);
      return demoSchema.safeParse(answer?.json).data?.accounts ?? [];
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data || data.length === 0) return null;
  return (
    <Box sx={{ mt: '28px', pt: '18px', borderTop: '1px solid var(--line)' }}>
      <Box sx={{ color: 'var(--mute)', mb: '10px' }}>{t('signIn.demo')}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {data.map(({ email, password, role, school }) => (
          <Button key={email} variant="outlined" disabled={disabled} onClick={() => onChoose({ email, password })} title={email}>
            {t('signIn.demoAs', { role: roleLabel(role) })}
            {school && ` · ${school}`}
          </Button>
        ))}
      </Box>
    </Box>
  );
}
