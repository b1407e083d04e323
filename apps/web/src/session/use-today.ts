import type { Day } from '@matchwatch/domain';
import { useSession } from './use-session.js';

/** The school's own today, once the session is known. */
export const useToday = (): Day | undefined => useSession()?.school.today;
