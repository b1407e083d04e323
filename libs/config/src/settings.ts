import { parseCron, type Role, roles, scheduleDefaults } from '@matchwatch/domain';
import { z } from 'zod';

/** What is said of a variable in the configuration reference. */
export interface SettingMeta {
  /** What it decides, in one sentence. */
  description: string;
  /** True when it may also come from the file named by `<VARIABLE>_FILE`. */
  secret?: boolean;
}

const setting = <T extends z.ZodType>(schema: T, description: string, secret = false): T => schema.meta({ description, secret }) as T;

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const database = url(['postgres:', 'postgresql:']).refine((text) => !URL.canParse(text) || !new URL(text).searchParams.has('options'), {
  // They would replace those by which each connection works as the role that row-level security binds.
  error: 'must not carry options',
});

const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, { error: `must be a whole number from ${low} to ${high}` })
    .transform(Number)
    .pipe(
      z
        .int()
        .min(low, { error: `must be at least ${low}` })
        .max(high, { error: `must be at most ${high}` }),
    );

const cronExpression = z.string().refine((text) => parseCron(text) !== undefined, { error: 'must be a cron expression of five fields' });

const timeZone = z.string().refine(
  (name) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    } catch {
      return false;
    }
  },
  { error: 'must be an IANA time zone, such as America/Chicago' },
);

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/** A provider is spoken to over https; http only on this machine, to try things. */
const issuer = z.string().refine(
  (text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, search, hash } = new URL(text);
    return (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) && search === '' && hash === '';
  },
  { error: 'must be an https URL without a query' },
);

const words = (separator: RegExp) => z.string().transform((text) => text.split(separator).filter(Boolean));

