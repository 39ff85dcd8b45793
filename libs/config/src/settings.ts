import type { z } from 'zod';
import {
  date,
  duration,
  oneOf,
  onOrOff,
  path,
  size,
  text,
  trustedProxies,
  url,
  wholeNumber,
  yesOrNo,
} from './setting-value';

/** One thing that whoever runs Landfall may set, by a variable of the environment. */
export interface Setting<Value extends z.ZodType = z.ZodType, Default extends string | undefined = string | undefined> {
  readonly variable: string;
  readonly value: Value;
  /** The text that counts when the variable is unset or empty; undefined: then there is no value. */
  readonly byDefault: Default;
  /** As `byDefault`, where NODE_ENV is production and another one is meant. */
  readonly inProduction?: string | undefined;
  readonly meaning: string;
  /** What it holds is shown to nobody. */
  readonly secret?: true;
}

const setting = <Value extends z.ZodType, const Default extends string | undefined>(
  variable: string,
  value: Value,
  byDefault: Default,
  meaning: string,
  more: Pick<Setting, 'inProduction' | 'secret'> = {},
): Setting<Value, Default> => ({ variable, value, byDefault, meaning, ...more });

/** Landfall's settings; there are no others. */
export const SETTINGS = {
  environment: setting(
    'NODE_ENV',
    oneOf('development', 'test', 'production'),
    'development',
    'Production makes no sample accounts and has no default password.',
  ),
  host: setting('HOST', text(1), '127.0.0.1', 'The address to listen on; 0.0.0.0 lets other computers in.'),
  port: setting(
    'PORT',
    wholeNumber(0, 65_535),
    '3000',
    'The port of web and API; 0 takes any free one. When the default is taken, `npm start` takes the next free one.',
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    url('postgres', 'postgresql'),
    undefined,
    'The PostgreSQL to use. Without it `npm start` runs one of its own.',
    { secret: true },
  ),
  redisUrl: setting(
    'REDIS_URL',
    url('redis', 'rediss'),
    undefined,
    'The Redis of the job queues. Without it they are in PostgreSQL.',
    { secret: true },
  ),
  dataDir: setting('LANDFALL_DATA_DIR', path(), '.data', 'The folder of the own PostgreSQL and of the attachments.'),
  attachmentDir: setting(
    'LANDFALL_ATTACHMENT_DIR',
    path(),
    undefined,
    'The folder of the attachments; by default `attachments` in the data folder.',
  ),
  sampleData: setting(
    'LANDFALL_SAMPLE_DATA',
    yesOrNo(),
    'true',
    'Whether an empty database gets the sample accounts. Refused in production.',
    { inProduction: 'false' },
  ),
  samplePassword: setting(
    'LANDFALL_SAMPLE_PASSWORD',
    text(8),
    'Landfall-2026',
    'The one password of all sample accounts.',
    { inProduction: undefined, secret: true },
  ),
  demo: setting(
    'LANDFALL_DEMO',
    onOrOff(),
    '0',
    'Whether the time can be moved forward, for demonstrations. Refused in production; a database whose time was moved needs it ever after.',
  ),
  demoFrom: setting(
    'LANDFALL_DEMO_FROM',
    date(),
    undefined,
    'The day on whose morning a demonstration begins in a database of its own that is still empty; the real time when left out.',
  ),
  sessionIdle: setting(
    'LANDFALL_SESSION_IDLE',
    duration('1m', '30d'),
    '8h',
    'A session ends when it was not used for so long.',
  ),
  sessionLifetime: setting(
    'LANDFALL_SESSION_LIFETIME',
    duration('1m', '90d'),
    '7d',
    'A session ends so long after signing in, however much it is used.',
  ),
  cookieSecure: setting(
    'LANDFALL_COOKIE_SECURE',
    oneOf('auto', 'true', 'false'),
    'auto',
    'Whether the session cookie travels by https only; auto: when the request came by https.',
  ),
  trustProxy: setting(
    'LANDFALL_TRUST_PROXY',
    trustedProxies(),
    'false',
    "Which proxies in front may tell the client's address and protocol: false, how many, or their addresses.",
  ),
  attachmentLimit: setting('LANDFALL_ATTACHMENT_LIMIT', size('1kB', '1GB'), '20MB', 'The largest attachment.'),
  importLimit: setting('LANDFALL_IMPORT_LIMIT', size('1kB', '200MB'), '20MB', 'The largest file to import.'),
  bodyLimit: setting('LANDFALL_BODY_LIMIT', size('1kB', '20MB'), '1MB', 'The largest JSON body of a request.'),
  logLevel: setting(
    'LANDFALL_LOG_LEVEL',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'info',
    'How much is logged.',
  ),
  databaseConnections: setting(
    'LANDFALL_DATABASE_CONNECTIONS',
    wholeNumber(2, 500),
    '10',
    'Upper bound of connections for queries.',
  ),
  commitConnections: setting(
    'LANDFALL_COMMIT_CONNECTIONS',
    wholeNumber(1, 64),
    '3',
    'How many commits may be under way at once.',
  ),
  commitBatchSize: setting(
    'LANDFALL_COMMIT_BATCH_SIZE',
    wholeNumber(1, 5_000),
    '96',
    'Upper bound of the events that are gathered into one commit.',
  ),
  sweepInterval: setting(
    'LANDFALL_SWEEP_INTERVAL',
    duration('100ms', '1h'),
    '5s',
    'How often lost alarms are looked for: timers that are due and jobs that nobody took.',
  ),
  workerConcurrency: setting(
    'LANDFALL_WORKER_CONCURRENCY',
    wholeNumber(1, 256),
    '8',
    'How many jobs of one queue a worker does at once.',
  ),
  publicUrl: setting(
    'LANDFALL_PUBLIC_URL',
    url('http', 'https'),
    undefined,
    'The address at which people open Landfall; links in e-mails and chat messages begin with it.',
  ),
  smtpUrl: setting(
    'LANDFALL_SMTP_URL',
    url('smtp', 'smtps'),
    undefined,
    'The mail server for notices, such as smtps://user:password@mail.example:465. Without it no e-mail is sent.',
    { secret: true },
  ),
  mailFrom: setting('LANDFALL_MAIL_FROM', text(3), 'Landfall <landfall@localhost>', 'The sender of e-mails.'),
  wecomWebhook: setting(
    'LANDFALL_WECOM_WEBHOOK',
    url('http', 'https'),
    undefined,
    'The webhook of a WeCom group robot. Without it nothing is posted there.',
    { secret: true },
  ),
  dingtalkWebhook: setting(
    'LANDFALL_DINGTALK_WEBHOOK',
    url('http', 'https'),
    undefined,
    'The webhook of a DingTalk group robot. Without it nothing is posted there.',
    { secret: true },
  ),
  dingtalkSecret: setting(
    'LANDFALL_DINGTALK_SECRET',
    text(1),
    undefined,
    'The secret with which messages to the DingTalk robot are signed, when the robot asks for it.',
    { secret: true },
  ),
} as const;

/** The name of a setting in the code. */
export type SettingName = keyof typeof SETTINGS;

type ValueOf<Name extends SettingName> = z.output<(typeof SETTINGS)[Name]['value']>;
type MayBeAbsent =
  | 'databaseUrl'
  | 'redisUrl'
  | 'samplePassword'
  | 'publicUrl'
  | 'smtpUrl'
  | 'wecomWebhook'
  | 'dingtalkWebhook'
  | 'dingtalkSecret';

/** The settings of a running process: durations in milliseconds, sizes in bytes, paths absolute. */
export type Settings = {
  readonly [Name in SettingName]: Name extends MayBeAbsent ? ValueOf<Name> | undefined : ValueOf<Name>;
};
