import type { LightColour } from '../api/contract';
import { useLanguage } from '../language/language';
import styles from './light-tag.module.css';

/** A project's light as a dot and its word; the word carries the meaning where colours are not told apart. */
export const LightTag = ({ light }: { light: LightColour }) => {
  const { t } = useLanguage();
  return (
    <span className={`${styles.tag} ${styles[light]}`} data-testid="light" data-light={light}>
      <span className={styles.dot} aria-hidden="true" />
      {t.supervision.light[light]}
    </span>
  );
};

/** The colour in which a supervision item is chased. */
export const ChasingTag = ({ colour }: { colour: string }) => {
  const { t } = useLanguage();
  const { colours, colourHints } = t.supervision;
  return (
    <span className={`${styles.tag} ${styles[colour] ?? styles.grey}`} data-colour={colour}>
      <span className={styles.dot} aria-hidden="true" />
      {colours[colour] ?? colour}
      {colourHints[colour] ? <small>{colourHints[colour]}</small> : null}
    </span>
  );
};
