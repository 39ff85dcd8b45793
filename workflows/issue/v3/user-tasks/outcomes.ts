import type { DeadlineRule, FieldSchema, LocalizedText, OutcomeDefinition } from '@landfall/process-definition';
import { field } from '@landfall/process-definition';

export const text = (zh: string, en: string): LocalizedText => ({ zh, en });

export const workingDays = (amount: number): DeadlineRule => ({ amount, unit: 'workingDay', source: '业务规则 6.d' });

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

export const reason: FieldSchema = field.textarea(text('理由', 'Reason'), { min: 2, max: 1000 });
export const note: FieldSchema = field.textarea(text('说明', 'Note'), { min: 2, max: 1000 });
export const question: FieldSchema = field.textarea(text('需推动会研究的问题', 'What the push meeting is to decide'), {
  min: 2,
  max: 1000,
});
export const tried: FieldSchema = field.textarea(text('已采取的措施', 'What was tried'), { min: 2, max: 1000 });
export const result: FieldSchema = field.textarea(text('解决情况', 'How it was solved'), { min: 2, max: 1000 });
