import type { PolicyInForce, PolicyVersionDetail } from '@matchwatch/contracts';
import type { PolicyNotice } from '@matchwatch/domain';
import { findPolicyValue } from '@matchwatch/risk-rules';
import { policyGroupLabel, policyGroupOf } from '@matchwatch/words';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useEffect, useMemo, useState } from 'react';
import { HttpError, useNotify } from 'react-admin';
import { useSearchParams } from 'react-router';
import { problemOf } from '../http/problem.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { FormField } from '../surface/form/form-field.js';
import { LiveDayField } from '../surface/form/live-day-field.js';
import { ConflictDialog } from './draft-conflict-dialog.js';
import { startingDates, withKey } from './draft-content.js';
import { KeyEditor } from './key-editor.js';
import { NoticeList } from './notice-list.js';
import { keyLabel } from './policy-filter.js';
import { problemText } from './problem-text.js';
import { type Draft, knownSources } from './use-draft.js';
import { useVersionActions } from './use-version-actions.js';

interface DraftEditorProps {
  detail: PolicyVersionDetail;
  policy: PolicyInForce;
  draft: Draft;
}

/** The numbers of a draft, each with its own editor and what lint says beside it. */
export function DraftEditor({ detail, policy, draft }: DraftEditorProps) {
  const t = useText();
  const known = useMemo(() => knownSources(policy), [policy]);
  const { content, faults, notices } = draft;
  useOpenKey(policy, draft);
  const keys = Object.keys(content.changes);
  const ofKey = (key: string) => notices.filter((notice) => notice.keys.includes(key));
  // What is merely good to know of a number stands beside it alone.
  const summary = notices.filter((notice) => notice.severity !== 'information' || !notice.keys.some((key) => keys.includes(key)));
  return (
    <Card title={t('policy.version.changes')} action={t('policy.version.changesCount', { smart_count: keys.length })}>
      <Box sx={{ display: 'grid', gap: '0 12px', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 170px' } }}>
        <FormField label={t('policy.draft.name')} value={content.version} onChange={(version) => draft.set({ version })} longest={60} />
        <LiveDayField
          label={t('policy.draft.effectiveOn')}
          value={content.effectiveOn}
          onChange={(effectiveOn) => draft.set({ effectiveOn })}
        />
        <FormField
          label={t('policy.draft.reason')}
          value={content.reason}
          onChange={(reason) => draft.set({ reason })}
          longest={500}
          sx={{ gridColumn: '1 / -1' }}
        />
      </Box>
      <Summary notices={summary} fields={keys} isSound={faults.length === 0 && notices.length === 0 && keys.length > 0} />
      {keys.length === 0 ? (
        <Box sx={{ color: 'var(--mute)', my: '12px' }}>{t('policy.version.nothing')}</Box>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: '14px 0 0', p: 0 }}>
          {keys.map((key) => (
            <KeyEditor
              key={key}
              policyKey={key}
              dates={content.changes[key] ?? {}}
              shown={policy.keys.find((shown) => shown.key === key)}
              effectiveOn={content.effectiveOn}
              faults={faults.filter(({ path }) => path === key || path.startsWith(`${key}.`))}
              notices={ofKey(key)}
              known={known}
              onChange={(dates) => draft.set({ changes: withKey(content.changes, key, dates) })}
            />
          ))}
        </Box>
      )}
      <AddKey draft={draft} policy={policy} />
      <SaveBar detail={detail} draft={draft} />
    </Card>
  );
}

/** Opens the number that the address names, once: it came from a page that shows it. */
function useOpenKey(policy: PolicyInForce, { content, set }: Draft) {
  const [params, setParams] = useSearchParams();
  const named = params.get('key');
  const [ready, setReady] = useState(false);
  // Not in the first round of effects: in it the draft takes over what is saved.
  useEffect(() => setReady(true), []);
  useEffect(() => {
    if (named === null || !ready) return;
    setParams({}, { replace: true, preventScrollReset: true });
    const shown = policy.keys.find(({ key }) => key === named);
    if (!shown || Object.hasOwn(content.changes, named)) return;
    set({ changes: withKey(content.changes, named, startingDates(shown, content.effectiveOn)) });
  }, [named, ready, setParams, policy, content, set]);
}

