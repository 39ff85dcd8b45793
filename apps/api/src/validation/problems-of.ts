import type { FieldProblem, RejectionParams } from '@landfall/process-definition';
import type { z } from 'zod';

/** Says zod's issues as field problems, in the codes that forms use too. At most fifty are said. */
export const problemsOf = (issues: readonly z.core.$ZodIssue[], value: unknown): FieldProblem[] =>
  issues.flatMap((issue) => sayIssue(issue, value)).slice(0, 50);

const sayIssue = (issue: z.core.$ZodIssue, value: unknown): FieldProblem[] => {
  const path = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        problem([...issue.path.map(String), key].join('.'), 'FORM.UNKNOWN_FIELD', 'is not part of this request'),
      );
    case 'invalid_type':
      return valueAt(value, issue.path) === undefined
        ? [problem(path, 'FORM.REQUIRED', 'is missing')]
        : [problem(path, 'FORM.TYPE', `must be of type ${issue.expected}`, { type: issue.expected })];
    case 'too_small':
      return [sayLimit(path, issue.origin, 'at least', Number(issue.minimum))];
    case 'too_big':
      return [sayLimit(path, issue.origin, 'at most', Number(issue.maximum))];
    case 'invalid_format':
      return [problem(path, 'FORM.FORMAT', `must be a valid ${issue.format}`, { format: issue.format })];
    case 'invalid_value':
      return valueAt(value, issue.path) === undefined
        ? [problem(path, 'FORM.REQUIRED', 'is missing')]
        : [problem(path, 'FORM.NOT_AN_OPTION', 'must be one of the offered values')];
    default:
      return [problem(path, 'FORM.INVALID_VALUE', 'is not valid')];
  }
};

const sayLimit = (path: string, origin: string, bound: 'at least' | 'at most', limit: number): FieldProblem => {
  const code = bound === 'at least' ? 'FORM.TOO_SHORT' : 'FORM.TOO_LONG';
  if (origin === 'string') return problem(path, code, `must have ${bound} ${limit} characters`, { limit });
  if (origin === 'array' || origin === 'set')
    return problem(path, code, `must have ${bound} ${limit} entries`, { limit });
  const comparison = bound === 'at least' ? '>=' : '<=';
  return problem(path, 'FORM.OUT_OF_RANGE', `must be ${comparison} ${limit}`, { comparison, limit });
};

const problem = (path: string, code: string, rule: string, params: RejectionParams = {}): FieldProblem => ({
  path,
  code,
  detail: `Expected a valid request, but ${path === '' ? 'it' : `'${path}'`} ${rule}`,
  params: { ...params, field: path },
});

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    value,
  );
