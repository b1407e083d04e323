import type { ApplicantDetail } from '@matchwatch/contracts';
import type { Answer, ApplicantRecord, Day, RecordChange } from '@matchwatch/domain';
import {
  applyChanges,
  type ChangeSearch,
  createAssessor,
  type Policy,
  type SmallestChanges,
  smallestChanges,
} from '@matchwatch/risk-rules';
import { useEffect, useMemo, useState } from 'react';
import { withChange } from './tried-changes.js';

/** A copy of a record on which changes are tried, with the answers before and after. */
export interface WhatIf {
  search: ChangeSearch;
  record: ApplicantRecord;
  /** The record with the changes. */
  tried: ApplicantRecord;
  changes: readonly RecordChange[];
  today: Answer;
  after: Answer;
  /** Undefined while they are looked for. */
  smallest: SmallestChanges | undefined;
  /** Sets the change of a slot; undefined takes it back. */
  set: (slot: string, change: RecordChange | undefined) => void;
  replaceAll: (changes: readonly RecordChange[]) => void;
}

/** Works the answers out in the browser. The copy lives as long as the page shows it: no server, no storage, no address hears of it. */
export function useWhatIf({ record, summary: { changedOn } }: ApplicantDetail, policy: Policy, asOf: Day): WhatIf {
  const [changes, setChanges] = useState<readonly RecordChange[]>([]);
  const search = useMemo(() => ({ policy, asOf, context: { changedOn } }), [policy, asOf, changedOn]);
  const assess = useMemo(() => createAssessor(policy, asOf), [policy, asOf]);
  const today = useMemo(() => assess(record, search.context), [assess, record, search]);
  const tried = useMemo(() => applyChanges(record, changes), [record, changes]);
  const after = useMemo(() => assess(tried, search.context), [assess, tried, search]);
  const [smallest, setSmallest] = useState<SmallestChanges>();
  useEffect(() => {
    setSmallest(undefined);
    // Hundreds of answers: the page is painted first.
    const soon = setTimeout(() => setSmallest(smallestChanges(record, assess, search)));
    return () => clearTimeout(soon);
  }, [record, assess, search]);
  return {
    search,
    record,
    tried,
    changes,
    today,
    after,
    smallest,
    set: (slot, change) => setChanges((before) => withChange(before, slot, change)),
    replaceAll: setChanges,
  };
}
