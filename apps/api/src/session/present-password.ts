import type { Config } from '@matchwatch/config';
import { type Database, findPasswordHash, type StandingSession, verifyPassword } from '@matchwatch/store';
import { Inject, Injectable } from '@nestjs/common';
import { InjectThrottlerStorage, type ThrottlerStorage } from '@nestjs/throttler';
import { ProblemError, refusedField, tooMany } from '../http/problem.js';
import { CONFIG, DATABASE } from '../tokens.js';
import { SignInForgiveness } from './sign-in-forgiveness.js';
import { attemptsMs, limitKey } from './throttle-limits.js';

/** Asks somebody who is signed in for their password again, for what nobody else at their screen must do. Counted with the attempts at sign-in. */
@Injectable()
export class PresentPassword {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Database,
    @InjectThrottlerStorage() private readonly attempts: ThrottlerStorage,
    private readonly forgiveness: SignInForgiveness,
  ) {}

  async demand({ person }: StandingSession, present: string): Promise<void> {
    const hash = await findPasswordHash(this.db, person.schoolId, person.id);
    if (this.config.oidcRequired || hash === null) {
      throw new ProblemError(409, 'You sign in by single sign-on and have no password here.');
    }
    const limit = 'sign-in-account';
    const key = limitKey(this.forgiveness.trackerOf(person.email), limit);
    const counted = await this.attempts.increment(key, attemptsMs, this.config.signInAttempts, attemptsMs, limit);
    if (counted.isBlocked) throw tooMany(counted.timeToBlockExpire);
    if (!(await verifyPassword(hash, present))) throw refusedField('present', 'is not your password');
    this.forgiveness.forgive(person.email);
  }
}
