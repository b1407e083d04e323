import type { PolicyInForce, PolicyVersionDetail } from '@matchwatch/contracts';
import { type Day, noticeSeverities, type PolicyFault, type PolicyNotice } from '@matchwatch/domain';
import { lintPolicy, lintRules, policyFromChanges, readPolicyChanges } from '@matchwatch/risk-rules';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { contentOf, type DraftContent, isSameContent } from './draft-content.js';
import type { KnownSources } from './source-input.js';

export interface Draft {
  content: DraftContent;
  set: (change: Partial<DraftContent>) => void;
  drop: () => void;
  isChanged: boolean;
  /** Places that are no values of a policy: such a draft cannot be saved. */
  faults: readonly PolicyFault[];
  /** What lint says, errors first; of what is merely good to know, only what is about the draft’s own numbers. */
  notices: readonly PolicyNotice[];
}

/** A draft under edit, read and looked over by the library itself while it is typed. */
export function useDraft(detail: PolicyVersionDetail, today: Day): Draft {
  const saved = useMemo(() => contentOf(detail), [detail]);
  const [content, setContent] = useState(saved);
  const [base, setBase] = useState(saved);
  const isChanged = !isSameContent(content, base);
  useEffect(() => {
    // What is being written stays while it differs from what was saved, by oneself or by somebody else.
    if (isChanged && !isSameContent(content, saved)) return;
    setBase(saved);
    setContent(saved);
  }, [saved, isChanged, content]);
  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);
  const deferred = useDeferredValue(content);
  const looked = useMemo(() => lookOver(deferred, today), [deferred, today]);
  const reported = useMemo(() => noticesAbout(detail.notices, detail), [detail]);
  return {
    content,
    set: (change) => setContent((before) => ({ ...before, ...change })),
    drop: () => {
      setBase(saved);
      setContent(saved);
    },
    isChanged,
    faults: looked.faults,
    // What is saved was looked over by the server, as publishing will do it again.
    notices: isChanged ? looked.notices : reported,
  };
}

function lookOver({ version, effectiveOn, changes }: DraftContent, today: Day): Pick<Draft, 'faults' | 'notices'> {
  const read = readPolicyChanges(changes);
  if (!read.ok) return { faults: read.faults, notices: [] };
  const day = effectiveOn > today ? effectiveOn : today;
  const policy = policyFromChanges(version, read.changes);
  return { faults: [], notices: noticesAbout([...lintPolicy(policy, day), ...lintRules(policy, day)], { effectiveOn, changes }) };
}

/**
 * Notices that ask for something, and of the others those about what the draft itself says: what held before it is not its matter. Errors
 * first.
 */
export const noticesAbout = (notices: readonly PolicyNotice[], { effectiveOn, changes }: Pick<DraftContent, 'effectiveOn' | 'changes'>) =>
  notices
    .filter(
      ({ code, severity, keys, evidence }) =>
        severity !== 'information' ||
        (keys.some((key) => Object.hasOwn(changes, key)) && !(code === 'value.unconfirmed' && evidence.since < effectiveOn)),
    )
    .toSorted((a, b) => noticeSeverities.indexOf(a.severity) - noticeSeverities.indexOf(b.severity));

/** Every citation that the policy in force makes, by what it is called. */
export function knownSources({ keys }: PolicyInForce): KnownSources {
  const sources = keys.flatMap(({ values }) => values.flatMap(({ sources: cited }) => cited));
  const known = sources.filter(({ id }) => !id.startsWith('school#')).map(({ id, label }) => [id, label] as const);
  return new Map(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
