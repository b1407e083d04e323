import { type ApplicantDetail, type RecordWrite, validateRecord } from '@matchwatch/contracts';
import type { ApplicantRecord } from '@matchwatch/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { failureDetail, failureKind, failureText, problemOf } from '../../http/problem.js';
import { useApi } from '../../http/use-api.js';
import { detailKey } from '../../http/use-detail.js';
import { useText } from '../../i18n/use-text.js';
import { type Merge, mergeRecords } from './record-merge.js';

export interface Conflict {
  latest: ApplicantDetail;
  merge: Merge;
  reason: string | undefined;
}

export type ConflictDecision = 'keep-mine' | 'take-theirs';
export type FieldIssues = { path: string; reason: string }[];

/** Saves a record over the version it began with; a lost race becomes a conflict for the person to settle, never a silent overwrite. */
export function useSaveRecord(base: ApplicantDetail, onSaved: () => void, challengeId?: number) {
  const api = useApi();
  const client = useQueryClient();
  const notify = useNotify();
  const t = useText();
  const [saving, setSaving] = useState(false);
  const [conflict, setConflict] = useState<Conflict>();

  const accept = (detail: ApplicantDetail) => {
    client.setQueryData(detailKey('applicants', detail.id), detail);
    for (const key of ['applicants', 'facets', 'home', 'challenges']) void client.invalidateQueries({ queryKey: [key] });
    setConflict(undefined);
    notify(t(detail.reassessing ? 'record.savedReassessing' : 'record.saved'), { type: 'success' });
    onSaved();
  };

  const write = async (version: number, body: RecordWrite): Promise<FieldIssues> => {
    setSaving(true);
    try {
      accept(await api.saveRecord(base.id, version, { ...body, ...(challengeId !== undefined && { challengeId }) }));
      return [];
    } catch (error) {
      if (failureKind(error) === 'conflict') await meet(body);
      else if (failureKind(error) === 'invalid')
        return problemOf(error)?.issues ?? [{ path: '', reason: failureDetail(error) ?? t('failure.invalid.happened') }];
      else
        notify(`${failureText(error, t)} ${t('record.notSaved')}`, {
          type: 'error',
          autoHideDuration: 8000,
        });
      return [];
    } finally {
      setSaving(false);
    }
  };

  const meet = async ({ record, reason }: RecordWrite) => {
    const { data: latest } = await api.getOne<ApplicantDetail>('applicants', { id: base.id });
    setConflict({ latest, merge: mergeRecords(base.record, record, latest.record), reason });
  };

  const save = (record: ApplicantRecord, reason: string | undefined) => write(base.version, { record, ...(reason && { reason }) });

  const resolve = async (decision: ConflictDecision): Promise<void> => {
    if (!conflict) return;
    const { latest, merge, reason } = conflict;
    if (decision === 'take-theirs') {
      accept(latest);
      return;
    }
    const merged = validateRecord(merge.merged);
    if (merged.ok) await write(latest.version, { record: merged.value, ...(reason && { reason }) });
    else notify(t('conflict.cannotMerge'), { type: 'warning' });
  };

  return { save, saving, conflict, resolve, settle: () => setConflict(undefined) };
}
