export type { MailMessage, MailOutcome, MailSettings } from './mail.js';
export { messageIdOf } from './message-id.js';
export { sendMail } from './send-mail.js';
