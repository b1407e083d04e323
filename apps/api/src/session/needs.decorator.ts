import type { Action, ApplicantAction } from '@matchwatch/domain';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const NEEDS = Symbol('needs');
/** Where the OpenAPI document says which action an operation is. */
export const actionExtension = 'x-action';

/** What a route needs: an action, and whether its `:id` is the applicant it is done to. */
export type Needed = { action: ApplicantAction; of: 'applicant' } | { action: Action; of: 'school' };

/** The action a route is, for the authoriser; every route that is not open has one. */
export const Needs = (action: Action): MethodDecorator & ClassDecorator => needs({ action, of: 'school' });

/** The same for a route whose `:id` is an applicant: outside the person's scope there is no such applicant. */
export const NeedsOfApplicant = (action: ApplicantAction): MethodDecorator => needs({ action, of: 'applicant' });

const needs = (needed: Needed) => applyDecorators(SetMetadata(NEEDS, needed), ApiExtension(actionExtension, needed.action));
