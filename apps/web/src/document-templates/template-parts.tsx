import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import type { DocumentTemplate, FieldProblem, Wording } from '../api/contract';
import { useLanguage } from '../language/language';
import styles from './templates-page.module.css';

interface TemplatePartsProps {
  template: DocumentTemplate;
  wording: Wording;
  problems: readonly FieldProblem[];
  isReadOnly: boolean;
  onChange: (wording: Wording) => void;
}

/** The words of a type part by part, with the data that they may name and what is wrong where it is wrong. */
export const TemplateParts = ({ template, wording, problems, isReadOnly, onChange }: TemplatePartsProps) => {
  const { t } = useLanguage();
  const words = t.minutes.templates;
  const areas = useRef<Record<string, TextAreaRef | null>>({});
  const last = useRef(template.parts[0]?.name ?? '');
  const labels = new Map(template.placeholders.map(({ name, label }) => [name, label]));

  const insert = (placeholder: string) => {
    const part = last.current;
    const box = areas.current[part]?.resizableTextArea?.textArea;
    const written = wording[part] ?? '';
    const from = box?.selectionStart ?? written.length;
    const to = box?.selectionEnd ?? written.length;
    const tag = `{{${placeholder}}}`;
    onChange({ ...wording, [part]: written.slice(0, from) + tag + written.slice(to) });
    // The cursor goes behind the tag once the text is there.
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(from + tag.length, from + tag.length);
    });
  };

  return (
    <div className={styles.parts}>
      {template.parts.map(({ name, label, mandatory, mustSay }) => {
        const wrong = problems.filter(({ path }) => path === name);
        return (
          <div key={name} className={styles.part}>
            <span className={styles.partHead}>
              <label htmlFor={`part-${name}`}>{label}</label>
              <span className={styles.faint}>
                {[
                  mandatory ? words.mandatory : words.optional,
                  mustSay.length > 0
                    ? words.mustSay(mustSay.map((needed) => labels.get(needed) ?? needed).join(t.comma))
                    : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Input.TextArea
              id={`part-${name}`}
              ref={(area) => {
                areas.current[name] = area;
              }}
              autoSize={{ minRows: 1, maxRows: 14 }}
              maxLength={8000}
              readOnly={isReadOnly}
              status={wrong.length > 0 ? 'error' : undefined}
              value={wording[name] ?? ''}
              onFocus={() => {
                last.current = name;
              }}
              onChange={({ target }) => onChange({ ...wording, [name]: target.value })}
              data-testid={`part-${name}`}
            />
            {wrong.map(({ code, detail }) => (
              <span key={`${code} ${detail}`} className={styles.wrong} role="alert" data-testid={`wrong-${name}`}>
                {detail}
              </span>
            ))}
          </div>
        );
      })}
      {isReadOnly ? null : (
        <div className={styles.placeholders}>
          <p className={styles.partHead}>
            <strong>{words.placeholders}</strong>
            <span className={styles.faint}>{words.placeholdersHint}</span>
          </p>
          <div className={styles.chips}>
            {template.placeholders.map(({ name, label }) => (
              <button
                key={name}
                type="button"
                className={styles.chip}
                title={`{{${name}}}`}
                onClick={() => insert(name)}
                data-testid={`placeholder-${name}`}
              >
                {label}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
};
