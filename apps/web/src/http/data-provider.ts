import simpleRestProvider from 'ra-data-simple-rest';
import type { DataProvider } from 'react-admin';
import { accountCalls } from './calls/account-calls.js';
import { applicantCalls } from './calls/applicant-calls.js';
import { calendarCalls } from './calls/calendar-calls.js';
import { caseworkCalls } from './calls/casework-calls.js';
import { peopleCalls } from './calls/people-calls.js';
import { policyCalls } from './calls/policy-calls.js';
import { programCalls } from './calls/program-calls.js';
import { reportCalls } from './calls/report-calls.js';
import { reviewCalls } from './calls/review-calls.js';
import { runCalls } from './calls/run-calls.js';
import { viewCalls } from './calls/view-calls.js';
import { apiUrl, httpClient } from './http-client.js';

const calls = {
  ...accountCalls,
  ...applicantCalls,
  ...calendarCalls,
  ...caseworkCalls,
  ...peopleCalls,
  ...policyCalls,
  ...programCalls,
  ...reportCalls,
  ...reviewCalls,
  ...runCalls,
  ...viewCalls,
};

/** react-admin's calls, and those of Matchwatch that are no plain reading or writing of a resource. */
export type MatchwatchDataProvider = DataProvider & typeof calls;

export const dataProvider: MatchwatchDataProvider = {
  ...simpleRestProvider(apiUrl, httpClient),
  supportAbortSignal: true,
  ...calls,
};
