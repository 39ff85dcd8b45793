import type { DeadlineRule, FieldSchema, LocalizedText, OutcomeDefinition } from '@landfall/process-definition';
import { field } from '@landfall/process-definition';

/** A limit in working days of the calendar, the day of receipt not counted (domain-model 3.6). */
export const workingDays = (amount: number, source: string): DeadlineRule => ({ amount, unit: 'workingDay', source });

export const plainDays = (amount: number, source: string): DeadlineRule => ({ amount, unit: 'day', source });

export const text = (zh: string, en: string): LocalizedText => ({ zh, en });

type Asked = { readonly fields?: readonly string[]; readonly required?: readonly string[] };

const outcome =
  (tone: OutcomeDefinition['tone']) =>
  (zh: string, en: string, { fields, required }: Asked = {}): OutcomeDefinition => ({
    label: { zh, en },
    tone,
    fields: fields ?? required ?? [],
    required: required ?? [],
  });

/** Declares outcomes; when only `required` is given, nothing else is asked. */
export const positive = outcome('positive');
export const negative = outcome('negative');
export const neutral = outcome('neutral');

/** Fields that many forms ask for. */
export const reason: FieldSchema = field.textarea(text('理由', 'Reason'), { min: 2, max: 1000 });
export const note: FieldSchema = field.textarea(text('说明', 'Note'), { max: 1000 });
export const opinion: FieldSchema = field.textarea(text('意见', 'Opinion'), { min: 2, max: 2000 });
/** An amount in 万元 that may be zero. */
export const amount = (title: LocalizedText, description?: LocalizedText): FieldSchema => ({
  ...field.money(title, description),
  format: 'non-negative-money',
});
export const overrideReason: FieldSchema = field.textarea(
  text('推进理由（不少于20字）', 'Reason for going on (at least 20 characters)'),
  {
    min: 20,
    max: 2000,
  },
);
