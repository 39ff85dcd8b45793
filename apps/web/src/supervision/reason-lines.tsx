import type { LightReason } from '../api/contract';
import { useLanguage } from '../language/language';
import styles from './board-page.module.css';

interface ReasonLinesProps {
  reasons: readonly LightReason[];
  held?: readonly LightReason[];
}

/** Every reason of a light with the article behind it, worst first. */
export const ReasonLines = ({ reasons, held = [] }: ReasonLinesProps) => {
  const { t, say } = useLanguage();
  const line = (reason: LightReason, isHeld: boolean) => (
    <li key={`${isHeld} ${reason.code} ${reason.subject}`} className={styles.reason} data-testid="light-reason">
      <i className={isHeld ? styles.held : styles[reason.light]} aria-hidden="true" />
      <span>
        {say(reason.text)}
        <small>
          {say(reason.text).includes(reason.since) ? '' : `${t.supervision.reasonSince(reason.since)} · `}
          {isHeld ? t.supervision.heldUntilMorning : reason.source}
        </small>
      </span>
    </li>
  );
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => line(reason, false))}
      {held.map((reason) => line(reason, true))}
    </ul>
  );
};
