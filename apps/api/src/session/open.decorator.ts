import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const OPEN = Symbol('open');
/** Marks an open operation in the document until its `security` is written. */
export const openExtension = 'x-open';

/** A route that needs no session. */
export const Open = (): MethodDecorator & ClassDecorator => applyDecorators(SetMetadata(OPEN, true), ApiExtension(openExtension, true));
