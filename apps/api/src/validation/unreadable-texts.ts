import type { FieldProblem } from '@landfall/process-definition';

// PostgreSQL cannot store the NUL character, and half a surrogate pair is no text.
const isUnreadable = (text: string): boolean => text.includes('\0') || /\p{Surrogate}/u.test(text);
const DEEPEST = 20;

/** Finds texts, in keys as in values, that are no text. Nesting beyond twenty levels is no request of ours either. */
export const unreadableTexts = (value: unknown, path: readonly string[] = []): FieldProblem[] => {
  if (typeof value === 'string') return isUnreadable(value) ? [unreadable(path)] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (path.length >= DEEPEST) return [unreadable(path)];
  return Object.entries(value).flatMap(([key, child]) =>
    isUnreadable(key) ? [unreadable(path)] : unreadableTexts(child, [...path, key]),
  );
};

const unreadable = (path: readonly string[]): FieldProblem => ({
  path: path.join('.'),
  code: 'FORM.UNREADABLE_TEXT',
  detail: `Expected a valid request, but '${path.join('.')}' contains characters that are no text`,
  params: { field: path.join('.') },
});
