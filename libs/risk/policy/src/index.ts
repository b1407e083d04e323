export * from './policy.js';
export * from './resolve.js';
export * from './season.js';
export * from './sources.js';
export type { ApplicationFee, ProgramRange } from './values/application.js';
export type { ScoreScale } from './values/exams.js';
export type { SignalAllotment } from './values/signals.js';
export type { AlternativeGroup, ScoreRange } from './values/specialties.js';
export * from './vocabulary.js';
