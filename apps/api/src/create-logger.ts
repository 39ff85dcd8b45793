import type { Settings } from '@landfall/config';
import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** The process's log on standard output: for people in development, JSON lines for machines in production. */
export const createLogger = (settings: Pick<Settings, 'environment' | 'logLevel'>): Logger => {
  const options = { level: settings.logLevel, base: null, redact: ['password', '*.password', 'token', '*.token'] };
  return settings.environment === 'production'
    ? pino(options)
    : pino(options, pretty({ colorize: process.stdout.isTTY, translateTime: 'SYS:HH:MM:ss', singleLine: true }));
};
