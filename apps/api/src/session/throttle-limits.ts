import { createHash } from 'node:crypto';
import type { Config } from '@matchwatch/config';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ThrottlerModuleOptions } from '@nestjs/throttler';
import type { Request } from 'express';
import { type CountedBy, OPEN_SIGN_IN } from './sign-in.decorator.js';
import type { SignInForgiveness } from './sign-in-forgiveness.js';

const minute = 60_000;
/** How long attempts at a password are remembered. */
export const attemptsMs = 15 * minute;
/** A school shares one address. */
const accountsPerAddress = 10;

/** All limits by name, for routes that have none. */
export const limitNames = { requests: true, 'sign-in-address': true, 'sign-in-account': true };

const hash = (text: string) => createHash('sha256').update(text).digest('base64url');
/** Under which key a limit counts a tracker. */
export const limitKey = (tracker: string, name: string): string => hash(`${name} ${tracker}`);

const reflector = new Reflector();
const countedBy = (context: ExecutionContext) => reflector.get<CountedBy | undefined>(OPEN_SIGN_IN, context.getHandler());

/** All requests by address; sign-in more strictly, by address and by account. */
export const throttleLimits = (config: Config, forgiveness: SignInForgiveness): ThrottlerModuleOptions => ({
  setHeaders: false,
  generateKey: (_context, tracker, name) => limitKey(tracker, name),
  throttlers: [
    { name: 'requests', ttl: minute, limit: config.requestsPerMinute },
    {
      name: 'sign-in-address',
      ttl: attemptsMs,
      limit: accountsPerAddress * config.signInAttempts,
      skipIf: (context) => countedBy(context) === undefined,
    },
    {
      name: 'sign-in-account',
      ttl: attemptsMs,
      limit: config.signInAttempts,
      skipIf: (context) => countedBy(context) !== 'account',
      getTracker: (request) => {
        const email: unknown = (request as Request).body?.email;
        return forgiveness.trackerOf(typeof email === 'string' ? email : '');
      },
    },
  ],
});
