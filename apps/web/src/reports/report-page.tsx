import { type ReportEditionDetail, reportDownloadSchema } from '@matchwatch/contracts';
import { type ReportBlock, type ReportPart, type ReportPartKey, weeklyView } from '@matchwatch/report';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import { type ReactNode, useMemo, useState } from 'react';
import { useNotify } from 'react-admin';
import { useParams } from 'react-router';
import { ReasonDialog } from '../exports/reason-dialog.js';
import { saveFile } from '../http/download.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSeasonOf } from '../season/season-context.js';
import { useRoleDoes } from '../session/use-role.js';
import { Card } from '../surface/card.js';
import { PageFailure } from '../surface/page-failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { InlineLink } from '../surface/text-link.js';
import { DeliveryLedger } from './delivery-ledger.js';
import { FigureRows, FigureStrip } from './figure-blocks.js';
import { FlowCard } from './flow-card.js';
import { MailPreview } from './mail-preview.js';
import { PeopleBlock } from './people-block.js';
import { ReportTable } from './report-table.js';
import { useReport } from './use-reports.js';

/** One weekly report: changes first, the whole picture after. */
export function ReportPage() {
  const id = Number(useParams().id);
  const { data: edition, error } = useReport(id);
  if (error) return <PageFailure error={error} />;
  return edition ? <OpenReport edition={edition} /> : <PageSkeleton />;
}

/** A report with its document: what there is to see once it has come. */
export function OpenReport({ edition }: { edition: ReportEditionDetail }) {
  const t = useText();
  const { document, reason, stands } = edition;
  const sends = useRoleDoes()('report.send');
  useSeasonOf(document.season);
  const view = useMemo(() => weeklyView(document), [document]);
  const names = useMemo(() => new Map(edition.names.map(({ id, name }) => [id, name])), [edition.names]);
  const parts = new Map(view.parts.map((part) => [part.key, part]));
  const blocksOf = (key: ReportPartKey): readonly ReportBlock[] => parts.get(key)?.blocks ?? [];
  const card = (key: ReportPartKey, blocks: readonly ReportBlock[] = blocksOf(key)): ReactNode => {
    const part = parts.get(key);
    return part && blocks.length > 0 ? <PartCard key={key} part={{ ...part, blocks }} names={names} /> : null;
  };
  const [strip, flow] = blocksOf('now');
  return (
    <Box>
      <GlobalStyles styles={onPaper} />
      <PageHeading tab={t('reports.tab')} title={view.title} sub={view.subtitle} actions={<ReportActions edition={edition} />} />
      {!stands && (
        <Alert severity="warning" sx={{ mb: '14px' }}>
          {t('reports.superseded')} <InlineLink to="/reports">{t('reports.toStanding')}</InlineLink>
        </Alert>
      )}
      {reason !== null && (
        <Alert severity="info" sx={{ mb: '14px' }}>
          {t('reports.corrected', { reason })}
        </Alert>
      )}
      <Box component="ul" sx={{ m: '0 0 18px', pl: '18px', fontSize: 15, maxWidth: 780, '& li': { py: '2px', textWrap: 'pretty' } }}>
        {view.lead.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
      {strip?.kind === 'figures' && <FigureStrip figures={strip.figures} />}
      <Box sx={columns('minmax(0, 1.4fr) minmax(0, 1fr)')}>
        <Box sx={stack}>
          {card('changed')}
          {card('unknown')}
          {card('wellbeing')}
          {card('trust')}
        </Box>
        <Box sx={stack}>
          {flow?.kind === 'flow' && <FlowCard block={flow} asOf={document.asOf} />}
          {card(
            'waiting',
            blocksOf('waiting').filter(({ kind }) => kind !== 'people'),
          )}
          {card('ahead')}
          <WaitingLists part={parts.get('waiting')} names={names} />
        </Box>
      </Box>
      <Box sx={{ ...stack, mt: '18px' }}>
        {card('flags')}
        {card('cohort')}
        {card('caseload')}
      </Box>
      {sends && document.scope.person === null && (
        <Box className="no-print" sx={{ mt: '18px' }}>
          <DeliveryLedger
            filter={{ report: 'weekly', period: document.period, season: document.season }}
            title={t('mailing.ledger.ofReport')}
          />
        </Box>
      )}
      <Box sx={{ color: 'var(--mute)', fontSize: 13, mt: '18px' }}>{view.footer}</Box>
    </Box>
  );
}

/** On paper the report stands alone: no navigation, no bars, no buttons. */
const onPaper = {
  '@media print': {
    'nav, .no-print, .MuiFab-root, div:has(> #main) > header': { display: 'none !important' },
    'div:has(> div > #main)': { display: 'block !important' },
    body: { backgroundColor: '#fff', fontSize: 12 },
    tr: { breakInside: 'avoid' },
  },
} as const;

const columns = (wide: string) => ({
  display: 'grid',
  gap: '18px',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: wide },
  alignItems: 'start',
  '@media print': { gridTemplateColumns: 'minmax(0, 1fr)' },
});
const stack = { display: 'grid', gap: '18px', gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 } as const;

