import type { Config } from '@matchwatch/config';
import type { FactorOffer } from '@matchwatch/contracts';
import type { SignInStep } from '@matchwatch/domain';
import {
  confirmSecondFactor,
  countFactorAttempt,
  type Database,
  findSchool,
  findSecondFactor,
  findSecondFactorRoles,
  forgiveFactorAttempts,
  offerSecondFactor,
  type Person,
  saveRecoveryCodes,
  takeCodeStep,
  takeRecoveryCode,
} from '@matchwatch/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { ProblemError, refusedField } from '../http/problem.js';
import { CLOCK, type Clock, CONFIG, DATABASE, LOGGER } from '../tokens.js';
import { toBase32 } from './base32.js';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.js';
import { CannotOpen, NoSecretsKey, SecretBox } from './secret-box.js';
import { findTotpStep, newTotpSecret, totpUri } from './totp.js';

const attemptMinutes = 15;
const totpShape = /^\d{6}$/;

/** What a code turned out to be. */
export type FactorVerdict = 'code' | 'recovery' | 'wrong' | 'too-many';

/** Second factors by time-based codes (RFC 6238) with recovery codes; none of either is accepted twice. */
@Injectable()
export class SecondFactors {
  private readonly box: SecretBox;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.box = new SecretBox(config);
  }

  /** What a right password still leaves to do. */
  async nextStep({ schoolId, id, role }: Person): Promise<SignInStep | undefined> {
    const factor = await findSecondFactor(this.db, schoolId, id);
    if (factor?.secret) return 'code';
    return (await this.isRequired({ schoolId, role })) ? 'enrolment' : undefined;
  }

  async isRequired({ schoolId, role }: Pick<Person, 'schoolId' | 'role'>): Promise<boolean> {
    return (await findSecondFactorRoles(this.db, schoolId)).includes(role);
  }

  /** Makes sure that secrets can be kept at all, before somebody is asked for one. */
  demandKey(): void {
    this.guarded(() => this.box.seal(Buffer.alloc(1), ''));
  }

  /** A new secret for an authenticator, in use once a code of it was given. */
  async offer(person: Person): Promise<FactorOffer> {
    const secret = newTotpSecret();
    const sealed = this.guarded(() => this.box.seal(secret, ownerOf(person)));
    const school = await findSchool(this.db, person.schoolId);
    await offerSecondFactor(this.db, person.schoolId, person.id, sealed);
    return { uri: totpUri(secret, person.email, `Matchwatch ${school?.name ?? ''}`.trim()), secret: toBase32(secret) };
  }

  /** Takes the offered secret into use by its first code; answers with new recovery codes. Run it in a transaction. */
  async confirm(db: Database, person: Person, code: string): Promise<string[]> {
    const { schoolId, id } = person;
    const offered = (await findSecondFactor(db, schoolId, id))?.offered;
    if (!offered) throw new ProblemError(409, 'There is no second factor to confirm. Begin again.');
    const step = findTotpStep(
      this.guarded(() => this.box.open(offered, ownerOf(person))),
      code,
      this.now(),
    );
    if (step === undefined) throw refusedField('code', 'is not the code the authenticator shows now');
    if (!(await confirmSecondFactor(db, schoolId, id, offered, step, this.now()))) {
      throw new ProblemError(409, 'This was begun again somewhere else. Begin again here.');
    }
    return this.renewRecoveryCodes(db, person);
  }

  /** New recovery codes; those before work no more. Run it in a transaction. */
  async renewRecoveryCodes(db: Database, { schoolId, id }: Person): Promise<string[]> {
    const codes = newRecoveryCodes();
    await saveRecoveryCodes(
      db,
      schoolId,
      id,
      codes.map((code) => readRecoveryCode(code) ?? code),
    );
    return codes;
  }

  /** Whether what was typed is a code of now or a recovery code, neither used before. Counted first, so that many at once do not get through. */
  async check(person: Person, typed: string): Promise<FactorVerdict> {
    const { schoolId, id } = person;
    const attempts = await countFactorAttempt(this.db, schoolId, id, this.now(), attemptMinutes);
    if (attempts > this.config.signInAttempts) return 'too-many';
    const verdict = totpShape.test(typed) ? await this.checkCode(person, typed) : await this.checkRecovery(person, typed);
    if (verdict !== 'wrong') await forgiveFactorAttempts(this.db, schoolId, id);
    return verdict;
  }

  private async checkCode(person: Person, code: string): Promise<FactorVerdict> {
    const sealed = (await findSecondFactor(this.db, person.schoolId, person.id))?.secret;
    if (!sealed) return 'wrong';
    const secret = this.guarded(() => this.box.open(sealed, ownerOf(person)));
    const step = findTotpStep(secret, code, this.now());
    return step !== undefined && (await takeCodeStep(this.db, person.schoolId, person.id, step)) ? 'code' : 'wrong';
  }

  private async checkRecovery({ schoolId, id }: Person, typed: string): Promise<FactorVerdict> {
    const code = readRecoveryCode(typed);
    return code !== undefined && (await takeRecoveryCode(this.db, schoolId, id, code)) ? 'recovery' : 'wrong';
  }

  private guarded<T>(opening: () => T): T {
    try {
      return opening();
    } catch (error) {
      if (error instanceof NoSecretsKey) {
        this.log.error({ err: error }, 'no key for second factors');
        throw new ProblemError(503, 'This installation has no key to keep second factors with. Tell whoever runs it.');
      }
      if (error instanceof CannotOpen) {
        this.log.error({ err: error }, 'a second factor cannot be read');
        throw new ProblemError(503, 'Your second factor cannot be read here. Use a recovery code, or ask an administrator to reset it.');
      }
      throw error;
    }
  }
}

const ownerOf = ({ schoolId, id }: Person): string => `${schoolId} ${id}`;
