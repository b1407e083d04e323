import { becauses, roles } from '@matchwatch/domain';
import { expect, it } from 'vitest';
import { accessText, refusalText } from './access.js';

it('says of every reason why, and of every refusal something a person can act on', () => {
  for (const because of becauses) for (const role of roles) expect(accessText(because, role)).toMatch(/^[a-z].{8,}[a-z]$/);
  expect(accessText('role', 'dean')).toBe('dean for the whole school');
  for (const because of becauses) expect(refusalText(because, 'policy.draft', 'advisor')).toMatch(/^[a-z].+[a-z]$/);
  expect(refusalText('not-for-role', 'policy.draft', 'advisor')).toBe(
    'this is for a dean, lead advisor, or administrator, and you are signed in as advisor',
  );
});
