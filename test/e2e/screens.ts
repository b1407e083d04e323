import { readFileSync } from 'node:fs';

/** Every address of the application, from its own source; the applicant's with the tabs and drawers of their page. */
export function screensWith(applicantId: number): string[] {
  const source = readFileSync(new URL('../../apps/web/src/app.tsx', import.meta.url), 'utf8');
  const resources = [...source.matchAll(/<Resource name="([\w-]+)" list=\{\w+\}( show=)?/g)].flatMap(([, name, show]) =>
    show ? [`/${name}`, `/${name}/${name === 'applicants' ? applicantId : 1}/show`] : [`/${name}`],
  );
  const routes = [...source.matchAll(/path="(\/[^"]+)"/g)].map(([, path]) => (path as string).replace(':id', '1'));
  const tabs = ['casework', 'what-if', 'record', 'history', 'access'].map((tab) => `?tab=${tab}`);
  const drawers = ['identity', 'clerkships', 'experiences', 'programs'].map((section) => `?edit=${section}`);
  return ['/', ...resources, ...routes, ...[...tabs, ...drawers].map((query) => `/applicants/${applicantId}/show${query}`)];
}
