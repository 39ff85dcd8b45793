import { CheckOutlined } from '@ant-design/icons';
import type { MeetingDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import { stepsOf } from './meeting-standing';
import styles from './meeting-strip.module.css';

/** More than these are counted instead of named. */
const MOST_NAMES = 2;

/** Of more steps only the present one is named on a phone. */
const MOST_STEPS_NAMED = 8;

/** The way of a meeting from its call to its archive, and where it is on it. */
export const MeetingStrip = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t, say } = useLanguage();
  const words = t.meetings;
  const { steps, at } = stepsOf(meeting);
  const over = meeting.state === 'archived';
  const { mustAct } = meeting;
  const must =
    mustAct.length > MOST_NAMES ? words.mustMany(mustAct.length) : mustAct.map(({ name }) => say(name)).join(t.comma);
  return (
    <ol
      className={steps.length > MOST_STEPS_NAMED ? `${styles.strip} ${styles.long}` : styles.strip}
      aria-label={words.stripLabel}
      style={{ gridTemplateColumns: `repeat(${steps.length}, minmax(0, 1fr))` }}
    >
      {steps.map((step, place) => {
        const passed = place < at || over;
        const here = place === at && !over;
        return (
          <li
            key={step}
            className={`${styles.step} ${passed ? styles.passed : ''} ${here ? styles.here : ''}`}
            aria-current={here ? 'step' : undefined}
            data-step={step}
          >
            <span className={styles.mark}>{passed ? <CheckOutlined /> : place + 1}</span>
            <span className={styles.name}>{words.steps[step]}</span>
            {here && must ? <span className={styles.must}>{must}</span> : null}
          </li>
        );
      })}
    </ol>
  );
};
