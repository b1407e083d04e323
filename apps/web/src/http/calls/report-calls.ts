import type {
  AdvisingEvidence,
  Delivery,
  DeliveryDecide,
  DeliveryFilter,
  Help,
  Home,
  MailReleased,
  ReportDownload,
  ReportEdition,
  ReportEditionDetail,
  ReportMail,
  ReportMailing,
  ReportRequest,
  ReportSent,
} from '@matchwatch/contracts';
import type { MailedReport, WaitingMail } from '@matchwatch/domain';
import { type Download, download } from '../download.js';
import { listQuery, query, read, send } from './request.js';

/** Most rows of the ledger of mail on a page. */
const mostDeliveries = 100;

/** Calls of reports, their mail, and what tells of the whole school. */
export const reportCalls = {
  getHome: (season: number | undefined, signal?: AbortSignal): Promise<Home> => read(`/home${query({ season })}`, signal),
  getHelp: (season: number, signal?: AbortSignal): Promise<Help> => read(`/help${query({ season })}`, signal),
  getEvidence: (asked: { season?: number | undefined; from?: string; to?: string }, signal?: AbortSignal): Promise<AdvisingEvidence> =>
    read(`/evidence${query(asked)}`, signal),
  exportEvidence: (request: { season?: number | undefined; from: string; to: string; reason: string }): Promise<Download> =>
    download('/evidence/export', request),
  getReports: (season: number | undefined, signal?: AbortSignal): Promise<ReportEdition[]> =>
    read(`/reports${listQuery({ season }, [0, 103])}`, signal),
  getReport: (reportId: number, signal?: AbortSignal): Promise<ReportEditionDetail> => read(`/reports/${reportId}`, signal),
  getReportMail: (reportId: number, signal?: AbortSignal): Promise<ReportMail> => read(`/reports/${reportId}/mail`, signal),
  /** Makes this week’s report, or a correction of it. */
  freezeReport: (request: ReportRequest): Promise<ReportEdition> => send('POST', '/reports', request),
  downloadReport: (reportId: number, request: ReportDownload): Promise<Download> => download(`/reports/${reportId}/download`, request),
  getDeliveries: (filter: DeliveryFilter, signal?: AbortSignal): Promise<Delivery[]> =>
    read(`/deliveries${listQuery(filter, [0, mostDeliveries - 1])}`, signal),
  decideDelivery: (deliveryId: number, decide: DeliveryDecide): Promise<Delivery> =>
    send('POST', `/deliveries/${deliveryId}/decide`, decide),
  getMailing: (signal?: AbortSignal): Promise<ReportMailing> => read('/mailing', signal),
  saveMailNames: (names: boolean): Promise<void> => send('PUT', '/mailing/names', { names }),
  pauseReport: (report: MailedReport, reason: string): Promise<void> => send('POST', `/mailing/${report}/pause`, { reason }),
  resumeReport: (report: MailedReport): Promise<void> => send('POST', `/mailing/${report}/resume`, {}),
  releaseMail: (waiting: WaitingMail): Promise<MailReleased> => send('POST', '/mailing/release', { waiting }),
  sendWeekly: (season: number): Promise<ReportSent> => send('POST', '/mailing/weekly/send', { season }),
};
