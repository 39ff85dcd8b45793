import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import type { InboxItem, InboxView } from '../api/contract';
import { type Speech, useLanguage } from '../language/language';
import type { Dictionary } from '../language/zh';
import { openingRow } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { PlaceTag } from '../projects/stage-tag';
import { Deadline } from '../time/deadline';
import { exactMoment, moment } from '../time/shanghai-time';
import styles from './inbox-page.module.css';

const isCopies = (view: InboxView): boolean => view === 'copied' || view === 'toRead';

interface InboxHeadProps {
  view: InboxView;
  all: boolean;
  some: boolean;
  /** Where many tasks can be handled at once. */
  onChooseAll: ((all: boolean) => void) | undefined;
}

export const InboxHead = ({ view, all, some, onChooseAll }: InboxHeadProps) => {
  const { t } = useLanguage();
  const { columns, bulk } = t.inbox;
  const rest = isCopies(view)
    ? [columns.sentBy, columns.sentAt, ...(view === 'copied' ? [columns.read] : [])]
    : view === 'done'
      ? [columns.outcome, columns.completed]
      : [columns.arrived, columns.due, view === 'group' ? columns.group : columns.handler];
  return (
    <>
      <th scope="col">
        {onChooseAll ? (
          <Checkbox
            className={styles.choose}
            checked={all}
            indeterminate={some && !all}
            onChange={(event) => onChooseAll(event.target.checked)}
            aria-label={bulk.selectAll}
            data-testid="choose-all"
          />
        ) : null}
        {columns.project}
      </th>
      <th scope="col">{columns.task}</th>
      {rest.map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
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
  reading: boolean;
  onRead: () => void;
  chosen: boolean;
  onChoose: (() => void) | undefined;
}

/** One piece of work: which project, what to do, since when, until when, by whom. */
export const InboxRow = ({ item, view, claiming, onClaim, reading, onRead, chosen, onChoose }: InboxRowProps) => {
  const { t, say } = useLanguage();
  const navigate = useNavigate();
  const { columns, bulk } = t.inbox;
  const open = () =>
    item.userTaskId
      ? void navigate({ to: '/tasks/$taskId', params: { taskId: item.userTaskId } })
      : void navigate({ to: '/projects/$projectId', params: { projectId: item.projectId } });
  const mine = view === 'todo' || (view === 'overdue' && item.state === 'claimed');
  const claimable = item.state === 'created' && (view === 'group' || view === 'overdue');
  const late = item.overdue && view !== 'done' && !isCopies(view);
  return (
    <tr
      {...openingRow(open, onChoose)}
      data-testid="inbox-row"
      data-overdue={late ? '' : undefined}
      data-chosen={chosen ? '' : undefined}
      aria-selected={onChoose ? chosen : undefined}
    >
      <td>
        <span className={styles.first}>
          {onChoose ? (
            <Checkbox
              className={styles.choose}
              checked={chosen}
              onChange={onChoose}
              aria-label={bulk.select(say(item.title), item.projectName)}
              data-testid="choose"
            />
          ) : null}
          <span>
            {item.meetingId ? (
              <Link
                to="/meetings/$meetingId"
                params={{ meetingId: item.meetingId }}
                className={`${ledger.name} ${styles.project}`}
                tabIndex={-1}
              >
                {item.projectName}
              </Link>
            ) : item.supervisionItemId !== null && item.supervisionItemId === item.projectId ? (
              <Link
                to="/supervision/items/$itemId"
                params={{ itemId: item.supervisionItemId }}
                className={`${ledger.name} ${styles.project}`}
                tabIndex={-1}
              >
                {item.projectName}
              </Link>
            ) : (
              <Link
                to="/projects/$projectId"
                params={{ projectId: item.projectId }}
                className={`${ledger.name} ${styles.project}`}
                tabIndex={-1}
              >
                {item.projectName}
              </Link>
            )}
            <span className={ledger.sub}>{item.projectNo}</span>
          </span>
        </span>
      </td>
      <td data-label={columns.task} data-phone="bare">
        <span className={styles.task}>
          {say(item.title)}
          <PlaceTag task={item} />
          {item.about ? <span className={ledger.sub}>{item.about}</span> : null}
          {item.slotName ? <span className={ledger.sub}>{say(item.slotName)}</span> : null}
        </span>
      </td>
      {isCopies(view) ? (
        <CopyCells item={item} withReceipt={view === 'copied'} />
      ) : view === 'done' ? (
        <>
          <td data-label={columns.outcome}>
            {say(item.outcomeLabel) || item.outcome || t.taskState[item.state]}
            {item.completedFor ? <span className={ledger.sub}>{t.task.actedFor(item.completedFor.name)}</span> : null}
          </td>
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
            <Deadline
              dueAt={item.dueAt}
              settled={item.state === 'completed' || item.state === 'cancelled'}
              paused={item.state === 'suspended'}
            />
          </td>
          <td
            data-label={view === 'group' ? columns.group : columns.handler}
            data-phone={view === 'todo' ? 'none' : 'bare'}
            className={`${ledger.quiet} ${styles.holder}`}
          >
            <span>
              {view === 'group' ? say(item.groupName) : handlerInWords(item, t, say)}
              {item.state === 'waiting' || item.state === 'suspended' ? (
                <span className={ledger.sub}>{t.taskState[item.state]}</span>
              ) : null}
            </span>
          </td>
        </>
      )}
      <td className={ledger.action}>
        <span className={ledger.buttons}>
          {claimable ? (
            <Button size="small" loading={claiming} onClick={onClaim} data-testid="claim">
              {t.inbox.claim}
            </Button>
          ) : null}
          {view === 'toRead' ? (
            <Button size="small" loading={reading} onClick={onRead} data-testid="read-copy">
              {t.inbox.copies.read}
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

/** Of a copy: who sent it with which note, when, and whether it was read. */
const CopyCells = ({ item: { copy }, withReceipt }: { item: InboxItem; withReceipt: boolean }) => {
  const { t } = useLanguage();
  const { columns, copies } = t.inbox;
  return (
    <>
      <td data-label={columns.sentBy}>
        <span>
          {copy?.sentBy}
          {copy?.note ? <span className={styles.note}>{copy.note}</span> : null}
        </span>
      </td>
      <td data-label={columns.sentAt} data-phone="none" className={`${ledger.numeric} ${ledger.quiet}`}>
        {copy ? <span title={exactMoment(copy.sentAt)}>{moment(copy.sentAt, t)}</span> : null}
      </td>
      {withReceipt ? (
        <td data-label={columns.read} className={`${ledger.numeric} ${ledger.quiet}`}>
          {copy?.readAt ? moment(copy.readAt, t) : <span className={styles.unread}>{copies.unread}</span>}
        </td>
      ) : null}
    </>
  );
};
