import { Checkbox, DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { FieldSchema } from '../api/contract';
import { type Language, useLanguage } from '../language/language';
import { MoneyInput } from '../money/money-input';
import { UnitSelect } from '../organization/unit-select';
import { ProjectSelect } from '../projects/project-select';
import { LongText } from './long-text';
import { readUscc } from './uscc';

interface FieldControlProps {
  name: string;
  schema: FieldSchema;
  title: string;
  required: boolean;
  disabled: boolean;
  phrases?: boolean;
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
  onBlur?: () => void;
}

interface Choice {
  value: string | boolean;
  label: string;
}

const isProject = (schema: FieldSchema): boolean => schema.format === 'uuid';

/** A field's name in the reader's language; the unit of money is said by the amount itself. */
export const fieldTitle = (schema: FieldSchema, language: Language): string => {
  const title = language === 'en' ? schema['x-title-en'] || schema.title : schema.title;
  if (schema['x-widget'] === 'money') return title.replace(/\s*[（(]万元[）)]$/, '');
  // A project is chosen by its name; nobody types an id.
  return isProject(schema) ? title.replace(/\s*[（(][^（()）]*[）)]$/, '') : title;
};

const choicesOf = (schema: FieldSchema, language: Language): Choice[] => {
  const labels = schema['x-enum-labels'] ?? [];
  const values = schema.enum ?? schema.items?.enum ?? labels.map((label) => label.value);
  return values.map((value) => {
    const label = labels.find((known) => known.value === value);
    return { value, label: (language === 'en' ? label?.en : label?.zh) || value };
  });
};

/** A few short choices are laid open, so that one click answers; more go into a list that can be searched. */
const isOpen = (choices: Choice[]): boolean =>
  choices.length <= 4 && choices.reduce((width, choice) => width + choice.label.length, 0) <= 26;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** The widget of one field. Its value is always what goes over the wire: dates and money are strings. */
export const FieldControl = ({
  name,
  schema,
  title,
  required,
  disabled,
  phrases = false,
  value,
  onChange,
  ...rest
}: FieldControlProps) => {
  const { t, language } = useLanguage();
  const testId = `field-${name}`;
  const common = { ...rest, disabled, 'data-testid': testId, 'aria-required': required };
  const multiple = schema.type === 'array';
  const send = (next: unknown) => onChange?.(next);

  if (isProject(schema)) return <ProjectSelect {...common} value={text(value)} onChange={send} />;
  switch (schema['x-widget']) {
    case 'textarea':
      return (
        <LongText
          {...common}
          value={text(value)}
          onChange={send}
          maxLength={schema.maxLength}
          phrases={phrases && !disabled}
        />
      );
    case 'money':
      return <MoneyInput {...common} value={text(value)} onChange={send} />;
    case 'number':
      return (
        <InputNumber
          {...common}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => send(next ?? undefined)}
          precision={schema.type === 'integer' ? 0 : undefined}
          controls={false}
          style={{ width: '100%' }}
        />
      );
    case 'date':
      return (
        <DatePicker
          {...common}
          value={text(value) ? dayjs(text(value)) : null}
          onChange={(day) => send(day ? day.format('YYYY-MM-DD') : undefined)}
          format="YYYY-MM-DD"
          placeholder={t.form.pickDate}
          style={{ width: '100%' }}
        />
      );
    case 'boolean': {
      const choices: Choice[] = [
        { value: true, label: t.yes },
        { value: false, label: t.no },
      ];
      return <OpenChoices {...common} name={name} title={title} choices={choices} value={value} onChange={send} />;
    }
    case 'select': {
      const choices = choicesOf(schema, language);
      if (isOpen(choices)) {
        return <OpenChoices {...common} name={name} title={title} choices={choices} value={value} onChange={send} />;
      }
      return (
        <Select
          {...common}
          value={text(value)}
          onChange={(next) => send(next ?? undefined)}
          options={choices}
          optionRender={(option) => <span data-testid={`${testId}-option-${option.value}`}>{option.label}</span>}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={!required}
          placeholder={t.form.choose}
          virtual={false}
        />
      );
    }
    case 'multiselect': {
      const choices = choicesOf(schema, language);
      if (choices.length <= 10) {
        return (
          <Checkbox.Group
            {...rest}
            disabled={disabled}
            value={texts(value)}
            onChange={(next) => send(next)}
            data-testid={testId}
            aria-label={title}
          >
            {choices.map((choice) => (
              <Checkbox
                key={String(choice.value)}
                value={choice.value}
                data-testid={`${testId}-option-${String(choice.value)}`}
              >
                {choice.label}
              </Checkbox>
            ))}
          </Checkbox.Group>
        );
      }
      return (
        <Select
          {...common}
          mode="multiple"
          value={texts(value)}
          onChange={(next) => send(next)}
          options={choices}
          optionRender={(option) => <span data-testid={`${testId}-option-${option.value}`}>{option.label}</span>}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t.form.choose}
          virtual={false}
        />
      );
    }
    case 'org-unit':
      return multiple ? (
        <UnitSelect
          {...common}
          multiple
          scope={schema.format}
          value={texts(value)}
          onChange={(codes) => send(codes)}
          clearable
        />
      ) : (
        <UnitSelect
          {...common}
          scope={schema.format}
          value={text(value)}
          onChange={(code) => send(code)}
          clearable={!required}
        />
      );
    case 'uscc':
      return (
        <Input
          {...common}
          value={text(value)}
          onChange={(event) => send(readUscc(event.target.value))}
          maxLength={24}
          autoComplete="off"
          spellCheck={false}
          style={{ fontFamily: 'var(--mono)' }}
          suffix={<span style={{ color: 'var(--ink-3)' }}>{t.form.chars(text(value)?.length ?? 0, 18)}</span>}
        />
      );
    default:
      return (
        <Input {...common} value={text(value)} onChange={(event) => send(event.target.value)} autoComplete="off" />
      );
  }
};

interface OpenChoicesProps {
  id?: string;
  name: string;
  title: string;
  choices: Choice[];
  disabled: boolean;
  value: unknown;
  onChange: (value: unknown) => void;
}

const OpenChoices = ({ id, name, title, choices, disabled, value, onChange }: OpenChoicesProps) => (
  <Radio.Group
    id={id}
    disabled={disabled}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    aria-label={title}
    data-testid={`field-${name}`}
  >
    {choices.map((choice) => (
      <Radio
        key={String(choice.value)}
        value={choice.value}
        data-testid={`field-${name}-option-${String(choice.value)}`}
      >
        {choice.label}
      </Radio>
    ))}
  </Radio.Group>
);
