import { describe, expect, it } from 'vitest';
import { roles } from '../role.js';
import { actions, applicantActions } from './action.js';
import { glassActions, grants, walledActions } from './grants.js';
import { allowedActions, isWithin, may, mayEver, scopeOf } from './may.js';
import { type ApplicantPlace, type Link, type Relation, relationKinds, relationsTo } from './relation.js';

const place: ApplicantPlace = { applicantId: 7, advisor: 'a@example.edu', season: 2027 };
const to = (...relations: Relation[]) => new Set(relations);
const person = (role: (typeof roles)[number]) => ({ role });

describe('the authoriser', () => {
  it('says for everyone what a role alone allows, and why not', () => {
    expect(may(person('dean'), 'risk.view', 'applicant')).toEqual({ allowed: true, because: 'role' });
    expect(may(person('data-steward'), 'risk.view', 'applicant')).toEqual({ allowed: false, because: 'not-for-role' });
    expect(may(person('advisor'), 'risk.view', 'applicant')).toEqual({ allowed: false, because: 'no-relation' });
    expect(may(person('advisor'), 'risk.view', 'applicant', to('advises'))).toEqual({ allowed: true, because: 'advises' });
    expect(may(person('lead-advisor'), 'risk.view', 'applicant', to('leads'))).toEqual({ allowed: true, because: 'leads' });
    expect(may(person('advisor'), 'record.edit', 'applicant', to('covers'))).toEqual({ allowed: true, because: 'covers' });
  });

  it.each(['assesses', 'promotes'] as const)('keeps whoever %s an applicant behind the wall, whatever their role', (relation) => {
    for (const role of roles) {
      for (const action of walledActions) {
        expect(may(person(role), action, 'applicant', to(relation, 'advises', 'leads')), `${role} ${action}`).toMatchObject({
          allowed: false,
        });
      }
    }
    expect(may(person('assessor'), 'applicant.view', 'applicant', to(relation))).toEqual({ allowed: true, because: relation });
    expect(may(person('assessor'), 'record.view', 'applicant', to(relation)).allowed).toBe(false);
  });

  it('opens to emergency access what is to look at, through the wall, and never wellbeing nor a change', () => {
    for (const action of applicantActions) {
      expect(may(person('assessor'), action, 'applicant', to('assesses', 'break-glass')).allowed, action).toBe(glassActions.has(action));
    }
    expect(may(person('assessor'), 'risk.view', 'applicant', to('assesses', 'break-glass')).because).toBe('break-glass');
    expect(may(person('advisor'), 'risk.view', 'applicant', to('advises', 'break-glass')).because).toBe('advises');
    expect(may(person('auditor'), 'risk.view', 'applicant', to('break-glass')).allowed).toBe(false);
  });

  it('gives wellbeing to whom an applicant is entrusted, not to who stands in', () => {
    expect(may(person('advisor'), 'wellbeing.view', 'applicant', to('advises')).allowed).toBe(true);
    expect(may(person('advisor'), 'wellbeing.view', 'applicant', to('covers')).allowed).toBe(false);
    expect(may(person('administrator'), 'wellbeing.view', 'applicant').allowed).toBe(false);
  });

  it('lets nobody change their own role or standing', () => {
    for (const role of roles) expect(may(person(role), 'people.manage', 'self').allowed).toBe(false);
    expect(may(person('administrator'), 'people.manage', 'person').allowed).toBe(true);
  });

  it('knows every action, each allowed to somebody', () => {
    expect(new Set(actions).size).toBe(actions.length);
    expect(Object.keys(grants).sort()).toEqual([...actions].sort());
    for (const action of actions)
      expect(
        roles.some((role) => mayEver(role, action)),
        action,
      ).toBe(true);
  });

  it('says for all applicants at once what it says for each', () => {
    const targets = [
      { kind: 'applicant', applicantId: 7 },
      { kind: 'applicant', applicantId: 8 },
      { kind: 'caseload', advisor: 'a@example.edu' },
      { kind: 'caseload', advisor: 'b@example.edu' },
      { kind: 'season', season: 2027 },
      { kind: 'season', season: 2028 },
    ] as const;
    const relations: Relation[] = [...relationKinds, 'break-glass'];
    const links: Link[] = relations.flatMap((relation) => targets.map((target) => ({ relation, target })));
    const some = (start: number, step: number) => links.filter((_, at) => (at + start) % step === 0);
    for (const role of roles) {
      for (const action of applicantActions) {
        for (let step = 1; step < 20; step++) {
          for (let start = 0; start < step; start++) {
            const held = some(start, step);
            const told = may(person(role), action, 'applicant', relationsTo(held, place)).allowed;
            if (isWithin(scopeOf(person(role), action, held), place) !== told) expect.fail(`${role} ${action} ${JSON.stringify(held)}`);
          }
        }
      }
    }
    expect(allowedActions(person('dean'), to())).toEqual([...applicantActions]);
  });
});
