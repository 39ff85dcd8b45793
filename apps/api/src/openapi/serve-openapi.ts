import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { PROBLEM_MEDIA_TYPE, Problem } from '../problem/problem-document';
import { SESSION_COOKIE } from '../session/session-cookie';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

/** Describes every route with its schemas; each may answer a problem document besides. */
export const describeApi = (app: NestExpressApplication): OpenAPIObject => {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Landfall')
      .setDescription(
        '滨海新区招商引资全流程平台。Times are ISO 8601 with zone, days YYYY-MM-DD, money decimal strings in 万元; refusals are RFC 9457 problem documents.',
      )
      .setVersion('1')
      .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, 'session')
      .addSecurityRequirements('session')
      .build(),
    { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}` },
  );
  const { $schema, ...problem } = z.toJSONSchema(Problem, { target: 'openapi-3.0' });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem as Schema },
  };
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    if (typeof operation !== 'object' || !('responses' in operation)) continue;
    operation.responses.default = {
      description: 'A refusal or a fault',
      content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return document;
};

/** Serves the description at /api/openapi.json and a page to try it at /api/docs, which needs nothing from outside. */
export const serveOpenApi = (app: NestExpressApplication): void => {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Landfall API',
    swaggerOptions: { withCredentials: true, docExpansion: 'none' },
  });
};
