import type { ApplicantDetail, ApplicantReviews, ReviewWrite } from '@matchwatch/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';
import { detailKey } from '../http/use-detail.js';

/** Whose flags are decided about, and on which revision of their reviews. */
export interface Decided {
  applicantId: number;
  revision: number;
}

/** Takes a decision and brings the page of the applicant, where it is known, up to date with it. */
export function useDecide(): (about: Decided, write: ReviewWrite) => Promise<ApplicantReviews> {
  const api = useApi();
  const client = useQueryClient();
  return async ({ applicantId, revision }, write) => {
    const reviews = await api.decideReviews(applicantId, revision, write);
    client.setQueryData<ApplicantDetail>(
      detailKey('applicants', applicantId),
      (known) =>
        known && {
          ...known,
          reviewRevision: reviews.revision,
          flags: known.flags.map((flag) => ({ ...flag, review: reviews.flags.find(({ id }) => id === flag.id)?.review ?? flag.review })),
        },
    );
    void client.invalidateQueries({ queryKey: ['review-counts'] });
    void client.invalidateQueries({ queryKey: ['home'] });
    return reviews;
  };
}
