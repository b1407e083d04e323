import type { ApplicantRecord, Experience, Letter } from '@matchwatch/domain';

export type { ApplicantType } from '@matchwatch/domain';
/** Kinds of experience a record can hold. */
export type ExperienceKind = Experience['kind'];
/** Who can write a letter. */
export type LetterWriter = Letter['writer'];
/** Answers to the question of a visa. */
export type VisaNeed = NonNullable<ApplicantRecord['visa']>['need'];
