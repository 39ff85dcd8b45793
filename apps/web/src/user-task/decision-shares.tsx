import { CheckOutlined, ClockCircleOutlined, CloseOutlined, MinusOutlined, PauseOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { TaskShare, Tone, UserTaskDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import type { Dictionary } from '../language/zh';
import { Card } from '../layout/page';
import { useMe } from '../session/session';
import { SpokenValues, useSpokenValues } from '../spoken/spoken-values';
import { exactMoment, moment } from '../time/shanghai-time';
import styles from './decision-shares.module.css';
import { RemoveSigner } from './remove-signer';

const SIGNATURE_TONES: Readonly<Record<string, Tone>> = { agree: 'positive', object: 'negative' };

export const isSignature = ({ part }: Pick<TaskShare, 'part'>): boolean =>
  part === 'signerBefore' || part === 'signerAfter';

const hasEnded = ({ state }: TaskShare): boolean => state === 'completed' || state === 'skipped';

/** Who has a share: a person, or the group that has it waiting. */
export const holderOf = ({ assignee, groupName }: TaskShare, say: (text: TaskShare['groupName']) => string): string =>
  assignee?.name ?? say(groupName);

/** Those a waiting share waits for: who signs before it, whom it signs after, or whose turn is before. */
export const awaitedBy = (share: TaskShare, { shares, workRule }: UserTaskDetail): TaskShare[] => {
  if (share.state !== 'waiting') return [];
  if (share.part === 'signerAfter') return shares.filter(({ userTaskId }) => userTaskId === share.signsFor);
  const live = shares.filter((other) => other.state !== 'cancelled' && !hasEnded(other));
  const before = live.filter((other) => other.signsFor === share.userTaskId && other.part === 'signerBefore');
  if (before.length > 0 || workRule !== 'sequential') return before;
  return live.filter((other) => !isSignature(other) && other.state !== 'waiting');
};

/** Each share followed by those who sign for it: before it the earlier ones, after it the later ones. */
const inReadingOrder = (shares: readonly TaskShare[]): { share: TaskShare; inset: boolean }[] => {
  const shown = shares.filter(({ state }) => state !== 'cancelled');
  const own = shown.filter((share) => !isSignature(share));
  const signersOf = (id: string, part: string) =>
    shown.filter((share) => share.signsFor === id && share.part === part).map((share) => ({ share, inset: true }));
  const ordered = own.flatMap((share) => [
    ...signersOf(share.userTaskId, 'signerBefore'),
    { share, inset: false },
    ...signersOf(share.userTaskId, 'signerAfter'),
  ]);
  const placed = new Set(ordered.map(({ share }) => share.userTaskId));
  return [...ordered, ...shown.filter((s) => !placed.has(s.userTaskId)).map((share) => ({ share, inset: true }))];
};

const ruleOf = ({ workRule, shares }: UserTaskDetail): keyof Dictionary['shares']['rules'] => {
  if (workRule) return workRule;
  return shares.filter((share) => !isSignature(share) && share.state !== 'cancelled').length > 1 ? 'all' : 'signed';
};

const signOf = (share: TaskShare, tone: Tone): ReactNode => {
  if (share.state === 'completed') {
    return tone === 'negative' ? <CloseOutlined /> : <CheckOutlined />;
  }
  if (share.state === 'skipped') return <MinusOutlined />;
  return share.state === 'suspended' ? <PauseOutlined /> : <ClockCircleOutlined />;
};

/** How far the decision is: answers given of those asked for; of a vote, the weight that was cast and for what. */
const Progress = ({ task }: { task: UserTaskDetail }) => {
  const { t, say } = useLanguage();
  const shares = task.shares.filter(({ state }) => state !== 'cancelled');
  const isVote = task.workRule === 'vote';
  const counted = isVote ? shares.filter((share) => !isSignature(share) && share.state !== 'skipped') : shares;
  const weightOf = ({ weight }: TaskShare): number => (isVote ? weight : 1);
  const sum = (some: readonly TaskShare[]): number => some.reduce((total, share) => total + weightOf(share), 0);
  const all = sum(counted);
  const done = sum(counted.filter(hasEnded));
  const labels = new Map<string, { label: string; weight: number }>();
  for (const share of isVote ? counted : []) {
    if (share.state !== 'completed' || share.outcome === null) continue;
    const known = labels.get(share.outcome);
    const label = say(share.outcomeLabel) || share.outcome;
    labels.set(share.outcome, { label, weight: (known?.weight ?? 0) + share.weight });
  }
  return (
    <span className={styles.progress} data-testid="shares-progress">
      {[...labels.values()].map(({ label, weight }) => (
        <span key={label} className={styles.tally}>
          {label} <b>{weight}</b>
        </span>
      ))}
      <span>{isVote ? t.shares.votes(done, all) : t.shares.progress(done, all)}</span>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${all === 0 ? 0 : (100 * done) / all}%` }} />
      </span>
    </span>
  );
};

/** All parts of the decision: who has said what, who is still to speak, and who waits for whom. */
export const DecisionShares = ({ task }: { task: UserTaskDetail }) => {
  const { t, say } = useLanguage();
  const me = useMe().accountId;
  const speak = useSpokenValues();
  const rows = inReadingOrder(task.shares);
  if (rows.length < 2) return null;
  const rule = ruleOf(task);
  const shareWords = t.shares;
  const toneOf = ({ outcome, part }: TaskShare): Tone => {
    if (outcome === null) return 'neutral';
    if (isSignature({ part })) return SIGNATURE_TONES[outcome] ?? 'neutral';
    return task.outcomes.find(({ key }) => key === outcome)?.tone ?? 'positive';
  };
  return (
    <Card title={shareWords.title} extra={<Progress task={task} />}>
      <p className={styles.rule}>{shareWords.rules[rule]}</p>
      <ol className={styles.shares} data-testid="shares">
        {rows.map(({ share, inset }, index) => {
          const tone = toneOf(share);
          const opinion = share.state === 'completed' || share.state === 'skipped' ? speak(share.form, task.form) : [];
          const waitsFor = awaitedBy(share, task).map((other) => holderOf(other, say));
          const state = shareWords.states[share.state as keyof typeof shareWords.states] ?? share.state;
          const said = share.state === 'completed' ? say(share.outcomeLabel) || share.outcome || state : state;
          return (
            <li
              key={share.userTaskId}
              className={[styles.share, inset ? styles.inset : '', styles[share.state] ?? ''].join(' ')}
              data-testid="share"
              data-state={share.state}
              data-part={share.part}
              data-current={share.userTaskId === task.userTaskId ? '' : undefined}
            >
              <span className={`${styles.sign} ${share.state === 'completed' ? styles[tone] : ''}`} aria-hidden="true">
                {signOf(share, tone)}
              </span>
              <span className={styles.who}>
                <strong>{holderOf(share, say)}</strong>
                {share.assignee?.accountId === me ? <span className={styles.me}>{shareWords.me}</span> : null}
                <span className={styles.part}>
                  {share.part === 'share'
                    ? shareWords.shareOf[rule]
                    : (shareWords.parts[share.part as keyof typeof shareWords.parts] ?? share.part)}
                  {rule === 'sequential' && !inset ? ` · ${shareWords.turn(index + 1)}` : ''}
                  {share.isAdded && !isSignature(share) ? ` · ${shareWords.added}` : ''}
                  {rule === 'vote' && !isSignature(share) ? ` · ${shareWords.weight(share.weight)}` : ''}
                </span>
              </span>
              <span className={styles.state}>
                <span className={share.state === 'completed' ? styles[tone] : undefined}>{said}</span>
                {waitsFor.length > 0 ? (
                  <span className={styles.when}>{shareWords.waitsFor(waitsFor.join(t.comma))}</span>
                ) : share.endedAt ? (
                  <time className={styles.when} dateTime={share.endedAt} title={exactMoment(share.endedAt)}>
                    {moment(share.endedAt, t)}
                  </time>
                ) : null}
                {share.isAdded && !hasEnded(share) && share.userTaskId !== task.userTaskId ? (
                  <RemoveSigner userTaskId={share.userTaskId} seenFrom={task.userTaskId} />
                ) : null}
              </span>
              {opinion.length > 0 ? (
                <div className={styles.opinion}>
                  <SpokenValues values={opinion} />
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Card>
  );
};
