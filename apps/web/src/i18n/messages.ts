import { accountMessages } from '../account/account.messages.js';
import { adviceMessages } from '../advice/advice.messages.js';
import { applicantMessages } from '../applicants/applicant.messages.js';
import { recordMessages } from '../applicants/record/record.messages.js';
import { bulkMessages } from '../bulk/bulk.messages.js';
import { calendarMessages } from '../calendar/calendar.messages.js';
import { caseloadMessages } from '../caseload/caseload.messages.js';
import { caseworkMessages } from '../casework/casework.messages.js';
import { challengeMessages } from '../challenges/challenge.messages.js';
import { evidenceMessages } from '../evidence/evidence.messages.js';
import { exportMessages } from '../exports/export.messages.js';
import { helpMessages } from '../help/help.messages.js';
import { homeMessages } from '../home/home.messages.js';
import { importMessages } from '../imports/import.messages.js';
import { peopleMessages } from '../people/people.messages.js';
import { policyMessages } from '../policy/policy.messages.js';
import { programMessages } from '../programs/program.messages.js';
import { deliveryMessages } from '../reports/delivery.messages.js';
import { reportMessages } from '../reports/report.messages.js';
import { reviewMessages } from '../reviews/review.messages.js';
import { runMessages } from '../runs/run.messages.js';
import { signInMessages } from '../session/sign-in.messages.js';
import { shellMessages } from '../shell/shell.messages.js';
import { formMessages } from '../surface/form/form.messages.js';
import { systemMessages } from '../system/system.messages.js';
import { viewMessages } from '../views/view.messages.js';
import { whatIfMessages } from '../what-if/what-if.messages.js';

/** All texts of the application in English. Two forms parted by `||||` are singular and plural. */
export const messages = {
  ...shellMessages,
  ...formMessages,
  ...signInMessages,
  ...homeMessages,
  ...applicantMessages,
  ...adviceMessages,
  ...caseworkMessages,
  ...recordMessages,
  ...reviewMessages,
  ...calendarMessages,
  ...caseloadMessages,
  ...runMessages,
  ...importMessages,
  ...peopleMessages,
  ...challengeMessages,
  ...exportMessages,
  ...accountMessages,
  ...viewMessages,
  ...bulkMessages,
  ...helpMessages,
  ...evidenceMessages,
  ...deliveryMessages,
  ...whatIfMessages,
  ...policyMessages,
  ...programMessages,
  ...reportMessages,
  ...systemMessages,
} as const;
