import type { Day, DraftTask } from '@matchwatch/domain';
import type { Text } from '../i18n/use-text.js';
import { shortDay } from '../surface/day-text.js';

/** When a task is due; one whose day has gone by is due now. */
export const dueText = ({ dueOn, overdueSince }: Pick<DraftTask, 'dueOn' | 'overdueSince'>, today: Day, t: Text): string =>
  overdueSince === null ? t('advice.by', { day: shortDay(dueOn, today) }) : t('advice.now', { day: shortDay(overdueSince, today) });