const roleMap = z.string().transform((text, context): readonly (readonly [string, Role])[] => {
  const parsed = z.record(z.string().min(1), z.enum(roles)).safeParse(jsonOf(text));
  if (parsed.success && Object.keys(parsed.data).length > 0) return Object.entries(parsed.data);
  context.addIssue({ code: 'custom', message: `must be a JSON object of groups and roles, each one of ${roles.join(', ')}` });
  return z.NEVER;
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const key = z.string().transform((text, context) => {
  const bytes = Buffer.from(text, /^[\da-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (bytes.length === 32) return bytes;
  context.addIssue({ code: 'custom', message: 'must be 32 bytes, written as base64 or as 64 hexadecimal digits' });
  return z.NEVER;
});

/** Every environment variable the product reads, in the order of the reference; values arrive as text. */
export const settings = z.object({
  DATABASE_URL: setting(database.optional(), 'The PostgreSQL database. Absent, `matchwatch up` runs its own.', true),
  DATABASE_OWNER_URL: setting(
    database.optional(),
    'The same database by the login that owns its tables, used to bring the schema up to date and for nothing else. Absent, DATABASE_URL is used.',
    true,
  ),
  DATABASE_POOL_SIZE: setting(whole(2, 200).default(10), 'Most database connections of one process.'),
  REDIS_URL: setting(url(['redis:', 'rediss:']).optional(), 'Redis for the queue. Absent, the queue lives in PostgreSQL.', true),
  HOST: setting(z.string().min(1).default('127.0.0.1'), 'The address the web server listens on.'),
  PORT: setting(whole(0, 65_535).default(4400), 'The port the web server listens on; 0 takes any free one.'),
  PUBLIC_URL: setting(
    url(['http:', 'https:']).optional(),
    'The address people type. With https, cookies are Secure and browsers are told to stay on https. Absent, any host on http is served.',
  ),
  TRUSTED_PROXIES: setting(whole(0, 10).default(0), 'How many reverse proxies stand in front and add X-Forwarded-For.'),
  DATA_DIR: setting(z.string().min(1).default('.data'), 'The folder of the embedded database and of files the product keeps.'),
  BACKUP_DIR: setting(z.string().min(1).optional(), 'The folder of backups. Absent, `backups` in `DATA_DIR`; better a disk of its own.'),
  BACKUP_CRON: setting(
    cronExpression.default('30 3 * * *'),
    'When the database that `matchwatch up` runs is backed up, in `SCHOOL_TIME_ZONE`. Your own is backed up when you say so.',
  ),
  BACKUP_KEEP: setting(whole(1, 1000).default(14), 'How many backups are kept in that folder; the oldest go first.'),
  LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'The least serious log lines that are written.',
  ),
  SCHOOL_TIME_ZONE: setting(timeZone.default('America/New_York'), 'The time zone of a school created without one.'),
  NIGHTLY_CRON: setting(
    cronExpression.default(scheduleDefaults.nightly),
    'When the nightly run of each school starts, in its own time zone.',
  ),
  WEEKLY_CRON: setting(cronExpression.default(scheduleDefaults.weekly), 'When the weekly run of each school starts, in its own time zone.'),
  SCHEDULE_ALARM_MINUTES: setting(
    whole(5, 1440).default(120),
    'How long after its time something scheduled may take to be done before the first page and /readyz say so.',
  ),
  RUN_POPULATION_DROP_PERCENT: setting(
    whole(1, 100).default(10),
    'A run of a cohort that has shrunk by more against the last published one is held for a person.',
  ),
  RUN_UNKNOWN_RISE_PERCENT: setting(
    whole(1, 100).default(10),
    'A run is held when the share of applicants without an answer, because too little is known or because it failed, has risen by more points.',
  ),
  REPORT_CRON: setting(
    cronExpression.default(scheduleDefaults.report),
    'When the weekly report is frozen and sent, in each school’s own time zone: after the weekly run.',
  ),
  SESSION_IDLE_MINUTES: setting(whole(1, 10_080).default(120), 'A session ends after this long without a request.'),
  SESSION_ABSOLUTE_HOURS: setting(whole(1, 720).default(12), 'A session ends this long after sign-in, whatever is done in it.'),
  SIGN_IN_ATTEMPTS: setting(
    whole(1, 100_000).default(10),
    'Attempts at a password, and at a code, allowed per account in fifteen minutes; ten times as many per address.',
  ),
  SECRETS_KEY: setting(
    key.optional(),
    'The key that seals second factors: 32 bytes as base64. Absent, a file in `DATA_DIR` is made; without either nobody can set one up.',
    true,
  ),
  OIDC_ISSUER: setting(issuer.optional(), 'The provider of single sign-on (OpenID Connect). Absent, people sign in by password.'),
  OIDC_CLIENT_ID: setting(z.string().min(1).optional(), 'What the provider calls this installation.'),
  OIDC_CLIENT_SECRET: setting(z.string().min(1).optional(), 'The secret the provider gave it.', true),
  OIDC_NAME: setting(z.string().min(1).max(60).default('single sign-on'), 'What the button on the sign-in page says after “Sign in with”.'),
  OIDC_SCOPES: setting(
    words(/\s+/)
      .refine((scopes) => scopes.includes('openid'), { error: 'must hold openid' })
      .default(['openid', 'email', 'profile']),
    'What the provider is asked for, with spaces between.',
  ),
  OIDC_SCHOOL: setting(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: 'must be the id of a school' })
      .default('school'),
    'The id of the school whose people sign in by it; `school` is that of a first start, `demo` the demonstration.',
  ),
  OIDC_TRUST_EMAIL: setting(
    z.stringbool().default(false),
    'Takes the e-mail address of a provider that does not say whether it was verified. Only for one that lets nobody choose their own.',
  ),
  OIDC_GROUP_CLAIM: setting(z.string().min(1).default('groups'), 'The claim that lists the groups of a person.'),
  OIDC_ROLES: setting(
    roleMap.optional(),
    'Which group has which role, as JSON: `{"match-deans": "dean"}`; the first that fits counts, and who is in none stays out. Absent, roles are given here.',
  ),
  OIDC_HOSTS: setting(
    words(/[\s,]+/).default([]),
    'Further hosts the provider answers on, when its addresses are not all those of the issuer. No other is ever asked.',
  ),
  OIDC_REQUIRED: setting(z.stringbool().default(false), 'Single sign-on is the only way in: passwords and their links are off.'),
  REQUESTS_PER_MINUTE: setting(whole(1, 1_000_000).default(600), 'Requests allowed per address in a minute.'),
  UPLOAD_MEGABYTES: setting(whole(1, 2048).default(100), 'Largest upload of one import, all files together.'),
  WORKER_CONCURRENCY: setting(whole(1, 64).default(2), 'Jobs one worker process does at once.'),
  CHUNK_SIZE: setting(whole(1, 10_000).default(500), 'Applicants in one job of a run.'),
  SMTP_URL: setting(
    url(['smtp:', 'smtps:']).optional(),
    'The mail server, as smtp://user:password@host:587. Absent, no mail is sent; messages can be copied and noted as sent by hand.',
    true,
  ),
  MAIL_FROM: setting(
    z.email({ error: 'must be an e-mail address' }).default('matchwatch@localhost'),
    'The address that mail comes from; answers go to the person who sends.',
  ),
  MAIL_PATIENCE_SECONDS: setting(whole(1, 600).default(20), 'How long the mail server may be silent before it is given up for this time.'),
  MAIL_RETRY_SECONDS: setting(
    words(/\s+/)
      .pipe(z.array(whole(0, 604_800)).min(1, { error: 'must name at least one wait' }))
      .default([60, 300, 900, 3_600, 10_800, 21_600]),
    'How long to wait before each further try at a report’s mail, with spaces between; after the last one it has failed.',
  ),
  METRICS_TOKEN: setting(z.string().min(16).optional(), 'Bearer token for /metrics. Absent, only this machine may read it.', true),
  SHUTDOWN_SECONDS: setting(whole(1, 300).default(25), 'How long a stopping process waits for work in hand.'),
  DEMO: setting(z.stringbool().default(false), 'Shows the demo accounts on the sign-in page. Never on with real people’s data.'),
});
