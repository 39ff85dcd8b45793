import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { createApiModule } from './api.module';
import { serveOpenApi } from './openapi/serve-openapi';
import type { Platform } from './platform.module';
import { logRequests } from './request/log-requests';
import { NestLog } from './request/nest-log';
import { readJson } from './request/read-json';
import { refuseForeignOrigin } from './request/refuse-foreign-origin';
import { serveWebClient } from './web-client/serve-web-client';

export interface ApiOptions extends Platform {
  /** Further modules with their controllers; they find the platform's providers. */
  readonly modules?: readonly (DynamicModule | Type)[];
  /** The folder of the built web client; `dist/apps/web` of this checkout unless told. */
  readonly webFolder?: string;
}

/**
 * Makes the HTTP application; it listens when its `listen` is called.
 *
 * Closing it ends open requests' connections but neither the database nor anything else of the platform.
 */
export const createApi = async (options: ApiOptions): Promise<NestExpressApplication> => {
  const { settings, logger } = options;
  const app = await NestFactory.create<NestExpressApplication>(createApiModule(options, options.modules), {
    bodyParser: false,
    forceCloseConnections: true,
    logger: new NestLog(logger),
    abortOnError: false,
  });
  app.set('trust proxy', settings.trustProxy);
  app.set('etag', false);
  app.use(logRequests(logger));
  app.use(helmet(protection(settings.cookieSecure === 'true')));
  app.use('/api', neverStore);
  app.use(refuseForeignOrigin);
  app.use(cookieParser());
  app.use(readJson(settings.bodyLimit));
  serveOpenApi(app);
  serveWebClient(app, options.webFolder ?? builtWebClient());
  return app;
};

/** The client's styles are made while it runs, its statechart is laid out in a worker; nothing comes from elsewhere. */
const protection = (alwaysHttps: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  strictTransportSecurity: alwaysHttps,
  originAgentCluster: false,
});

const neverStore = (_request: Request, response: Response, next: NextFunction): void => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/** Found from the sources as from the build: the nearest folder above that has the project's package.json. */
const builtWebClient = (): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'dist/apps/web');
};
