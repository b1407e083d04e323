import type { ApplicantDetail, Checklist } from '@matchwatch/contracts';
import { type TemplateId, type TemplateKind, templateIds, templates } from '@matchwatch/domain';
import { templateText, templateTitle } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { InlineLink } from '../surface/text-link.js';
import { useFailed } from '../surface/use-failed.js';
import { useCaseworkChanged } from './use-casework.js';

/** Templates that are ticked: checklists, and the phases of the plan with what ends them. */
const tickable = new Set<TemplateKind>(['checklist', 'phase']);

/** Checklists of the templates begun for one applicant: ticked with who, when and on what evidence. */
export function ChecklistsCard({ detail: { id, may }, checklists }: { detail: ApplicantDetail; checklists: readonly Checklist[] }) {
  const t = useText();
  const api = useApi();
  const failed = useFailed();
  const changed = useCaseworkChanged();
  const mayWrite = may.includes('plan.write');
  const begun = new Set(checklists.map(({ template }) => template));
  const toBegin = templateIds.filter((template) => tickable.has(templates[template].kind) && !begun.has(template));
  const start = (template: TemplateId) => api.startChecklist(id, template).then(changed, failed);
  return (
    <Card title={t('checklists.title')} action={<InlineLink to="/templates">{t('templates.title')}</InlineLink>}>
      {checklists.length === 0 && <Box sx={{ color: 'var(--mute)', mb: '6px' }}>{t('checklists.none')}</Box>}
      {checklists.map((checklist) => (
        <ChecklistBox key={checklist.id} applicantId={id} checklist={checklist} mayWrite={mayWrite} />
      ))}
      {mayWrite && toBegin.length > 0 && (
        <ChoiceField
          label={t('checklists.start')}
          of={toBegin}
          text={templateTitle}
          value={'' as TemplateId | ''}
          onChange={(template) => template !== '' && void start(template)}
          sx={{ maxWidth: 320 }}
        />
      )}
    </Card>
  );
}

function ChecklistBox({ applicantId, checklist, mayWrite }: { applicantId: number; checklist: Checklist; mayWrite: boolean }) {
  const t = useText();
  const { title, sections } = templateText(checklist.template);
  const total = sections.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Box component="details" sx={{ borderTop: '1px solid var(--line)', py: '6px', '& > summary': { cursor: 'pointer' } }}>
      <summary>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {title}
        </Box>{' '}
        <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
          {t('checklists.progress', { done: checklist.ticks.length, total })}
        </Box>
      </summary>
      {sections.map((section) => (
        <Box key={section.key} component="section" aria-label={section.title} sx={{ mt: '6px' }}>
          <Box component="h3" sx={{ fontSize: 13, fontWeight: 600, m: 0 }}>
            {section.title}
          </Box>
          {section.items.map(({ key, text }) => (
            <Item
              key={key}
              applicantId={applicantId}
              checklist={checklist}
              section={section.key}
              item={key}
              text={text}
              mayWrite={mayWrite}
            />
          ))}
        </Box>
      ))}
    </Box>
  );
}

interface ItemProps {
  applicantId: number;
  checklist: Checklist;
  section: string;
  item: string;
  text: string;
  mayWrite: boolean;
}

function Item({ applicantId, checklist, section, item, text, mayWrite }: ItemProps) {
  const t = useText();
  const api = useApi();
  const failed = useFailed();
  const today = useToday();
  const changed = useCaseworkChanged();
  const tick = checklist.ticks.find((each) => each.section === section && each.item === item);
  const [evidence, setEvidence] = useState(tick?.evidence ?? '');
  const [busy, setBusy] = useState(false);
  const write = async (isTicked: boolean) => {
    setBusy(true);
    try {
      const body = {
        section,
        item,
        on: isTicked ? (tick?.on ?? today ?? null) : null,
        evidence: evidence.trim() === '' ? null : evidence.trim(),
      };
      await api.tickChecklist(applicantId, checklist.id, body);
      changed();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: '4px' }}>
      <Checkbox
        size="small"
        checked={tick !== undefined}
        disabled={!mayWrite || busy}
        onChange={(event) => void write(event.target.checked)}
        slotProps={{ input: { 'aria-label': text } }}
        sx={{ p: '4px' }}
      />
      <Box sx={{ flex: 1, minWidth: 0, pt: '3px' }}>
        <Box sx={{ textWrap: 'pretty' }}>{text}</Box>
        {tick && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 10px', color: 'var(--mute)', fontSize: 12.5 }}>
            <span>{t('checklists.tickedBy', { by: tick.by, day: shortDay(tick.on, today) })}</span>
            {mayWrite ? (
              <TextField
                variant="standard"
                margin="none"
                value={evidence}
                placeholder={t('checklists.evidence', { item: '…' })}
                onChange={(event) => setEvidence(event.target.value)}
                onBlur={() => evidence.trim() !== (tick.evidence ?? '') && void write(true)}
                slotProps={{ htmlInput: { maxLength: 300, 'aria-label': t('checklists.evidence', { item: text }) } }}
                sx={{ maxWidth: 260, '& input': { fontSize: 12.5, py: '1px' } }}
              />
            ) : (
              tick.evidence && <span>{tick.evidence}</span>
            )}
          </Box>
        )}
      </Box>
    </Box>
  );
}
