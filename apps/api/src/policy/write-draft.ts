import type { PolicyDraft, PolicyDraftWrite } from '@matchwatch/contracts';
import { type Day, dayIn, type PolicyChanges, policyTransitions } from '@matchwatch/domain';
import { defaultPolicy, isInForce, readPolicyChanges } from '@matchwatch/risk-rules';
import {
  appendAudit,
  createPolicyDraft,
  type Database,
  editPolicyDraft,
  findPolicyInForce,
  lockPolicy,
  type StandingSession,
} from '@matchwatch/store';
import { auditLine } from '../audit/audit-line.js';
import { notFound, ProblemError, refusedField, refusedFields } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';

/** Who writes, in which request, when. */
interface Writing {
  db: Database;
  session: StandingSession;
  request: IdentifiedRequest;
  now: Date;
}

/** Begins a draft on the version in force on its day, and says what the draft says or, when nothing is said, what that version says. */
export async function beginDraft({ db, session: { school, person }, request, now }: Writing, draft: PolicyDraft): Promise<number> {
  refuseNameAndDay(draft);
  const given = draft.changes && checkedChanges(draft.changes);
  const today = dayIn(school.timeZone, now);
  const id = await db.transaction(async (transaction) => {
    await lockPolicy(transaction, school.id);
    const base = await findPolicyInForce(transaction, school.id, laterOf(draft.effectiveOn, today));
    const content = { ...draft, changes: given ?? base?.changes ?? {}, basedOn: base?.id ?? null };
    const id = await createPolicyDraft(transaction, school.id, content, { personId: person.id, at: now });
    const told = { subject: `policy version ${id}`, after: { version: draft.version, effectiveOn: draft.effectiveOn } };
    if (id !== undefined) await appendAudit(transaction, school.id, auditLine(request, 'policy.drafted', now, told));
    return id;
  });
  if (id === undefined) throw nameTaken();
  return id;
}

/** Writes a draft over the revision it was based on. */
export async function writeDraft(
  { db, session: { school, person }, request, now }: Writing,
  id: number,
  revision: number,
  draft: PolicyDraftWrite,
): Promise<void> {
  refuseNameAndDay(draft);
  const content = { ...draft, changes: checkedChanges(draft.changes) };
  const saved = await db.transaction(async (transaction) => {
    // Two drafts that take one name at once: the second is told, as it is when it comes later.
    await lockPolicy(transaction, school.id);
    const saved = await editPolicyDraft(transaction, school.id, id, revision, content, { personId: person.id, at: now });
    const line = auditLine(request, 'policy.edited', now, { subject: `policy version ${id}`, before: { revision } });
    if (saved.outcome === 'saved') await appendAudit(transaction, school.id, line);
    return saved;
  });
  switch (saved.outcome) {
    case 'saved':
      return;
    case 'missing':
      throw notFound('policy version');
    case 'name-taken':
      throw nameTaken();
    case 'refused':
      throw new ProblemError(409, `The version is ${saved.state}; only a ${policyTransitions.edit.from} can be edited.`);
    case 'conflict':
      throw revisionConflict(saved.currentRevision);
  }
}

export const revisionConflict = (currentVersion: number): ProblemError =>
  new ProblemError(412, 'Somebody else changed this draft in the meantime.', {
    type: 'urn:matchwatch:problem:version-conflict',
    currentVersion,
  });

const nameTaken = () => refusedField('version', 'is the name of another version');

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

function refuseNameAndDay({ version, effectiveOn }: PolicyDraftWrite | PolicyDraft): void {
  if (version === defaultPolicy.version) throw refusedField('version', 'is the name of the policy that comes with the product');
  if (!isInForce(defaultPolicy, effectiveOn)) throw refusedField('effectiveOn', 'lies before the first policy');
}

function checkedChanges(given: PolicyChanges): PolicyChanges {
  const read = readPolicyChanges(given);
  if (read.ok) return read.changes;
  throw refusedFields(
    read.faults.slice(0, mostFaults).map(({ path, reason }) => ({ path: path === '' ? 'changes' : `changes.${path}`, reason })),
  );
}

const mostFaults = 100;
