import { type FieldProblem, type FormSchema, type FormValues, Rejection } from '@landfall/process-definition';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** A named check of one string (`uscc`, `positive-money`, …); libraries of the domain provide them. */
export type FormFormat = (value: string) => boolean;

/**
 * Validates forms against the JSON Schemas of their definitions.
 *
 * A refused form gives `FORM.INVALID` (422) with one problem per field, each with its own code.
 */
export class FormValidator {
  private readonly ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  private readonly compiled = new WeakMap<object, Map<string, ValidateFunction>>();
  readonly formats: readonly string[];

  constructor(formats: Readonly<Record<string, FormFormat>>) {
    addFormats(this.ajv, ['date']);
    this.ajv.addVocabulary(['x-title-en', 'x-description-en', 'x-widget', 'x-enum-labels']);
    for (const [name, format] of Object.entries(formats)) this.ajv.addFormat(name, format);
    this.formats = ['date', ...Object.keys(formats)];
  }

  /**
   * @param owner any object that lives as long as the schema (a task definition), `key` tells its schemas apart
   * @throws Rejection `FORM.INVALID`
   */
  validate(owner: object, key: string, schema: () => FormSchema, form: FormValues): void {
    const known = this.compiled.get(owner) ?? new Map<string, ValidateFunction>();
    this.compiled.set(owner, known);
    const validator = known.get(key) ?? this.ajv.compile(schema());
    known.set(key, validator);
    const problems = validator(form) ? [] : (validator.errors ?? []).map(toProblem);
    refuseProblems(withTitles([...problems, ...unreadableText(form)], schema().properties));
  }
}

/** Throws `FORM.INVALID` when there is a problem; one sentence for one, a count for several. */
export const refuseProblems = (problems: readonly FieldProblem[]): void => {
  const [first] = problems;
  if (!first) return;
  throw new Rejection({
    code: 'FORM.INVALID',
    status: 422,
    message: problems.length === 1 ? first.detail : `Expected a valid form, but ${problems.length} fields are wrong`,
    params: { count: problems.length, field: first.path },
    problems,
  });
};

/** A sentence in Chinese names the field as the form does. */
const withTitles = (problems: readonly FieldProblem[], fields: FormSchema['properties']): FieldProblem[] =>
  problems.map((problem) => {
    const title = fields[problem.path]?.title;
    return title === undefined ? problem : { ...problem, params: { ...problem.params, field: title } };
  });

const toProblem = (error: ErrorObject): FieldProblem => {
  const at = error.instancePath.split('/').filter(Boolean).join('.');
  const params = error.params as Record<string, string | number>;
  switch (error.keyword) {
    case 'required':
      return problem(String(params.missingProperty), 'FORM.REQUIRED', 'is missing');
    case 'additionalProperties':
      return problem(String(params.additionalProperty), 'FORM.UNKNOWN_FIELD', 'is not part of this form');
    case 'type':
      return problem(at, 'FORM.TYPE', `must be of type ${params.type}`, { type: String(params.type) });
    case 'format':
      return problem(at, 'FORM.FORMAT', `must be a valid ${params.format}`, { format: String(params.format) });
    case 'minLength':
      return problem(at, 'FORM.TOO_SHORT', `must have at least ${params.limit} characters`, {
        limit: Number(params.limit),
      });
    case 'maxLength':
      return problem(at, 'FORM.TOO_LONG', `must have at most ${params.limit} characters`, {
        limit: Number(params.limit),
      });
    case 'minimum':
    case 'maximum':
      return problem(at, 'FORM.OUT_OF_RANGE', `must be ${params.comparison} ${params.limit}`, {
        comparison: String(params.comparison),
        limit: Number(params.limit),
      });
    case 'enum':
      return problem(at, 'FORM.NOT_AN_OPTION', 'must be one of the offered values');
    default:
      return problem(at, 'FORM.INVALID_VALUE', error.message ?? 'is not valid');
  }
};

const problem = (path: string, code: string, rule: string, params: FieldProblem['params'] = {}): FieldProblem => ({
  path,
  code,
  detail: `Expected a valid form, but '${path}' ${rule}`,
  params: { ...params, field: path },
});

/** PostgreSQL cannot store the NUL character, and a lone surrogate is no text. */
const unreadableText = (form: FormValues): FieldProblem[] =>
  Object.entries(form).flatMap(([path, value]) =>
    typeof value === 'string' && (value.includes('\u0000') || /\p{Surrogate}/u.test(value))
      ? [problem(path, 'FORM.UNREADABLE_TEXT', 'contains characters that are no text')]
      : [],
  );
