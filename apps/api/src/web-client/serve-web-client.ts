import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type NextFunction, type Request, type Response, static as serveStatic } from 'express';

const SERVER_ADDRESS = /^\/(api|healthz|readyz)(\/|$)/;
const YEAR_SECONDS = 31_536_000;

/**
 * Serves the built web client from a folder, if it has been built.
 *
 * Files under `assets/` carry a hash in their name and are kept for a year; the page itself is asked for every time, and
 * answers every address that is not the server's, so that a link into the client works.
 */
export const serveWebClient = (app: NestExpressApplication, folder: string): void => {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  const assets = serveStatic(join(folder, 'assets'), {
    immutable: true,
    maxAge: YEAR_SECONDS * 1000,
    index: false,
    redirect: false,
  });
  const files = serveStatic(folder, { cacheControl: false, index: false, redirect: false, setHeaders: askEveryTime });
  app.use('/assets', assets);
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (SERVER_ADDRESS.test(request.path)) {
      next();
      return;
    }
    files(request, response, (error?: unknown) => {
      if (error === undefined && isPageWanted(request)) {
        askEveryTime(response);
        response.sendFile(page, { cacheControl: false });
      } else next(error);
    });
  });
};

// A script or picture that does not exist is missing; the page in its place would only confuse the browser.
const isPageWanted = (request: Request): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !/\.\w+$/.test(request.path) &&
  request.accepts('html') !== false;

const askEveryTime = (response: Response): void => {
  response.setHeader('Cache-Control', 'no-cache');
};
