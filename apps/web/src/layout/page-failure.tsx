import { Link, useRouter } from '@tanstack/react-router';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import styles from './page.module.css';

/** Shown instead of a page that could not be made at all. */
export const PageFailure = ({ error }: { error: unknown }) => {
  const router = useRouter();
  return (
    <main className={styles.page}>
      <ProblemNotice error={error} onRetry={() => void router.invalidate()} />
    </main>
  );
};

export const MissingPage = () => {
  const { t } = useLanguage();
  return (
    <main className={styles.missing}>
      <p>{t.notFound}</p>
      <Link to="/inbox">{t.backToInbox}</Link>
    </main>
  );
};
