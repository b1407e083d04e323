import { SetMetadata } from '@nestjs/common';

export const OPEN_SIGN_IN = Symbol('sign-in');

/** The route that signs in, which is limited more strictly. */
export const SignsIn = (): MethodDecorator => SetMetadata(OPEN_SIGN_IN, true);
