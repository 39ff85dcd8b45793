import type { ReactNode } from 'react';
import styles from './project-page.module.css';

/** A fact in the head of a page. */
export const KeyFact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.keyFact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
