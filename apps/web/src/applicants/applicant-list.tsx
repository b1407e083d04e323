import type { ApplicantRow } from '@matchwatch/contracts';
import { ListBase } from 'react-admin';
import { useSeason } from '../season/season-context.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { ApplicantListPage } from './applicant-list-page.js';

/** Every applicant of a season, filtered, sorted and paged by the server. */
export function ApplicantList() {
  const { season } = useSeason();
  if (season === undefined) return <PageSkeleton />;
  return (
    <ListBase<ApplicantRow>
      resource="applicants"
      sort={{ field: 'level', order: 'DESC' }}
      perPage={25}
      filterDefaultValues={{ season }}
      debounce={250}
      queryOptions={{ placeholderData: (previous) => previous }}
    >
      <ApplicantListPage />
    </ListBase>
  );
}
