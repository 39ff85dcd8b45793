import { Rejection } from '@landfall/process-definition';
import type { NextFunction, Request, Response } from 'express';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that change something when a browser sends them from another site.
 *
 * It stands behind the cookie's SameSite=Lax. Programs send neither Origin nor Sec-Fetch-Site and pass.
 */
export const refuseForeignOrigin = (request: Request, _response: Response, next: NextFunction): void => {
  if (SAFE_METHODS.has(request.method) || isOwn(request)) next();
  else next(foreign());
};

const isOwn = (request: Request): boolean => {
  const origin = request.headers.origin;
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site';
  const { host } = request;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === withoutDefaultPort(host, origin);
};

/** A browser leaves the default port out of Origin; a proxy may write it into Host. */
const withoutDefaultPort = (host: string, origin: string): string =>
  host.replace(origin.startsWith('https:') ? /:443$/ : /:80$/, '').toLowerCase();

const foreign = () =>
  new Rejection({
    code: 'REQUEST.FOREIGN_ORIGIN',
    status: 403,
    message: 'Expected a request from this site itself, but it comes from another site',
  });
