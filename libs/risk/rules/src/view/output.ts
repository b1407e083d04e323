import type { Day, ScholarlyWork } from '@matchwatch/domain';

/** Whether a work is output as of a day: submitted at least, and not of a later day. */
export const isOutput = ({ status, on }: ScholarlyWork, asOf: Day): boolean => status !== 'in-progress' && (on === undefined || on <= asOf);
