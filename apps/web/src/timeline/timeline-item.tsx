import { Button } from 'antd';
import { useState } from 'react';
import type { HistoryItem } from '../api/contract';
import { useLanguage } from '../language/language';
import { useUnitNames } from '../organization/unit-names';
import { useKnownForms } from '../spoken/known-forms';
import { SpokenValues, useSpokenValues } from '../spoken/spoken-values';
import { exactMoment, shanghaiParts, span } from '../time/shanghai-time';
import { useCommandsInWords } from './commands-in-words';
import styles from './timeline.module.css';

/** Steps that move nothing are told in one quiet line. */
const QUIET = new Set([
  'taskClaimed',
  'taskUnclaimed',
  'taskAssigned',
  'taskCopied',
  'copyRead',
  'deadlinesMoved',
  'timerFired',
  'taskReminded',
  'taskEscalated',
]);

/** What happens by dozens at the door of a meeting, or by itself. */
const QUIET_EVENTS = new Set(['attendance.checkIn', 'item.confirmed', 'item.concluded', 'resolution.applied']);

export const isQuiet = ({ kind, event }: Pick<HistoryItem, 'kind' | 'event'>): boolean =>
  QUIET.has(kind) || QUIET_EVENTS.has(event);

/** Work on a task is done for somebody (代办); everything else is entered for him. */
const isTaskStep = ({ kind, event }: HistoryItem): boolean =>
  /^(task|sign|share)/.test(kind) || (kind === 'event' && event.includes('.'));

const SHOWN_VALUES = 4;

interface TimelineItemProps {
  item: HistoryItem;
  took: number | null;
  /** The year, when it differs from the item above. */
  year: number | null;
}

export const TimelineItem = ({ item, took, year }: TimelineItemProps) => {
  const { t, say } = useLanguage();
  const unitName = useUnitNames('short');
  const speak = useSpokenValues();
  const { formOf } = useKnownForms();
  const [open, setOpen] = useState(false);

  const parts = shanghaiParts(item.at);
  const day = t.colon === '：' ? `${parts.month}月${parts.day}日` : `${parts.month}/${parts.day}`;
  const system = 'system' in item.actor;
  const who = 'name' in item.actor ? item.actor.name : t.system;
  const unit = 'unit' in item.actor ? unitName(item.actor.unit) : '';
  const { onBehalfOf } = item;
  const quiet = isQuiet(item);
  const values = speak(item.form, formOf(item.event));
  const shown = open ? values : values.slice(0, SHOWN_VALUES);
  const commands = useCommandsInWords()(item.commands);

  return (
    <li
      className={quiet ? `${styles.item} ${styles.quiet}` : styles.item}
      data-testid="timeline-item"
      data-kind={item.kind}
    >
      <time className={styles.time} dateTime={item.at} title={exactMoment(item.at)}>
        {year === null ? null : <em>{year}</em>}
        <span>{day}</span>
        <b>{parts.clock}</b>
      </time>
      <span className={system ? `${styles.dot} ${styles.dotSystem}` : styles.dot} aria-hidden="true" />
      <div className={styles.body}>
        <p className={styles.title}>{say(item.title) || item.event}</p>
        <p className={styles.who}>
          {who}
          {unit ? <span> · {unit}</span> : null}
          {onBehalfOf ? (
            <span> · {isTaskStep(item) ? t.timeline.actingFor(onBehalfOf) : t.timeline.onBehalfOf(onBehalfOf)}</span>
          ) : null}
          {took !== null && took >= 60_000 ? (
            <span className={styles.took}>{t.timeline.after(span(took, t))}</span>
          ) : null}
        </p>
        {shown.length > 0 ? (
          <div className={styles.values}>
            <SpokenValues values={shown} />
            {values.length > SHOWN_VALUES ? (
              <Button type="link" size="small" className={styles.unfold} onClick={() => setOpen(!open)}>
                {open ? t.showLess : t.more(values.length - SHOWN_VALUES)}
              </Button>
            ) : null}
          </div>
        ) : null}
        {commands.length > 0 ? (
          <p className={styles.commands}>
            {t.timeline.commands}
            {t.colon}
            {commands.join(t.comma)}
          </p>
        ) : null}
      </div>
    </li>
  );
};
