import { roles } from '@matchwatch/domain';
import { expect, it } from 'vitest';
import { actionOf } from './resource-actions.js';
import { roleDoes } from './use-role.js';

const may = (resource: string, action: string) => roles.filter((role) => roleDoes(role, actionOf(resource, action) ?? 'session.use'));

it('opens pages to the roles that the authoriser lets in', () => {
  expect(may('people', 'list')).toEqual(['dean', 'lead-advisor', 'administrator', 'auditor']);
  expect(may('people', 'create')).toEqual(['dean', 'administrator']);
  expect(may('imports', 'show')).toEqual(['dean', 'data-steward', 'administrator', 'service']);
  expect(may('audit', 'list')).toEqual(['dean', 'administrator', 'auditor']);
  expect(may('anything', 'list')).toEqual([...roles]);
});
