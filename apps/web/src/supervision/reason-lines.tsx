import type { LightReason } from '../api/contract';
import { useLanguage } from '../language/language';
import { basisInWords } from '../spoken/basis-in-words';
import styles from './board-page.module.css';

interface ReasonLinesProps {
  reasons: readonly LightReason[];
  held?: readonly LightReason[];
}

/** Every reason of a light with the article behind it, worst first. */
export const ReasonLines = ({ reasons, held = [] }: ReasonLinesProps) => {
  const { t, say } = useLanguage();
  const line = (reason: LightReason, isHeld: boolean) => {
    const beside = [
      say(reason.text).includes(reason.since) ? '' : t.supervision.reasonSince(reason.since),
      isHeld ? t.supervision.heldUntilMorning : basisInWords(reason.source),
    ].filter(Boolean);
    return (
      <li key={`${isHeld} ${reason.code} ${reason.subject}`} className={styles.reason} data-testid="light-reason">
        <i className={isHeld ? styles.held : styles[reason.light]} aria-hidden="true" />
        <span>
          {say(reason.text)}
          {beside.length > 0 ? <small>{beside.join(' · ')}</small> : null}
        </span>
      </li>
    );
  };
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => line(reason, false))}
      {held.map((reason) => line(reason, true))}
    </ul>
  );
};
