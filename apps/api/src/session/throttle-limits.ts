import { createHash } from 'node:crypto';
import type { Config } from '@matchwatch/config';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ThrottlerModuleOptions } from '@nestjs/throttler';
import type { Request } from 'express';
import { OPEN_SIGN_IN } from './sign-in.decorator.js';
import type { SignInForgiveness } from './sign-in-forgiveness.js';

const minute = 60_000;
const quarterHour = 15 * minute;
/** A school shares one address. */
const accountsPerAddress = 10;

/** All limits by name, for routes that have none. */
export const limitNames = { requests: true, 'sign-in-address': true, 'sign-in-account': true };

const hash = (text: string) => createHash('sha256').update(text).digest('base64url');
const reflector = new Reflector();
const isNoSignIn = (context: ExecutionContext): boolean => !reflector.get<boolean | undefined>(OPEN_SIGN_IN, context.getHandler());

/** All requests by address; sign-in more strictly, by address and by account. */
export const throttleLimits = (config: Config, forgiveness: SignInForgiveness): ThrottlerModuleOptions => ({
  setHeaders: false,
  generateKey: (_context, tracker, name) => hash(`${name} ${tracker}`),
  throttlers: [
    { name: 'requests', ttl: minute, limit: config.requestsPerMinute },
    { name: 'sign-in-address', ttl: quarterHour, limit: accountsPerAddress * config.signInAttempts, skipIf: isNoSignIn },
    {
      name: 'sign-in-account',
      ttl: quarterHour,
      limit: config.signInAttempts,
      skipIf: isNoSignIn,
      getTracker: (request) => {
        const email: unknown = (request as Request).body?.email;
        return forgiveness.trackerOf(typeof email === 'string' ? email : '');
      },
    },
  ],
});
