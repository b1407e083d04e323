import type { CalendarFeedAnswer } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';
import { instantText } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { useFailed } from '../surface/use-failed.js';

/** The private address of one's calendar: made, shown once, replaced, ended. */
export function FeedCard() {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const notify = useNotify();
  const failed = useFailed();
  const school = useSession()?.school;
  const [url, setUrl] = useState<string>();
  const [asking, setAsking] = useState<'replace' | 'end'>();
  const { data } = useQuery<CalendarFeedAnswer>({ queryKey: ['calendar', 'feed'], queryFn: ({ signal }) => api.getCalendarFeed(signal) });
  const at = (instant: string) => instantText(instant, school?.timeZone, school?.today);
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      failed(error);
    }
    setAsking(undefined);
    void client.invalidateQueries({ queryKey: ['calendar', 'feed'] });
  };
  const make = () => attempt(async () => setUrl((await api.makeCalendarFeed()).url));
  const feed = data?.feed;
  return (
    <Card title={t('calendar.feed.title')}>
      <Box sx={{ color: 'var(--mute)', mb: '10px' }}>{t('calendar.feed.text')}</Box>
      {url && (
        <Box sx={{ mb: '10px' }}>
          <TextField
            label={t('calendar.feed.address')}
            value={url}
            helperText={t('calendar.feed.once')}
            onFocus={(event) => event.target.select()}
            slotProps={{ htmlInput: { readOnly: true } }}
          />
          <Button
            variant="outlined"
            onClick={() => void navigator.clipboard.writeText(url).then(() => notify(t('calendar.feed.copied'), { type: 'success' }))}
          >
            {t('calendar.feed.copy')}
          </Button>
        </Box>
      )}
      {feed && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 14px', alignItems: 'baseline', fontSize: 13 }}>
          <span>{`${t('calendar.feed.made', { at: at(feed.createdAt) })}, ${feed.usedAt ? t('calendar.feed.used', { at: at(feed.usedAt) }) : t('calendar.feed.unused')}`}</span>
          <LinkButton type="button" onClick={() => setAsking('replace')}>
            {t('calendar.feed.replace')}
          </LinkButton>
          <LinkButton type="button" onClick={() => setAsking('end')}>
            {t('calendar.feed.end')}
          </LinkButton>
        </Box>
      )}
      {feed === null && (
        <Button variant="outlined" onClick={() => void make()}>
          {t('calendar.feed.make')}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t(`calendar.feed.${asking}Title`)}
          text={t(`calendar.feed.${asking}Text`)}
          confirm={t(`calendar.feed.${asking}`)}
          onConfirm={() =>
            asking === 'replace'
              ? make()
              : attempt(async () => {
                  await api.endCalendarFeed();
                  setUrl(undefined);
                })
          }
          onClose={() => setAsking(undefined)}
        />
      )}
    </Card>
  );
}
