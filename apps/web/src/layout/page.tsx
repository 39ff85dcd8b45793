import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useLanguage } from '../language/language';
import styles from './page.module.css';

interface PageProps {
  title: string;
  /** What stands under the title in one line. */
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
}

/** A page with its heading; also names the browser's tab. */
export const Page = ({ title, intro, actions, children, narrow = false }: PageProps) => {
  useTabTitle(title);
  return (
    <div className={narrow ? `${styles.page} ${styles.narrow}` : styles.page}>
      <header className={styles.heading}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          {intro ? <p className={styles.intro}>{intro}</p> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {children}
    </div>
  );
};

export const useTabTitle = (title: string): void => {
  const { t } = useLanguage();
  useEffect(() => {
    document.title = title ? `${title} · ${t.product}` : t.product;
  }, [title, t]);
};

interface CardProps {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  label?: string;
  id?: string;
}

/** A sheet of paper on the ground: a heading and what belongs to it. */
export const Card = ({ title, extra, children, flush = false, label, id }: CardProps) => (
  <section className={styles.card} aria-label={label ?? (typeof title === 'string' ? title : undefined)} id={id}>
    {title || extra ? (
      <header className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{title}</h2>
        {extra ? <div className={styles.cardExtra}>{extra}</div> : null}
      </header>
    ) : null}
    <div className={flush ? undefined : styles.cardBody}>{children}</div>
  </section>
);
