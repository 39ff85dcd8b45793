import type { ReactNode } from 'react';
import { Card } from '../layout/page';
import styles from './item-page.module.css';

interface EndingCardProps {
  title: string;
  lines: readonly (readonly [name: string, said: ReactNode])[];
  testId: string;
}

/** How an issue or an item ended, line by line. */
export const EndingCard = ({ title, lines, testId }: EndingCardProps) => (
  <Card title={title}>
    <dl className={styles.lines} data-testid={testId}>
      {lines.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  </Card>
);
