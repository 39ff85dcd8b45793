import type { Actor } from './actor';
import type { LocalizedText } from './localized-text';
import type { FieldProblem } from './rejection';

/** How a field is shown and entered; the web client has one widget for each. */
export type FieldWidget =
  | 'text'
  | 'textarea'
  | 'number'
  | 'money'
  | 'date'
  | 'select'
  | 'multiselect'
  | 'boolean'
  | 'uscc'
  | 'org-unit';

export interface FieldOption extends LocalizedText {
  readonly value: string;
}

/** A form field as JSON Schema (draft 2020-12) with the product's own `x-` annotations. */
export interface FieldSchema {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  readonly title: string;
  readonly 'x-title-en': string;
  readonly 'x-widget': FieldWidget;
  readonly description?: string;
  readonly 'x-description-en'?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly 'x-enum-labels'?: readonly FieldOption[];
  readonly items?: { readonly type: 'string'; readonly enum?: readonly string[] };
  readonly uniqueItems?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export interface FormSchema {
  readonly type: 'object';
  readonly additionalProperties: false;
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly required: readonly string[];
}

export type FormValues = Readonly<Record<string, unknown>>;

/** When and by whom a form is handed in, and with which outcome where it is a task's. */
export interface FormOccasion {
  readonly at: string;
  readonly actor: Actor;
  readonly outcome?: string;
}

/** Checks what no single field can: pure, over the form, the machine's context and the occasion. Empty when all is well. */
export type FormCheck = (
  form: FormValues,
  context: Readonly<Record<string, unknown>>,
  on: FormOccasion,
) => readonly FieldProblem[];

type TextLimits = { min?: number; max?: number; description?: LocalizedText };

const titled = (title: LocalizedText, widget: FieldWidget) =>
  ({ title: title.zh, 'x-title-en': title.en, 'x-widget': widget }) as const;

const described = (hint: LocalizedText | undefined) =>
  hint === undefined ? {} : { description: hint.zh, 'x-description-en': hint.en };

/** Declares form fields; every builder answers a JSON Schema property. */
export const field = {
  text: (title: LocalizedText, limits: TextLimits = {}): FieldSchema => ({
    type: 'string',
    ...titled(title, 'text'),
    minLength: limits.min ?? 1,
    maxLength: limits.max ?? 120,
    ...described(limits.description),
  }),
  textarea: (title: LocalizedText, limits: TextLimits = {}): FieldSchema => ({
    type: 'string',
    ...titled(title, 'textarea'),
    minLength: limits.min ?? 1,
    maxLength: limits.max ?? 2000,
    ...described(limits.description),
  }),
  /** An amount as a decimal string in 万元, greater than zero, at most 4 decimals. */
  money: (title: LocalizedText, description?: LocalizedText): FieldSchema => ({
    type: 'string',
    ...titled(title, 'money'),
    format: 'positive-money',
    maxLength: 19,
    ...described(description),
  }),
  number: (title: LocalizedText, limits: { min?: number; max?: number; integer?: boolean } = {}): FieldSchema => ({
    type: limits.integer ? 'integer' : 'number',
    ...titled(title, 'number'),
    minimum: limits.min ?? 0,
    maximum: limits.max ?? 1_000_000_000,
  }),
  date: (title: LocalizedText, description?: LocalizedText): FieldSchema => ({
    type: 'string',
    ...titled(title, 'date'),
    format: 'date',
    ...described(description),
  }),
  boolean: (title: LocalizedText, description?: LocalizedText): FieldSchema => ({
    type: 'boolean',
    ...titled(title, 'boolean'),
    ...described(description),
  }),
  select: (title: LocalizedText, options: readonly FieldOption[], description?: LocalizedText): FieldSchema => ({
    type: 'string',
    ...titled(title, 'select'),
    enum: options.map((option) => option.value),
    'x-enum-labels': options,
    ...described(description),
  }),
  multiselect: (
    title: LocalizedText,
    options: readonly FieldOption[],
    limits: { min?: number; description?: LocalizedText } = {},
  ): FieldSchema => ({
    type: 'array',
    ...titled(title, 'multiselect'),
    items: { type: 'string', enum: options.map((option) => option.value) },
    'x-enum-labels': options,
    uniqueItems: true,
    minItems: limits.min ?? 0,
    ...described(limits.description),
  }),
  /** A unified social credit code (GB 32100-2015), check digit included. */
  uscc: (title: LocalizedText, description?: LocalizedText): FieldSchema => ({
    type: 'string',
    ...titled(title, 'uscc'),
    format: 'uscc',
    maxLength: 18,
    ...described(description),
  }),
  /** The code of a unit; `format` says which units are meant (`org-unit`, `landing-unit`, `task-force`, …). */
  orgUnit: (title: LocalizedText, format = 'org-unit', description?: LocalizedText): FieldSchema => ({
    type: 'string',
    ...titled(title, 'org-unit'),
    format,
    maxLength: 16,
    ...described(description),
  }),
  orgUnits: (title: LocalizedText, description?: LocalizedText): FieldSchema => ({
    type: 'array',
    ...titled(title, 'org-unit'),
    items: { type: 'string' },
    uniqueItems: true,
    maxItems: 10,
    ...described(description),
  }),
} as const;
