import { type ReportMailing, reportPauseSchema } from '@matchwatch/contracts';
import { type MailedReport, mailedReports } from '@matchwatch/domain';
import { mailedReportLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';
import { instantText } from '../surface/day-text.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { ruled } from '../surface/ruled.js';
import { useFailed } from '../surface/use-failed.js';

const line = { py: '9px', ...ruled } as const;

/** The reports that go out, each to be held back and let go; and whether mail may name applicants. */
export function DeliveryReportsCard({ mailing, onChanged }: { mailing: ReportMailing; onChanged: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const failed = useFailed();
  const does = useRoleDoes();
  const school = useSession()?.school;
  const [pausing, setPausing] = useState<MailedReport>();
  const [naming, setNaming] = useState(false);
  const attempt = async (work: Promise<unknown>, done?: string) => {
    try {
      await work;
      if (done) notify(done, { type: 'success' });
    } catch (error) {
      failed(error);
    }
    onChanged();
  };
  return (
    <Card title={t('mailing.reports.title')}>
      <Box component="ul" sx={plainList}>
        {mailedReports.map((report) => {
          const pause = mailing.pauses.find((each) => each.report === report);
          const label = mailedReportLabel(report);
          return (
            <Box component="li" key={report} sx={{ ...line, display: 'flex', gap: '12px', alignItems: 'baseline' }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <b>{label}</b>
                <Box sx={{ color: pause ? 'var(--at-risk-ink)' : 'var(--mute)', fontSize: 13 }}>
                  {pause
                    ? t('mailing.reports.paused', {
                        by: pause.by,
                        at: instantText(pause.at, school?.timeZone, school?.today),
                        reason: pause.reason,
                      })
                    : t(`mailing.reports.${report}`)}
                </Box>
              </Box>
              {pause ? (
                <LinkButton
                  type="button"
                  aria-label={t('mailing.reports.resumeLabel', { report: label })}
                  onClick={() => void attempt(api.resumeReport(report))}
                >
                  {t('mailing.reports.resume')}
                </LinkButton>
              ) : (
                <LinkButton
                  type="button"
                  aria-label={t('mailing.reports.pauseLabel', { report: label })}
                  onClick={() => setPausing(report)}
                >
                  {t('mailing.reports.pause')}
                </LinkButton>
              )}
            </Box>
          );
        })}
        <Box component="li" sx={{ ...line, display: 'flex', gap: '12px', alignItems: 'baseline' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <b>{t('mailing.names.title')}</b>
            <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{t(mailing.names ? 'mailing.names.on' : 'mailing.names.off')}</Box>
          </Box>
          {does('report.name') && (
            <LinkButton
              type="button"
              onClick={() => (mailing.names ? void attempt(api.saveMailNames(false), t('mailing.names.done')) : setNaming(true))}
            >
              {t(mailing.names ? 'mailing.names.forbid' : 'mailing.names.allow')}
            </LinkButton>
          )}
        </Box>
      </Box>
      {naming && (
        <ConfirmDialog
          title={t('mailing.names.dialog')}
          text={t('mailing.names.text')}
          confirm={t('mailing.names.allow')}
          onConfirm={async () => {
            await attempt(api.saveMailNames(true), t('mailing.names.done'));
            setNaming(false);
          }}
          onClose={() => setNaming(false)}
        />
      )}
      {pausing && (
        <PauseDialog
          report={pausing}
          onDone={() => {
            setPausing(undefined);
            onChanged();
          }}
          onClose={() => setPausing(undefined)}
        />
      )}
    </Card>
  );
}

function PauseDialog({ report, onDone, onClose }: { report: MailedReport; onDone: () => void; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const form = useForm({ reason: '' });
  return (
    <FormDialog
      form={form}
      title={t('mailing.reports.dialog.title', { report: mailedReportLabel(report) })}
      text={t('mailing.reports.dialog.text')}
      submit={t('mailing.reports.dialog.submit')}
      onSubmit={async () => {
        await api.pauseReport(report, reportPauseSchema.parse(form.values).reason);
        onDone();
      }}
      onClose={onClose}
    >
      <FormField {...form.field('reason')} label={t('mailing.decide.reason')} longest={500} />
    </FormDialog>
  );
}
