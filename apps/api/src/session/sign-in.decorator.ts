import { SetMetadata } from '@nestjs/common';

export const OPEN_SIGN_IN = Symbol('sign-in');

/** How attempts at a route are counted: by the address they come from, or by the account they name as well. */
export type CountedBy = 'account' | 'address';

/** A route that signs in, which is limited more strictly. */
export const SignsIn = (by: CountedBy = 'account'): MethodDecorator => SetMetadata(OPEN_SIGN_IN, by);
