import { Button } from 'antd';
import { useId, useState } from 'react';
import type { InboxItem, MeetingAgendaItem, MeetingDetail } from '../api/contract';
import { LongText } from '../form/long-text';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import styles from './opinion-form.module.css';
import { useCompleteTask } from './use-complete-task';

interface ScaleProps<Value extends string | number> {
  label: string;
  hint?: string;
  options: readonly { value: Value; label: string }[];
  value: Value | null;
  onChange: (value: Value) => void;
  testId: string;
}

/** A few answers side by side, large enough for a thumb. */
const Scale = <Value extends string | number>({ label, hint, options, value, onChange, testId }: ScaleProps<Value>) => {
  const name = useId();
  return (
    <fieldset className={styles.scale}>
      <legend>
        {label}
        {hint ? <small>{hint}</small> : null}
      </legend>
      <div className={styles.steps} style={{ gridTemplateColumns: `repeat(${options.length}, minmax(0, 1fr))` }}>
        {options.map((option) => (
          <label
            key={option.value}
            className={styles.step}
            data-chosen={option.value === value ? '' : undefined}
            data-testid={`${testId}-${option.value}`}
          >
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

const SCORES = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }));

const POSITIONS = ['agree', 'agreeWithConditions', 'disagree', 'none'] as const;
type Position = (typeof POSITIONS)[number];

interface OpinionFormProps {
  meeting: MeetingDetail;
  item: MeetingAgendaItem;
  task: InboxItem & { userTaskId: string };
}

/** The opinion of a unit on one item: two scores, or a position, and a word why. */
export const OpinionForm = ({ meeting, item, task }: OpinionFormProps) => {
  const { t } = useLanguage();
  const words = t.meetings.opinions;
  const textId = useId();
  const scores = task.taskKey === 'judge';
  const [match, setMatch] = useState<number | null>(null);
  const [feasibility, setFeasibility] = useState<number | null>(null);
  const [position, setPosition] = useState<Position | null>(null);
  const [opinion, setOpinion] = useState('');
  const [asked, setAsked] = useState(false);
  const complete = useCompleteTask(meeting.meetingId, task.userTaskId, words.given);
  const missing =
    scores && (match === null || feasibility === null)
      ? words.missingScore
      : !scores && position === null
        ? words.missingPosition
        : opinion.trim().length < 2
          ? words.missingText
          : null;
  const send = () => {
    setAsked(true);
    if (missing !== null) return;
    const form = scores ? { match, feasibility } : { position };
    complete.mutate({ outcome: 'give', form: { ...form, opinion: opinion.trim() } });
  };
  return (
    <div className={styles.form} data-testid="opinion-form" data-item={item.key}>
      {scores ? (
        <div className={styles.two}>
          <Scale
            label={words.match}
            hint={words.best}
            options={SCORES}
            value={match}
            onChange={setMatch}
            testId="match"
          />
          <Scale
            label={words.feasibility}
            hint={words.best}
            options={SCORES}
            value={feasibility}
            onChange={setFeasibility}
            testId="feasibility"
          />
        </div>
      ) : (
        <Scale
          label={words.position}
          options={POSITIONS.map((value) => ({ value, label: words.positions[value] }))}
          value={position}
          onChange={setPosition}
          testId="position"
        />
      )}
      <div className={styles.text}>
        <label htmlFor={textId} className={styles.label}>
          {words.text}
        </label>
        <LongText
          id={textId}
          disabled={false}
          value={opinion}
          onChange={setOpinion}
          maxLength={2000}
          phrases
          data-testid="opinion-text"
        />
      </div>
      {asked && missing !== null ? <p className={styles.missing}>{missing}</p> : null}
      {complete.error ? <ProblemNotice error={complete.error} /> : null}
      <Button
        type="primary"
        size="large"
        className={styles.submit}
        onClick={send}
        loading={complete.isPending}
        data-testid="opinion-submit"
      >
        {words.submit}
      </Button>
    </div>
  );
};
