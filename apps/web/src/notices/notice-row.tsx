import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { MouseEvent } from 'react';
import type { NoticeItem, NoticeTopic } from '../api/contract';
import { useLanguage } from '../language/language';
import type { Dictionary } from '../language/zh';
import { exactMoment, moment, shanghaiParts } from '../time/shanghai-time';
import styles from './notice-row.module.css';

/** The words for what a notice is about: those of its kind, else those of its topic. */
const kindInWords = (kind: string, t: Dictionary): string => {
  const [field = ''] = kind.split('.');
  const { kinds, topics, fields, title } = t.notices;
  return kinds[kind] ?? topics[field as NoticeTopic] ?? fields[field] ?? title;
};

const toneOf = ({ kind, urgency }: NoticeItem): string | undefined => {
  if (urgency === 'urgent' || kind === 'task.overdue') return styles.alarming;
  return kind === 'task.dueSoon' || kind === 'task.reminded' ? styles.pressing : undefined;
};

/** A digest is said by its totals: what it lists for those who read it as mail stands in the page itself. */
const saidOf = ({ kind }: NoticeItem, body: string): string =>
  kind === 'digest.daily' ? (body.split('\n')[0] ?? body) : body;

interface NoticeRowProps {
  notice: NoticeItem;
  onOpen: () => void;
  onRead: () => void;
  /** In the small list under the bell: one line of the body, and the day because no heading says it. */
  brief?: boolean;
}

/** One notice: what it is about, what is said, when; unread ones carry a dot. */
export const NoticeRow = ({ notice, onOpen, onRead, brief = false }: NoticeRowProps) => {
  const { t, say } = useLanguage();
  const unread = notice.readAt === null;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  };
  const text = (
    <>
      <span className={styles.title}>{say(notice.title)}</span>
      {notice.body ? <span className={styles.body}>{saidOf(notice, say(notice.body))}</span> : null}
    </>
  );
  return (
    <li
      className={[styles.row, brief ? styles.brief : '', unread ? styles.unread : ''].join(' ')}
      data-testid="notice"
      data-unread={unread ? '' : undefined}
    >
      {unread ? (
        <span className={styles.dot} role="img" aria-label={t.notices.views.unread} />
      ) : (
        <span className={styles.dot} aria-hidden="true" />
      )}
      <span className={styles.about}>
        <span className={`${styles.kind} ${toneOf(notice) ?? ''}`}>
          {notice.urgency === 'urgent' ? <span className={styles.urgent}>{t.notices.urgent}</span> : null}
          {kindInWords(notice.kind, t)}
        </span>
        <time className={styles.when} dateTime={notice.at} title={exactMoment(notice.at)}>
          {brief ? moment(notice.at, t) : shanghaiParts(notice.at).clock}
        </time>
      </span>
      {notice.link ? (
        <a href={notice.link} className={styles.text} onClick={follow} data-testid="notice-open">
          {text}
        </a>
      ) : (
        <span className={styles.text}>{text}</span>
      )}
      {unread ? (
        <Button
          className={styles.read}
          size="small"
          type="text"
          icon={<CheckOutlined />}
          aria-label={t.notices.markRead}
          title={t.notices.markRead}
          onClick={onRead}
          data-testid="notice-read"
        />
      ) : null}
    </li>
  );
};