function PartCard({ part: { heading, blocks }, names }: { part: ReportPart; names: ReadonlyMap<number, string> }) {
  return (
    <Card title={heading}>
      <Box sx={stack}>
        {blocks.map((block, at) => (
          // Blocks of a part have no name of their own; their order is their identity.
          <Block key={at} block={block} names={names} />
        ))}
      </Box>
    </Card>
  );
}

function Block({ block, names }: { block: ReportBlock; names: ReadonlyMap<number, string> }) {
  switch (block.kind) {
    case 'text':
      return <Box sx={{ color: block.tone === 'warn' ? 'var(--high-risk-ink)' : 'var(--mute)' }}>{block.text}</Box>;
    case 'figures':
      return <FigureRows figures={block.figures} />;
    case 'people':
      return <PeopleBlock block={block} names={names} />;
    case 'table':
      return <ReportTable table={block} />;
    case 'flow':
      return null;
  }
}

/** Those who wait, each list that has somebody in it; what waits for nobody stands among the numbers. */
function WaitingLists({ part, names }: { part: ReportPart | undefined; names: ReadonlyMap<number, string> }) {
  const lists = part?.blocks.filter((block) => block.kind === 'people').filter(({ count }) => count.value > 0) ?? [];
  if (!part || lists.length === 0) return null;
  return (
    <Card>
      <Box sx={stack}>
        {lists.map((block) => (
          <PeopleBlock key={block.heading} block={block} names={names} />
        ))}
      </Box>
    </Card>
  );
}

function ReportActions({ edition: { id } }: { edition: ReportEditionDetail }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const [doing, setDoing] = useState<'csv' | 'mail'>();
  const close = () => setDoing(undefined);
  const pdf = () =>
    void api.downloadReport(id, { format: 'pdf' }).then(saveFile, (error: Error) => {
      notify(error.message, { type: 'error' });
    });
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button variant="contained" onClick={pdf}>
        {t('reports.pdf')}
      </Button>
      <Button variant="outlined" onClick={() => setDoing('csv')}>
        {t('reports.csv')}
      </Button>
      <Button variant="outlined" onClick={() => setDoing('mail')}>
        {t('reports.mail')}
      </Button>
      <Button variant="outlined" onClick={() => window.print()}>
        {t('reports.print')}
      </Button>
      {doing === 'csv' && (
        <ReasonDialog
          title={t('reports.csvTitle')}
          text={t('reports.csvText')}
          make={(reason) => api.downloadReport(id, reportDownloadSchema.parse({ format: 'csv', reason }))}
          onClose={close}
        />
      )}
      {doing === 'mail' && <MailPreview id={id} onClose={close} />}
    </Box>
  );
}
