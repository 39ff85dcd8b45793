import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { InboxItem, InboxView } from '../api/contract';
import { type Speech, useLanguage } from '../language/language';
import type { Dictionary } from '../language/zh';
import { openingRow } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { StageTag } from '../projects/stage-tag';
import { Deadline } from '../time/deadline';
import { exactMoment, moment } from '../time/shanghai-time';
import styles from './inbox-page.module.css';

export const InboxHead = ({ view }: { view: InboxView }) => {
  const { t } = useLanguage();
  const { columns } = t.inbox;
  return (
    <>
      <th scope="col">{columns.project}</th>
      <th scope="col">{columns.task}</th>
      <th scope="col">{view === 'done' ? columns.outcome : columns.arrived}</th>
      <th scope="col">{view === 'done' ? columns.completed : columns.due}</th>
      {view === 'done' ? null : <th scope="col">{view === 'group' ? columns.group : columns.handler}</th>}
      <th scope="col" aria-label={t.inbox.open} />
    </>
  );
};

/** Who handles it, or which group has it waiting; nobody where the process waits for the system or has ended. */
export const handlerInWords = (
  { assignee, groupName }: Pick<InboxItem, 'assignee' | 'groupName'>,
  t: Dictionary,
  say: Speech['say'],
): string => assignee?.name ?? (say(groupName) ? t.inbox.unclaimedBy(say(groupName)) : t.none);

interface InboxRowProps {
  item: InboxItem;
  view: InboxView;
  claiming: boolean;
  onClaim: () => void;
}

/** One piece of work: which project, what to do, since when, until when, by whom. */
export const InboxRow = ({ item, view, claiming, onClaim }: InboxRowProps) => {
  const { t, say } = useLanguage();
  const navigate = useNavigate();
  const { columns } = t.inbox;
  const open = () =>
    item.userTaskId
      ? void navigate({ to: '/tasks/$taskId', params: { taskId: item.userTaskId } })
      : void navigate({ to: '/projects/$projectId', params: { projectId: item.projectId } });
  const mine = view === 'todo';
  return (
    <tr {...openingRow(open)} data-testid="inbox-row" data-overdue={item.overdue && view !== 'done' ? '' : undefined}>
      <td>
        <span>
          <Link
            to="/projects/$projectId"
            params={{ projectId: item.projectId }}
            className={`${ledger.name} ${styles.project}`}
            tabIndex={-1}
          >
            {item.projectName}
          </Link>
          <span className={ledger.sub}>{item.projectNo}</span>
        </span>
      </td>
      <td data-label={columns.task} data-phone="bare">
        <span className={styles.task}>
          {say(item.title)}
          <StageTag stage={item.stage} />
        </span>
      </td>
      {view === 'done' ? (
        <>
          <td data-label={columns.outcome}>{say(item.outcomeLabel) || item.outcome || t.taskState[item.state]}</td>
          <td data-label={columns.completed} className={`${ledger.numeric} ${ledger.quiet}`}>
            {item.completedAt ? moment(item.completedAt, t) : t.none}
          </td>
        </>
      ) : (
        <>
          <td data-label={columns.arrived} data-phone="none" className={`${ledger.numeric} ${ledger.quiet}`}>
            <span title={exactMoment(item.createdAt)}>{moment(item.createdAt, t)}</span>
          </td>
          <td data-label={columns.due} data-phone="bare" className={ledger.short}>
            <Deadline dueAt={item.dueAt} settled={item.state === 'completed' || item.state === 'cancelled'} />
          </td>
          <td
            data-label={view === 'group' ? columns.group : columns.handler}
            data-phone={mine ? 'none' : undefined}
            className={ledger.quiet}
          >
            {view === 'group' ? say(item.groupName) : handlerInWords(item, t, say)}
          </td>
        </>
      )}
      <td className={ledger.action}>
        <span className={ledger.buttons}>
          {view === 'group' ? (
            <Button size="small" loading={claiming} onClick={onClaim} data-testid="claim">
              {t.inbox.claim}
            </Button>
          ) : null}
          <Button size="small" type={mine ? 'primary' : 'text'} onClick={open} data-testid="open-task">
            {mine ? t.inbox.open : t.inbox.view}
          </Button>
        </span>
      </td>
    </tr>
  );
};
