import { type Database, sql, sqlOne } from '../database.js';
import { hashOfSecret, newSecret } from '../person/secret.js';

/** What must come back from the provider, and where the person wanted to go. */
export interface SignInFlow {
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
}

/** Keeps a flow for some minutes and throws away those that are over; answers with the token for the browser. */
export async function openSignInFlow(db: Database, schoolId: string, flow: SignInFlow, now: Date, minutes: number): Promise<string> {
  const token = newSecret();
  await sql(
    db,
    schoolId,
    `with over as (
       delete from sign_in_flow where school_id = $1 and expires_at <= $7
     )
     insert into sign_in_flow (school_id, token_hash, state, nonce, verifier, return_to, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7::timestamptz + make_interval(mins => $8))`,
    [schoolId, hashOfSecret(token), flow.state, flow.nonce, flow.verifier, flow.returnTo, now, minutes],
  );
  return token;
}

/** Takes a flow out, so that no second answer can use it; undefined when it is unknown, used or too old. */
export const takeSignInFlow = (db: Database, schoolId: string, token: string, now: Date): Promise<SignInFlow | undefined> =>
  sqlOne(
    db,
    schoolId,
    `with taken as (
       delete from sign_in_flow where school_id = $1 and token_hash = $2 returning *
     )
     select state, nonce, verifier, return_to as "returnTo" from taken where expires_at > $3`,
    [schoolId, hashOfSecret(token), now],
  );
