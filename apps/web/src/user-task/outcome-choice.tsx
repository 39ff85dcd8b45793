import { CheckOutlined, CloseOutlined, SwapOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Outcome, Tone } from '../api/contract';
import { useLanguage } from '../language/language';
import styles from './outcome-choice.module.css';

const signs: Record<Tone, ReactNode> = {
  positive: <CheckOutlined />,
  negative: <CloseOutlined />,
  neutral: <SwapOutlined />,
};

interface OutcomeChoiceProps {
  outcomes: readonly Outcome[];
  chosen: string | null;
  disabled: boolean;
  onChoose: (key: string) => void;
}

/** The possible decisions of a task, one of which is chosen; the tone tells them apart by colour and by sign. */
export const OutcomeChoice = ({ outcomes, chosen, disabled, onChoose }: OutcomeChoiceProps) => {
  const { t, say } = useLanguage();
  return (
    <fieldset className={styles.choice} disabled={disabled}>
      <legend className={styles.legend}>{t.task.outcome}</legend>
      {outcomes.map((outcome) => (
        <label
          key={outcome.key}
          className={`${styles.outcome} ${styles[outcome.tone]}`}
          data-chosen={outcome.key === chosen ? '' : undefined}
          data-testid={`outcome-${outcome.key}`}
        >
          <input
            type="radio"
            name="outcome"
            value={outcome.key}
            checked={outcome.key === chosen}
            onChange={() => onChoose(outcome.key)}
            className={styles.radio}
          />
          <span className={styles.sign} aria-hidden="true">
            {signs[outcome.tone]}
          </span>
          {say(outcome.label)}
        </label>
      ))}
    </fieldset>
  );
};
