import type { PolicyVersionDetail } from '@matchwatch/contracts';
import { type PolicyAction, policyTransitions, type ShadowState } from '@matchwatch/domain';
import type { Person } from '@matchwatch/store';
import { decideOnPolicy } from './policy-decision.js';
import type { VersionInContext } from './trial.js';

type Authors = readonly Pick<Person, 'id'>[];

/** What a person may do to a version now, and why or why not. */
export function permissionsOf(person: Person, context: VersionInContext, authors: Authors): PolicyVersionDetail['may'] {
  const decision = (action: PolicyAction): PolicyVersionDetail['may'][PolicyAction] => {
    const allowed = decideOnPolicy(person, action, authors);
    const because = refusal(action, context);
    return allowed.allowed && because !== undefined ? { allowed: false, because } : allowed;
  };
  return {
    edit: decision('edit'),
    shadow: decision('shadow'),
    publish: decision('publish'),
    discard: decision('discard'),
    withdraw: decision('withdraw'),
  };
}

/** Why a version is not ready for an action, whoever asks; undefined when it is. */
export function refusal(action: PolicyAction, { version, notices, trial }: VersionInContext): string | undefined {
  if (version.state !== policyTransitions[action].from) return `the version is ${version.state}`;
  if (action !== 'publish' && action !== 'shadow') return undefined;
  if (notices.some(({ severity }) => severity === 'error')) return 'some of its values have to be mended first';
  if (trial.seasons.length === 0) return 'there are no applicants of a current season to try it on';
  return action === 'publish' ? untried[trial.state] : undefined;
}

const untried: Readonly<Record<ShadowState, string | undefined>> = {
  none: 'it has not been tried on the cohort yet',
  running: 'it is still being tried on the cohort',
  failed: 'its last trial did not come to an end; try it again',
  stale: 'the draft, the policy in force or the rules of the product have changed since it was tried; try it again',
  current: undefined,
};
