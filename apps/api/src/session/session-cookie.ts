import type { Settings } from '@landfall/config';
import type { CookieOptions, Request } from 'express';

export const SESSION_COOKIE = 'landfall_session';

/** No script reads the cookie, no other site sends it along; by https only when the settings or the request say so. */
export const sessionCookieOptions = (
  request: Pick<Request, 'secure'>,
  settings: Pick<Settings, 'cookieSecure'>,
): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: settings.cookieSecure === 'auto' ? request.secure : settings.cookieSecure === 'true',
});

/** The session's secret in the request's cookie, if any. */
export const sessionTokenOf = (request: Request): string | undefined => {
  const cookies: unknown = request.cookies;
  if (typeof cookies !== 'object' || cookies === null) return undefined;
  const token: unknown = Reflect.get(cookies, SESSION_COOKIE);
  return typeof token === 'string' && token !== '' ? token : undefined;
};
