import type { FieldProblem, FormValues } from '../api/contract';

/** What is sent: the named fields only, texts without surrounding spaces, empty answers left out. */
export const filledIn = (values: FormValues, names: readonly string[]): FormValues => {
  const filled: FormValues = {};
  for (const name of names) {
    const value = values[name];
    if (value === undefined || value === null) continue;
    if (typeof value === 'string') {
      if (value.trim() !== '') filled[name] = value.trim();
    } else if (!Array.isArray(value) || value.length > 0) {
      filled[name] = value;
    }
  }
  return filled;
};

/** The field a problem is about: `form.brief`, `/brief` and `brief.0` all mean `brief`. */
export const fieldOf = (problem: FieldProblem): string => {
  const steps = problem.path.split(/[./[\]]+/).filter((step) => step !== '' && step !== 'form');
  return steps[0] ?? '';
};

/** The server's field errors as antd's, for those fields that the form shows; the rest is said above the form. */
export const shownProblems = (problems: readonly FieldProblem[], names: readonly string[]) => {
  const byField = new Map<string, string[]>();
  for (const problem of problems) {
    const name = fieldOf(problem);
    if (names.includes(name)) byField.set(name, [...(byField.get(name) ?? []), problem.detail]);
  }
  return [...byField].map(([name, errors]) => ({ name, errors }));
};
