import type { MeetingItem, MeetingKind } from '../api/contract';
import { useLanguage } from '../language/language';
import styles from './kind-tag.module.css';

/** The colour of a kind of meeting, as a class: the same in calendar, lists and pages. */
export const kindClass = (kind: MeetingKind): string => styles[kind] ?? '';

/** The kind of a meeting as a small coloured label. */
export const KindTag = ({ meeting: { kind, kindLabel } }: { meeting: Pick<MeetingItem, 'kind' | 'kindLabel'> }) => {
  const { say } = useLanguage();
  return <span className={`${styles.tag} ${kindClass(kind)}`}>{say(kindLabel)}</span>;
};

/** The state of a meeting in words; what is overdue says so. */
export const StateTag = ({
  meeting: { state, stateLabel, overdue },
}: {
  meeting: Pick<MeetingItem, 'state' | 'stateLabel' | 'overdue'>;
}) => {
  const { t, say } = useLanguage();
  const waitsForSession = overdue && state === 'convened';
  const tone = waitsForSession ? styles.late : state === 'inSession' ? styles.live : styles.state;
  return (
    <span className={tone} data-state={state} data-testid="meeting-state">
      {waitsForSession ? t.meetings.overdue : say(stateLabel)}
    </span>
  );
};
