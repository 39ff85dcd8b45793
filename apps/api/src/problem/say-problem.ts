import type { Rejection, RejectionParams } from '@landfall/process-definition';
import { CHINESE_TITLES, ENGLISH_TITLES, sayInChinese } from './chinese-sentences';
import type { Problem } from './problem-document';
import type { Language } from './spoken-language';

/** Says a rejection as a problem document in a language; a code without a Chinese sentence keeps its English one. */
export const sayProblem = (rejection: Rejection, language: Language, reference?: string): Problem => {
  const say = (code: string, english: string, params: RejectionParams): string =>
    (language === 'zh' ? sayInChinese(code, params) : undefined) ?? english;
  const errors = rejection.problems.map((problem) => ({
    path: problem.path,
    code: problem.code,
    detail: say(problem.code, problem.detail, { field: problem.path, ...problem.params }),
  }));
  const [only, ...others] = errors;
  return {
    type: `urn:landfall:problem:${rejection.code}`,
    title: (language === 'zh' ? CHINESE_TITLES : ENGLISH_TITLES)[rejection.status] ?? String(rejection.status),
    status: rejection.status,
    code: rejection.code,
    detail:
      only !== undefined && others.length === 0
        ? only.detail
        : say(rejection.code, rejection.message, { ...rejection.params, count: errors.length }),
    ...(errors.length === 0 ? {} : { errors }),
    ...(reference === undefined ? {} : { reference }),
  };
};