function AddKey({ draft, policy }: { draft: Draft; policy: PolicyInForce }) {
  const t = useText();
  const { content } = draft;
  const free = policy.keys.filter(({ key }) => !Object.hasOwn(content.changes, key) && findPolicyValue(key) !== undefined);
  return (
    <Autocomplete
      options={free}
      value={null}
      blurOnSelect
      clearOnBlur
      groupBy={({ key }) => policyGroupLabel(policyGroupOf(key))}
      getOptionLabel={({ key }) => keyLabel(key)}
      getOptionKey={({ key }) => key}
      filterOptions={(options, { inputValue }) => {
        const words = inputValue.toLowerCase().split(/\s+/).filter(Boolean);
        return options.filter(({ key }) => {
          const text = `${key} ${keyLabel(key)} ${policyGroupLabel(policyGroupOf(key))}`.toLowerCase();
          return words.every((word) => text.includes(word));
        });
      }}
      onChange={(_event, key) => key && draft.set({ changes: withKey(content.changes, key.key, startingDates(key, content.effectiveOn)) })}
      renderInput={(input) => <TextField {...input} label={t('policy.version.add')} helperText={t('policy.version.addHelp')} />}
      sx={{ mt: '12px' }}
    />
  );
}

interface SummaryProps {
  notices: readonly PolicyNotice[];
  fields: readonly string[];
  isSound: boolean;
}

function Summary({ notices, fields, isSound }: SummaryProps) {
  const t = useText();
  if (notices.length === 0 && !isSound) return null;
  return (
    <Box
      component="section"
      aria-label={t('policy.notices.title')}
      sx={{ my: '12px', p: '10px 14px', border: '1px solid var(--line)', borderRadius: '10px', fontSize: 13.5 }}
    >
      {isSound ? (
        <Box sx={{ color: 'var(--mute)' }}>{t('policy.notices.none')}</Box>
      ) : (
        <>
          <Box component="h3" sx={{ m: '0 0 6px', fontSize: 14, fontWeight: 650 }}>
            {t('policy.notices.title')}
          </Box>
          <NoticeList notices={notices} fields={fields} />
        </>
      )}
    </Box>
  );
}

function SaveBar({ detail, draft }: { detail: PolicyVersionDetail; draft: Draft }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const { fresh } = useVersionActions(detail.id);
  const [busy, setBusy] = useState(false);
  const [theirs, setTheirs] = useState<number>();
  const { content, faults, isChanged, drop } = draft;
  if (!isChanged) return null;
  const canSave = faults.length === 0 && content.version.trim() !== '' && content.reason.trim() !== '';
  const save = async (revision: number) => {
    setBusy(true);
    const trimmed = { version: content.version.trim(), reason: content.reason.trim() };
    draft.set(trimmed);
    try {
      fresh(await api.saveDraft(detail.id, revision, { ...content, ...trimmed }));
      setTheirs(undefined);
      notify(t('policy.version.saved'), { type: 'success' });
    } catch (error) {
      if (error instanceof HttpError && error.status === 412) setTheirs(problemOf(error)?.currentVersion ?? revision);
      else notify(problemText(error, t), { type: 'error' });
    }
    setBusy(false);
  };
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: { xs: '64px', md: '12px' },
        zIndex: 2,
        mt: '16px',
        p: '10px 14px',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '8px 12px',
        border: '1px solid var(--line-strong)',
        borderRadius: '12px',
        bgcolor: 'var(--raised)',
      }}
    >
      <Box sx={{ flex: '1 1 160px', fontWeight: 500 }}>{t(faults.length > 0 ? 'policy.version.faults' : 'policy.version.unsaved')}</Box>
      <Button variant="outlined" onClick={drop} disabled={busy}>
        {t('policy.version.drop')}
      </Button>
      <Button variant="contained" onClick={() => void save(detail.revision)} disabled={busy || !canSave}>
        {t('policy.version.save')}
      </Button>
      {theirs !== undefined && (
        <ConflictDialog
          busy={busy}
          onTheirs={() => {
            setTheirs(undefined);
            void api.getOne<PolicyVersionDetail>('policy-versions', { id: detail.id }).then(({ data }) => {
              drop();
              fresh(data);
            });
          }}
          onMine={() => void save(theirs)}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </Box>
  );
}
