import { EditOutlined, HolderOutlined } from '@ant-design/icons';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Link } from '@tanstack/react-router';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { ArrangedItem, MeetingAgendaItem, MeetingDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import { useUnitNames } from '../organization/unit-names';
import { UnitSelect } from '../organization/unit-select';
import styles from './agenda-row.module.css';
import { ConcludeItem } from './conclude-item';
import { RemoveItem } from './remove-item';
import type { AgendaEditing } from './use-agenda-editing';

const LONGEST_MINUTES = 240;

interface AgendaRowProps {
  meeting: MeetingDetail;
  item: MeetingAgendaItem;
  arranged: ArrangedItem;
  place: number;
  time: { from: string; to: string } | undefined;
  /** Null for those who only read. */
  editing: AgendaEditing | null;
}

/** One item of the agenda: when, what, who presents, who gives an opinion; in the session, how it ended. */
export const AgendaRow = ({ meeting, item, arranged, place, time, editing }: AgendaRowProps) => {
  const { t, say } = useLanguage();
  const words = t.meetings.agenda;
  const name = item.projectName ?? item.title;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: item.key,
    disabled: editing === null,
  });
  return (
    <li
      ref={setNodeRef}
      className={isDragging ? `${styles.row} ${styles.dragged}` : styles.row}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      data-testid="agenda-item"
      data-item={item.key}
      data-standing={item.standing}
    >
      {editing ? (
        <button
          type="button"
          ref={setActivatorNodeRef}
          className={styles.handle}
          {...attributes}
          {...listeners}
          aria-label={words.handle(place, name)}
          data-testid="agenda-handle"
        >
          <HolderOutlined />
        </button>
      ) : null}
      <span className={styles.time}>
        <b>{place}</b>
        {time ? (
          <span data-testid="agenda-time">
            {time.from}–{time.to}
          </span>
        ) : null}
      </span>
      <div className={styles.about}>
        <p className={styles.title}>
          {item.projectId ? (
            <Link to="/projects/$projectId" params={{ projectId: item.projectId }}>
              {name}
            </Link>
          ) : (
            name
          )}
          <span className={styles.kind}>{say(item.kind.label)}</span>
          {item.late ? <span className={styles.flag}>{words.late}</span> : null}
          {item.standing === 'proposed' && item.waiting ? <span className={styles.faint}>{words.proposed}</span> : null}
        </p>
        {item.question ? (
          <p className={styles.question}>
            {words.question}
            {t.colon}
            {item.question}
          </p>
        ) : null}
        <Cast item={item} arranged={arranged} editing={editing} />
        <ConcludeItem meeting={meeting} item={item} />
      </div>
      <span className={styles.minutes}>
        {editing ? (
          <InputNumber
            value={arranged.minutes}
            min={1}
            max={LONGEST_MINUTES}
            precision={0}
            step={5}
            className={styles.input}
            suffix={words.minutesUnit}
            onChange={(minutes) => {
              if (minutes !== null) editing.set(item.key, { minutes });
            }}
            aria-label={`${words.minutes} ${name}`}
            data-testid="agenda-minutes"
          />
        ) : (
          `${arranged.minutes} ${words.minutesUnit}`
        )}
        {editing ? <RemoveItem item={item} name={name} editing={editing} /> : null}
      </span>
    </li>
  );
};

interface CastProps {
  item: MeetingAgendaItem;
  arranged: ArrangedItem;
  editing: AgendaEditing | null;
}

/** Who presents and who gives an opinion; the units may be changed on the spot. */
const Cast = ({ item, arranged, editing }: CastProps) => {
  const { t } = useLanguage();
  const words = t.meetings.agenda;
  const unitName = useUnitNames('short');
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.cast}>
      {item.presenter ? (
        <span>
          {words.presenter} <b>{unitName(item.presenter)}</b>
        </span>
      ) : null}
      {open && editing ? (
        <span className={styles.select}>
          <UnitSelect
            multiple
            value={arranged.units}
            onChange={(units) => editing.set(item.key, { units })}
            onBlur={() => setOpen(false)}
            aria-label={words.units}
            data-testid="agenda-units"
          />
        </span>
      ) : editing === null && arranged.units.length === 0 ? null : (
        <span>
          {item.kind.key === 'judgement' ? words.units : words.itemUnits}{' '}
          <b>
            {arranged.units.length > 0
              ? arranged.units.map((unit) => unitName(unit)).join(t.comma)
              : words.unitsMissing}
          </b>
          {editing ? (
            <Button
              type="text"
              size="small"
              icon={<EditOutlined />}
              className={styles.edit}
              onClick={() => setOpen(true)}
              aria-label={words.editUnits}
              title={words.editUnits}
              data-testid="agenda-edit-units"
            />
          ) : null}
        </span>
      )}
    </div>
  );
};
