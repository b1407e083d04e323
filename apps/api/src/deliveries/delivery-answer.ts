import type { Delivery, DeliveryTally, MailHold, Subscriber, Subscription } from '@matchwatch/contracts';
import type {
  DeliveryRow,
  DeliveryTally as DeliveryTallyRow,
  MailHold as MailHoldRow,
  SubscriberRow,
  SubscriptionRow,
} from '@matchwatch/store';

const instant = (text: string): string => new Date(text).toISOString();
const instantOrNull = (text: string | null): string | null => text && instant(text);

/** A delivery as it crosses HTTP. */
export const toDelivery = ({ promisedAt, dueAt, createdAt, endedAt, attempts, decisions, ...row }: DeliveryRow): Delivery => ({
  ...row,
  promisedAt: promisedAt.toISOString(),
  dueAt: dueAt.toISOString(),
  createdAt: createdAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  attempts: attempts.map((each) => ({
    ...each,
    startedAt: instant(each.startedAt),
    contentAt: instantOrNull(each.contentAt),
    endedAt: instantOrNull(each.endedAt),
  })),
  decisions: decisions.map((each) => ({ ...each, at: instant(each.at) })),
});

/** Why no mail goes out, as it crosses HTTP. */
export const toHold = ({ since, backupAt, waiting }: MailHoldRow): MailHold => ({
  since: since.toISOString(),
  backupAt: backupAt.toISOString(),
  waiting,
});

/** How the mail of a period stands, as it crosses HTTP. */
export const toTally = ({ promisedAt, ...tally }: DeliveryTallyRow): DeliveryTally => ({ ...tally, promisedAt: promisedAt.toISOString() });

/** What somebody gets, as it crosses HTTP. */
export const toSubscription = ({ report, mail, skipEmpty, viewId, viewName, isDefault }: SubscriptionRow): Subscription => ({
  report,
  mail,
  skipEmpty,
  view: viewId === null ? null : { id: viewId, name: viewName ?? '' },
  isDefault,
});

/** Somebody with what they get, as it crosses HTTP. */
export const toSubscriber = ({ personId, name, email, role, ...row }: SubscriberRow): Subscriber => ({
  ...toSubscription(row),
  personId,
  name,
  email,
  role,
});
