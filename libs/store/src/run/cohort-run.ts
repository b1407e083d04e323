import { cohortRunKinds } from '@matchwatch/domain';

/** SQL: runs whose answers become the picture of a whole cohort; neither a part of one nor the trial of a draft. */
export const isCohortRun = `kind in (${cohortRunKinds.map((kind) => `'${kind}'`).join(', ')})`;
