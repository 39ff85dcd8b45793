import { Rejection } from '@landfall/process-definition';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import type { ApiRequest } from '../request/api-request';
import { PROBLEM_MEDIA_TYPE } from './problem-document';
import { rejectionOf } from './rejection-of';
import { sayProblem } from './say-problem';
import { spokenLanguage } from './spoken-language';

/**
 * Answers everything thrown as a problem document.
 *
 * A refusal is said as it is. A fault is logged whole and answered with nothing but its reference.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const response = http.getResponse<Response>();
    const rejection = rejectionOf(thrown);
    if (rejection === undefined || rejection.status >= 500) {
      this.logger.error({ err: thrown, requestId: request.id }, 'request failed');
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const language = spokenLanguage(request.headers['accept-language']);
    const problem =
      rejection === undefined ? sayProblem(fault(request.id), language, request.id) : sayProblem(rejection, language);
    response.status(problem.status).type(PROBLEM_MEDIA_TYPE).vary('Accept-Language').send(JSON.stringify(problem));
  }
}

const fault = (reference: string): Rejection =>
  new Rejection({
    code: 'INTERNAL',
    status: 500,
    message: `Expected to do as asked, but the server failed; please tell the administrator the reference ${reference}`,
    params: { reference },
  });
