import { type FieldProblem, Rejection } from '@landfall/process-definition';
import { type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { problemsOf } from './problems-of';
import { unreadableTexts } from './unreadable-texts';

/**
 * Validates every body, query and path parameter that has a schema (`@Body({ schema })`) and hands on what it parsed to.
 *
 * @throws Rejection `REQUEST.INVALID` (400) with one problem per field.
 */
export class RequestValidationPipe implements PipeTransform {
  async transform(value: unknown, { schema, type }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom' || !(schema instanceof z.ZodType)) return value;
    const unreadable = unreadableTexts(value);
    if (unreadable.length > 0) throw refusal(unreadable);
    const result = await schema.safeParseAsync(value);
    if (!result.success) throw refusal(problemsOf(result.error.issues, value));
    return result.data;
  }
}

const refusal = (problems: readonly FieldProblem[]): Rejection =>
  new Rejection({
    code: 'REQUEST.INVALID',
    status: 400,
    message:
      problems.length === 1
        ? (problems[0]?.detail ?? '')
        : `Expected a valid request, but ${problems.length} fields are wrong`,
    params: { count: problems.length },
    problems,
  });
