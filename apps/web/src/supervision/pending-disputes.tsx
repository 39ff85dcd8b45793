import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { undecidedDisputesQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import styles from './board-page.module.css';

/** Disputes about waiting time that wait for the office, each leading to its project's page; nothing when there are none. */
export const PendingDisputes = () => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const { data: disputes = [] } = useQuery(undecidedDisputesQuery);
  if (disputes.length === 0) return null;
  return (
    <div className={styles.pending} data-testid="pending-disputes">
      <strong>{words.pending(disputes.length)}</strong>
      {disputes.map(({ id, projectId, against, claimed }) => (
        <Link key={id} to="/projects/$projectId" params={{ projectId }}>
          {words.disputeLine(say(against.name), say(claimed.name))}
        </Link>
      ))}
    </div>
  );
};
