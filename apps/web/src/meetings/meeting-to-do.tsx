import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { MeetingDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import { Deadline } from '../time/deadline';
import { isConclusionTask, isOpinionTask, ownTasksOf } from './meeting-standing';
import styles from './meeting-to-do.module.css';

interface Work {
  key: string;
  label: string;
  dueAt: string | null;
  /** The tab on which it is done, or the task whose own page it is done on. */
  tab?: string;
  taskId?: string;
}

const ON_MINUTES = ['draftMinutes', 'signMinutes'];

/** What the reader has to do for the meeting, soonest due first; shares of one task are one piece of work. */
const useOwnWork = (meeting: MeetingDetail): Work[] => {
  const { t, say } = useLanguage();
  const words = t.meetings;
  const own = ownTasksOf(meeting);
  const opinions = own.filter(isOpinionTask);
  const conclusions = own.filter(isConclusionTask);
  const work: Work[] = own
    .filter((task) => !isOpinionTask(task) && !isConclusionTask(task))
    .map((task) =>
      task.taskKey === 'reply'
        ? { key: task.userTaskId, label: words.replyNow, dueAt: task.dueAt, tab: 'attendance' }
        : {
            ...{ key: task.userTaskId, label: say(task.title), dueAt: task.dueAt },
            // Minutes are written, submitted and signed where their text is.
            ...(ON_MINUTES.includes(task.taskKey) ? { tab: 'minutes' } : { taskId: task.userTaskId }),
          },
    );
  const [opinion] = opinions;
  if (opinion)
    work.push({ key: 'opinions', label: words.opineNow(opinions.length), dueAt: opinion.dueAt, tab: 'opinions' });
  const [conclusion] = conclusions;
  if (conclusion) {
    const label = words.concludeNow(conclusions.length);
    work.unshift({ key: 'conclusions', label, dueAt: null, tab: 'agenda' });
  }
  return work;
};

/** One prominent button for what comes first, and what else waits beside it. */
export const MeetingToDo = ({ meeting, onGo }: { meeting: MeetingDetail; onGo: (tab: string) => void }) => {
  const { t } = useLanguage();
  const words = t.meetings;
  const navigate = useNavigate();
  const work = useOwnWork(meeting);
  const begin = ({ tab, taskId }: Work) => {
    if (taskId) void navigate({ to: '/tasks/$taskId', params: { taskId } });
    if (!tab) return;
    onGo(tab);
    requestAnimationFrame(() =>
      document.getElementById('meeting-work')?.scrollIntoView({ block: 'start', behavior: 'smooth' }),
    );
  };
  if (work.length === 0) return null;
  return (
    <section className={styles.band} aria-label={words.yours} data-testid="meeting-work-band">
      <span className={styles.label}>{words.yours}</span>
      {work.map((one, place) => (
        <span key={one.key} className={styles.work}>
          <Button
            type={place === 0 ? 'primary' : 'default'}
            size="large"
            onClick={() => begin(one)}
            data-testid={place === 0 ? 'meeting-do-first' : 'meeting-do'}
          >
            {one.label}
          </Button>
          {one.dueAt ? (
            <span className={styles.due}>
              <Deadline dueAt={one.dueAt} />
            </span>
          ) : null}
        </span>
      ))}
    </section>
  );
};
