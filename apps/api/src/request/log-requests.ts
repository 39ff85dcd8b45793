import type { NextFunction, Response } from 'express';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { ApiRequest } from './api-request';

const PLAIN_ID = /^[\w.-]{8,64}$/;
const QUIET = new Set(['/healthz', '/readyz']);

/** The address of a calendar feed is its secret. */
const CALENDAR_FEED = /^\/calendar\/[^/]+\.ics$/i;

/**
 * Gives every request an id (that of a proxy in front when it is plain) and logs one line when it has been answered.
 *
 * The line holds no body, no query and no header: neither secrets nor names of investors.
 */
export const logRequests =
  (logger: Logger) =>
  (request: ApiRequest, response: Response, next: NextFunction): void => {
    const given = request.headers['x-request-id'];
    request.id = typeof given === 'string' && PLAIN_ID.test(given) ? given : v7();
    response.setHeader('X-Request-Id', request.id);
    const from = performance.now();
    const path = request.path.replace(CALENDAR_FEED, '/calendar/….ics');
    response.on('close', () => {
      // A stream of events ends when its reader leaves; any other answer was given up.
      const isStream = String(response.getHeader('content-type')).startsWith('text/event-stream');
      const status = response.writableFinished || isStream ? response.statusCode : 499;
      const level = QUIET.has(path) ? 'debug' : status >= 500 ? 'error' : 'info';
      logger[level](
        {
          requestId: request.id,
          method: request.method,
          path,
          status,
          ms: Math.round(performance.now() - from),
          account: request.session?.person.username,
        },
        'request',
      );
    });
    next();
  };
