import type { ApplicantDetail } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { spokenName } from '../applicants/applicant-name.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { ReasonDialog } from './reason-dialog.js';

/** Everything held about one person, in one file. */
export function PacketCard({ detail: { id, record } }: { detail: Pick<ApplicantDetail, 'id' | 'record'> }) {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  return (
    <Card title={t('export.packet.title')}>
      <Box sx={{ color: 'var(--mute)', mb: '12px', textWrap: 'pretty' }}>{t('export.packet.text')}</Box>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('export.packet.action')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('export.packet.dialog', { name: spokenName(record.name) })}
          text={t('export.packet.dialogText')}
          make={async (reason) => {
            const packet = await api.makePacket(id, reason);
            void client.invalidateQueries({ queryKey: ['applicants', 'access', id] });
            return packet;
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
