/** SQL: runs whose answers become the picture of a whole cohort; neither a reassessment of a few nor the trial of a draft. */
export const isCohortRun = `kind in ('nightly', 'weekly', 'manual')`;
