import { Form } from 'antd';
import type { FieldSchema, FormSchema } from '../api/contract';
import { useLanguage } from '../language/language';
import { FieldControl, fieldTitle } from './field-control';
import { fieldRules } from './field-rules';
import styles from './generated-fields.module.css';

interface GeneratedFieldsProps {
  schema: FormSchema;
  names: readonly string[];
  required: readonly string[];
  disabled?: boolean;
  /** Offers common phrases beside long texts. */
  phrases?: boolean;
}

const isWide = (schema: FieldSchema): boolean =>
  schema['x-widget'] === 'textarea' ||
  (schema['x-widget'] === 'multiselect' && (schema['x-enum-labels']?.length ?? 0) <= 10);

/** The fields of a JSON Schema as form items, two in a row where there is room, in the order of `names`. */
export const GeneratedFields = ({
  schema,
  names,
  required,
  disabled = false,
  phrases = false,
}: GeneratedFieldsProps) => {
  const { t, language } = useLanguage();
  return (
    <div className={styles.grid}>
      {names.map((name) => {
        const field = schema.properties[name];
        if (!field) return null;
        const title = fieldTitle(field, language);
        const needed = required.includes(name);
        const hint = language === 'en' ? field['x-description-en'] || field.description : field.description;
        return (
          <Form.Item
            key={name}
            name={name}
            label={title}
            required={needed}
            rules={fieldRules(field, title, needed, t)}
            extra={hint}
            className={field['x-widget'] === 'textarea' ? styles.text : isWide(field) ? styles.wide : undefined}
            validateTrigger={['onBlur', 'onChange']}
            validateFirst
          >
            <FieldControl
              name={name}
              schema={field}
              title={title}
              required={needed}
              disabled={disabled}
              phrases={phrases}
            />
          </Form.Item>
        );
      })}
    </div>
  );
};
