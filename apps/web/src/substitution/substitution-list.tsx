import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Substitution } from '../api/contract';
import { landfall } from '../api/landfall';
import { queryClient, substitutionsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { useAnnouncement } from '../problem/use-announcement';
import { exactMoment, moment } from '../time/shanghai-time';
import { daysInWords } from './days-in-words';
import styles from './substitution-list.module.css';

interface SubstitutionListProps {
  /** Whose name a line bears. */
  shown: 'principal' | 'substitute' | 'both';
  substitutions: readonly Substitution[];
  empty: string;
}

const isLive = ({ state }: Substitution): boolean => state === 'planned' || state === 'acting';

const soonestFirst = (a: Substitution, b: Substitution): number => (a.validFrom < b.validFrom ? -1 : 1);

/** Substitutions, the standing ones first; what is over is folded away. */
export const SubstitutionList = ({ shown, substitutions, empty }: SubstitutionListProps) => {
  const { t } = useLanguage();
  const [unfolded, setUnfolded] = useState(false);
  const live = substitutions.filter(isLive).sort(soonestFirst);
  const past = substitutions.filter((one) => !isLive(one));
  // Without a standing one the last few are of more use than an empty list.
  const laidOpen = unfolded ? past : past.slice(0, live.length === 0 ? 3 : 0);
  const folded = past.length - laidOpen.length;
  if (substitutions.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <>
      <ul className={styles.list}>
        {[...live, ...laidOpen].map((one) => (
          <Line key={one.id} shown={shown} substitution={one} />
        ))}
      </ul>
      {folded > 0 ? (
        <div className={styles.more}>
          <Button type="link" size="small" onClick={() => setUnfolded(true)}>
            {t.substitutions.earlier(folded)}
          </Button>
        </div>
      ) : null}
    </>
  );
};

const Line = ({ shown, substitution }: { shown: SubstitutionListProps['shown']; substitution: Substitution }) => {
  const { t } = useLanguage();
  const words = t.substitutions;
  const announce = useAnnouncement();
  const { principal, substitute, state, setBy, endedBy, endedAt } = substitution;
  const end = useMutation({
    mutationFn: () => landfall.endSubstitution(substitution.id),
    onSuccess: () => announce.done(words.ended),
    onError: announce.refused,
    onSettled: () => queryClient.invalidateQueries({ queryKey: substitutionsQuery.queryKey }),
  });
  const name = shown === 'both' ? words.for(principal.name, substitute.name) : substitution[shown].name;
  return (
    <li className={isLive(substitution) ? styles.line : `${styles.line} ${styles.past}`} data-testid="substitution">
      <div className={styles.what}>
        <p className={styles.head}>
          <span className={styles.name}>{name}</span>
          <span className={`${styles.state} ${styles[state] ?? ''}`}>{words.states[state]}</span>
        </p>
        <p className={styles.days}>{daysInWords(substitution.validFrom, substitution.validTo, t)}</p>
        <p className={styles.reason}>
          {substitution.reason}
          {setBy.accountId === principal.accountId ? null : (
            <span className={styles.note}>{words.setBy(setBy.name)}</span>
          )}
          {endedBy && endedAt ? (
            <span className={styles.note} title={exactMoment(endedAt)}>
              {words.endedBy(endedBy.name, moment(endedAt, t))}
            </span>
          ) : null}
        </p>
      </div>
      {substitution.canEnd ? (
        <Popconfirm
          title={words.endAsk(substitute.name)}
          description={words.endHint}
          okText={words.end}
          cancelText={t.cancel}
          placement="topRight"
          onConfirm={() => end.mutate()}
        >
          <Button size="small" loading={end.isPending} data-testid="end-substitution">
            {words.end}
          </Button>
        </Popconfirm>
      ) : null}
    </li>
  );
};
