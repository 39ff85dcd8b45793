import type { FieldProblem } from '@landfall/process-definition';
import Mustache, { type TemplateSpans } from 'mustache';
import { type DocumentRefusalCode, problem, refuse } from '../refusal-texts';
import type { DocumentType, TemplatePart, View, Wording } from './wording';

/**
 * Finds everything that is wrong with the words of a type of document.
 *
 * @returns one problem for each, its path the name of the part
 */
export const wordingProblems = <Data>(type: DocumentType<Data>, wording: Wording): FieldProblem[] => {
  const known = new Map(type.parts.map((part) => [part.name, part]));
  const unknown = Object.keys(wording)
    .filter((part) => !known.has(part))
    .map((part) => problem(part, 'DOCUMENT_TEMPLATE.UNKNOWN_PART', { part }));
  const view = type.view(type.sample);
  return [...unknown, ...type.parts.flatMap((part) => partProblems(part, wording[part.name] ?? '', view))];
};

/**
 * Lets valid words pass.
 *
 * @throws Rejection `DOCUMENT_TEMPLATE.INVALID` (422) with every wrong part
 */
export const requireValidWording = <Data>(type: DocumentType<Data>, wording: Wording): void => {
  const problems = wordingProblems(type, wording);
  if (problems.length > 0) throw refuse('DOCUMENT_TEMPLATE.INVALID', 422, { count: problems.length }, problems);
};

const partProblems = (part: TemplatePart, text: string, view: View): FieldProblem[] => {
  const { name, label, mandatory, mustSay = [] } = part;
  const say = (code: DocumentRefusalCode, params: Record<string, string> = {}) =>
    problem(name, code, { part: name, label, ...params });
  if (text.trim() === '') return mandatory ? [say('DOCUMENT_TEMPLATE.PART_MISSING')] : [];
  const spans = parse(text);
  if ('code' in spans) return [say(spans.code, { section: spans.section })];
  const used = usedNames(spans.spans);
  const placeholder = (missing: string) => say('DOCUMENT_TEMPLATE.PLACEHOLDER_MISSING', { placeholder: missing });
  return [...tagProblems(spans.spans, [view], say), ...mustSay.filter((needed) => !used.has(needed)).map(placeholder)];
};

type Parsed = { readonly spans: TemplateSpans } | { readonly code: DocumentRefusalCode; readonly section: string };

const parse = (text: string): Parsed => {
  try {
    return { spans: Mustache.parse(text) };
  } catch (error) {
    const section = /section "([^"]*)"/.exec(String(error))?.[1];
    return section === undefined
      ? { code: 'DOCUMENT_TEMPLATE.TAG_UNREADABLE', section: '' }
      : { code: 'DOCUMENT_TEMPLATE.SECTION_UNBALANCED', section };
  }
};

type Say = (code: DocumentRefusalCode, params: Record<string, string>) => FieldProblem;

/** What a name stands for, looked up from the innermost section outwards; undefined when nothing has it. */
const lookUp = (name: string, scopes: readonly View[]): View[string] | undefined => {
  const [first = '', ...rest] = name.split('.');
  const scope = [...scopes].reverse().find((candidate) => Object.hasOwn(candidate, first));
  let value = scope?.[first];
  for (const step of rest) {
    if (typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, step)) return undefined;
    value = (value as View)[step];
  }
  return value;
};

const tagProblems = (spans: TemplateSpans, scopes: readonly View[], say: Say): FieldProblem[] =>
  spans.flatMap((span): FieldProblem[] => {
    const [kind, name] = span;
    const unknown = () => [say('DOCUMENT_TEMPLATE.UNKNOWN_PLACEHOLDER', { placeholder: name })];
    switch (kind) {
      case 'text':
      case '!':
        return [];
      case 'name':
      case '&': {
        if (name === '.') return [];
        const value = lookUp(name, scopes);
        return typeof value === 'string' ? [] : unknown();
      }
      case '#':
      case '^': {
        const value = lookUp(name, scopes);
        if (value === undefined) return unknown();
        const [inner] = Array.isArray(value) ? value : [value];
        const inside = Array.isArray(span[4]) ? (span[4] as TemplateSpans) : [];
        return tagProblems(inside, typeof inner === 'object' ? [...scopes, inner as View] : scopes, say);
      }
      default:
        return [say('DOCUMENT_TEMPLATE.TAG_NOT_ALLOWED', { tag: `${kind}${name}` })];
    }
  });

const usedNames = (spans: TemplateSpans): Set<string> => {
  const used = new Set<string>();
  for (const [kind, name, , , inside] of spans) {
    if (kind !== 'text' && kind !== '!') used.add(name);
    if (Array.isArray(inside)) for (const inner of usedNames(inside as TemplateSpans)) used.add(inner);
  }
  return used;
};
