import { Rejection } from '@landfall/process-definition';
import { HttpException } from '@nestjs/common';

/**
 * Reads anything thrown as a refusal, or answers undefined when it is a fault of the server.
 *
 * Besides rejections these are the refusals of Nest and its upload interceptor, which are known by their status, and a
 * database that cannot be reached, which passes.
 */
export const rejectionOf = (thrown: unknown): Rejection | undefined => {
  if (thrown instanceof Rejection) return thrown;
  if (thrown instanceof HttpException && thrown.getStatus() < 500) {
    const status = thrown.getStatus();
    return BY_STATUS[status]?.() ?? malformedRequest(status);
  }
  return isUnreachable(thrown) ? UNREACHABLE() : undefined;
};

const refusal = (code: string, status: number, message: string) => () => new Rejection({ code, status, message });

export const tooLarge = refusal(
  'REQUEST.TOO_LARGE',
  413,
  'Expected a request within the allowed size, but it is larger',
);

export const noSuchAddress = refusal(
  'REQUEST.NO_SUCH_ADDRESS',
  404,
  'Expected an address that the server knows, but there is nothing at this one',
);

export const unsupportedMediaType = refusal(
  'REQUEST.UNSUPPORTED_MEDIA_TYPE',
  415,
  'Expected a body of JSON (or multipart for a file), but it is of another type',
);

export const malformedRequest = (status = 400) =>
  refusal('REQUEST.MALFORMED', status, 'Expected a request that can be read, but it cannot be')();

const UNREACHABLE = refusal(
  'DATABASE.UNREACHABLE',
  503,
  'Expected the database to answer, but it cannot be reached at the moment; please try again',
);

const BY_STATUS: Readonly<Record<number, () => Rejection>> = {
  404: noSuchAddress,
  413: tooLarge,
  415: unsupportedMediaType,
};

const CONNECTION_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  '08000',
  '08003',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);

const isUnreachable = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  (('code' in thrown && typeof thrown.code === 'string' && CONNECTION_ERRORS.has(thrown.code)) ||
    thrown.message === 'Connection terminated unexpectedly');
