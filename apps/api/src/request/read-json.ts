import { Rejection } from '@landfall/process-definition';
import { json, type NextFunction, type Request, type Response } from 'express';
import { malformedRequest, tooLarge, unsupportedMediaType } from '../problem/rejection-of';

/**
 * Reads JSON bodies up to a size; multipart is left to the route that takes files, everything else is refused.
 *
 * A request without a body counts as one with the empty object, so that each missing field is named.
 */
export const readJson = (limitBytes: number) => {
  const parse = json({ limit: limitBytes, type: 'application/json' });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!hasBody(request)) {
      request.body = {};
      next();
      return;
    }
    if (request.is('multipart/form-data')) {
      next();
      return;
    }
    if (!request.is('application/json')) {
      next(unsupportedMediaType());
      return;
    }
    parse(request, response, (error?: unknown) => next(error === undefined ? undefined : refusalOf(error)));
  };
};

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

const refusalOf = (error: unknown): unknown => {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  switch (type) {
    case 'entity.too.large':
      return tooLarge();
    case 'entity.parse.failed':
      return new Rejection({
        code: 'REQUEST.MALFORMED_JSON',
        status: 400,
        message: 'Expected a body of JSON, but it cannot be read as JSON',
      });
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return unsupportedMediaType();
    case 'request.aborted':
    case 'request.size.invalid':
      return malformedRequest();
    default:
      return error;
  }
};
