// Writes docs/coverage.md; fails when the items name something that there is not. An architecture test says when that is due.
import { writeFileSync } from 'node:fs';
import { coverageDocument, findFaults, readItems } from '../test/guidance/coverage.mjs';

const faults = findFaults();
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
writeFileSync(new URL('../docs/coverage.md', import.meta.url), coverageDocument());
console.log(`docs/coverage.md: ${readItems().length} items`);
