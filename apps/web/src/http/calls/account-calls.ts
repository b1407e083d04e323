import type {
  Account,
  AccountSession,
  FactorConfirmed,
  FactorOffer,
  PasswordChange,
  RecoveryCodes,
  Session,
  Subscription,
  SubscriptionWrite,
} from '@matchwatch/contracts';
import type { MailedReport } from '@matchwatch/domain';
import { read, send } from './request.js';

/** Calls of one’s own account. */
export const accountCalls = {
  getSubscriptions: (signal?: AbortSignal): Promise<Subscription[]> => read('/account/subscriptions', signal),
  saveSubscription: (report: MailedReport, wanted: SubscriptionWrite): Promise<Subscription[]> =>
    send('PUT', `/account/subscriptions/${report}`, wanted),
  getAccount: (signal?: AbortSignal): Promise<Account> => read('/account', signal),
  changePassword: (change: PasswordChange): Promise<Session> => send('PUT', '/account/password', change),
  offerFactor: (present: string): Promise<FactorOffer> => send('POST', '/account/second-factor', { present }),
  confirmFactor: (code: string): Promise<FactorConfirmed> => send('POST', '/account/second-factor/confirm', { code }),
  renewRecoveryCodes: (present: string): Promise<RecoveryCodes> => send('POST', '/account/second-factor/codes', { present }),
  removeFactor: (present: string): Promise<void> => send('POST', '/account/second-factor/remove', { present }),
  getSessions: (signal?: AbortSignal): Promise<AccountSession[]> => read('/account/sessions', signal),
  endSession: (sessionId: number): Promise<void> => send('POST', `/account/sessions/${sessionId}/end`, {}),
  endOtherSessions: (): Promise<void> => send('POST', '/account/sessions/end-others', {}),
};
