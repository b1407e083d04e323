import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first: a file that begins last keeps one worker at work while the others have nothing left. */
const longest = [
  'apps/api/src/http/fuzz-writes.int.spec.ts',
  'test/pipeline/faults.int.spec.ts',
  'apps/api/src/http/fuzz-reads.int.spec.ts',
  'libs/embedded/src/embedded-postgres.int.spec.ts',
  'test/pipeline/shadow.int.spec.ts',
  'test/architecture/lint.int.spec.ts',
  'apps/api/src/access/access-matrix.int.spec.ts',
  'apps/cli/src/assess.int.spec.ts',
  'test/pipeline/demo-import.int.spec.ts',
  'test/pipeline/mail.int.spec.ts',
  'apps/cli/src/policy.int.spec.ts',
  'test/pipeline/restored-copy.int.spec.ts',
  'apps/api/src/http/two-schools.int.spec.ts',
  'test/pipeline/stopping.int.spec.ts',
  'libs/store/src/backup/backup.int.spec.ts',
  'test/e2e/every-page-second.e2e.ts',
  'test/e2e/every-page-first.e2e.ts',
  'test/e2e/up.e2e.ts',
  'test/e2e/stored-text.e2e.ts',
  'test/e2e/runs-and-imports.e2e.ts',
  'test/e2e/journeys.e2e.ts',
  'test/e2e/casework.e2e.ts',
  'test/e2e/policy.e2e.ts',
  'test/e2e/sign-in.e2e.ts',
  'test/e2e/views.e2e.ts',
];

/** The order of vitest itself, but for what is known to take long, which nothing but an earlier run could tell it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => {
      const known = longest.indexOf(path.relative(project.config.root, moduleId));
      return known === -1 ? longest.length : known;
    };
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return (await super.sort(files)).toSorted((a, b) => group(a) - group(b) || rank(a) - rank(b));
  }
}
