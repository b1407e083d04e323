import { type Action, may, type PolicyAction } from '@matchwatch/domain';
import type { Person } from '@matchwatch/store';
import { accessText, refusalText } from '@matchwatch/words';

/** Which right each step of a version needs. */
const actionOf: Readonly<Record<PolicyAction, Action>> = {
  edit: 'policy.draft',
  shadow: 'policy.draft',
  discard: 'policy.draft',
  publish: 'policy.approve',
  withdraw: 'policy.approve',
};

/** Whether a person may take a step of a version that others or they themselves wrote, and why: the end of a sentence. Nobody puts their own numbers in force. */
export function decideOnPolicy(
  person: Person,
  step: PolicyAction,
  authors: readonly Pick<Person, 'id'>[],
): { allowed: boolean; because: string } {
  const own = step === 'publish' && authors.some(({ id }) => id === person.id);
  const action = actionOf[step];
  const { allowed, because } = may(person, action, own ? 'own-work' : 'school');
  return { allowed, because: allowed ? accessText(because, person.role) : refusalText(because, action, person.role) };
}
