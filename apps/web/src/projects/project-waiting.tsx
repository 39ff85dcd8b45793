import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { ProjectWaiting as Waiting } from '../api/contract';
import { waitingQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { useMe } from '../session/session';
import { isoDay } from '../time/shanghai-time';
import styles from './project-waiting.module.css';
import { StageTag } from './stage-tag';
import { DisputeDialog } from './waiting-dispute-dialog';
import { WaitingDisputes } from './waiting-disputes';
import { coloursOf, ownerKey, spanInWords, spansOf, type WaitingSpan } from './waiting-spans';

/** Whom a project waited for: every day of its life belongs to exactly one owner, and a unit may dispute its own. */
export const ProjectWaiting = ({ projectId }: { projectId: string }) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const { data: waiting, error, refetch } = useQuery(waitingQuery(projectId));
  const days = waiting?.owners.reduce((sum, owner) => sum + owner.days, 0) ?? 0;
  return (
    <Card title={words.waiting} extra={waiting ? words.waitingIntro(days) : null}>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {!waiting && !error ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : null}
      {waiting ? <WaitingTime waiting={waiting} /> : null}
    </Card>
  );
};

const percent = (part: number, wholePart: number): string =>
  wholePart > 0 ? `${Math.round((part / wholePart) * 1000) / 10}%` : '0%';

const WaitingTime = ({ waiting }: { waiting: Waiting }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const spans = spansOf(waiting.pieces);
  const colours = coloursOf(waiting.owners.map(({ owner }) => owner));
  const colourOf = ({ owner }: Pick<WaitingSpan, 'owner'>) => colours.get(ownerKey(owner));
  const life = waiting.owners.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const total = (name: 'days' | 'workingDays') => waiting.owners.reduce((sum, owner) => sum + owner[name], 0);
  return (
    <>
      <div className={styles.bar} role="img" aria-label={words.waitingBar} data-testid="waiting-bar">
        {spans.map((span) => (
          <span
            key={`${span.from} ${ownerKey(span.owner)}`}
            style={{ flexGrow: Math.max(1, Date.parse(span.to) - Date.parse(span.from)), background: colourOf(span) }}
            title={`${say(span.owner.name)} · ${spanInWords(span, t)}`}
          />
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>{isoDay(waiting.from)}</span>
        <span>{isoDay(waiting.to)}</span>
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.owner}</th>
            <th scope="col">{words.days}</th>
            <th scope="col">{words.workingDays}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {waiting.owners.map((row) => (
            <tr key={ownerKey(row.owner)} data-testid="waiting-owner">
              <th scope="row">
                <i style={{ background: colourOf(row) }} aria-hidden="true" />
                {say(row.owner.name)}
              </th>
              <td>{row.days}</td>
              <td>{row.workingDays}</td>
              <td>{percent(row.milliseconds, life)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td>{total('days')}</td>
            <td>{total('workingDays')}</td>
            <td>100%</td>
          </tr>
        </tfoot>
      </table>
      <Spans waiting={waiting} spans={spans} />
      <WaitingDisputes disputes={waiting.disputes} mayDecide={waiting.mayDecide} />
    </>
  );
};

/** The intervals one by one; whoever an interval is attributed to may dispute it. */
const Spans = ({ waiting, spans }: { waiting: Waiting; spans: readonly WaitingSpan[] }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const { groups, unit } = useMe();
  const [isOpen, setOpen] = useState(false);
  const [disputed, setDisputed] = useState<WaitingSpan | null>(null);
  const isOwn = ({ owner: { kind, owner } }: WaitingSpan) =>
    kind === 'unit' && (unit.code === owner || groups.some((group) => group.split('.')[0] === owner));
  return (
    <>
      <Button
        type="link"
        size="small"
        className={styles.unfold}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        data-testid="waiting-spans"
      >
        {isOpen ? t.showLess : words.piecesShow(spans.length)}
      </Button>
      {isOpen ? (
        <ol className={styles.spans}>
          {spans.map((span) => (
            <li key={span.from}>
              <span className={styles.when}>{spanInWords(span, t)}</span>
              <span>
                {say(span.owner.name)} <StageTag stage={span.stage} />
                {ownerKey(span.recorded) === ownerKey(span.owner) ? null : (
                  <small>{words.recordedAs(say(span.recorded.name))}</small>
                )}
              </span>
              {waiting.mayDecide || isOwn(span) ? (
                <Button size="small" onClick={() => setDisputed(span)} data-testid="dispute">
                  {words.dispute}
                </Button>
              ) : (
                <span />
              )}
            </li>
          ))}
        </ol>
      ) : null}
      {disputed ? (
        <DisputeDialog projectId={waiting.projectId} span={disputed} onClose={() => setDisputed(null)} />
      ) : null}
    </>
  );
};
