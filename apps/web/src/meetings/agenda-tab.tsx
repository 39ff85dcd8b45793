import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { MeetingAgendaItem, MeetingDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { AddItemDialog } from './add-item-dialog';
import { type AgendaChange, timesOf } from './agenda-draft';
import { AgendaRow } from './agenda-row';
import styles from './agenda-tab.module.css';
import { mayEdit } from './meeting-standing';
import { UnitTimes } from './unit-times';
import { type AgendaEditing, useAgendaEditing } from './use-agenda-editing';

/** What others changed while somebody arranged, in words. */
const useChangesInWords = (meeting: MeetingDetail, from: MeetingDetail) => {
  const { t } = useLanguage();
  const { changes } = t.meetings.agenda;
  const titleOf = (key: string): string => {
    const item = [...meeting.agenda, ...from.agenda].find((known) => known.key === key);
    return item?.projectName ?? item?.title ?? key;
  };
  return (change: AgendaChange): string => {
    if (change.kind === 'order') return changes.order;
    const title = titleOf(change.key);
    return change.kind === 'minutes' ? changes.minutes(title, change.from, change.to) : changes[change.kind](title);
  };
};

/** Saves or gives up what was arranged; says what others did when they were first. */
const SaveBar = ({ meeting, editing }: { meeting: MeetingDetail; editing: AgendaEditing }) => {
  const { t } = useLanguage();
  const words = t.meetings.agenda;
  const inWords = useChangesInWords(meeting, editing.from);
  const { changes, isDirty, refusal } = editing;
  if (!isDirty && refusal === null && changes.length === 0) return null;
  return (
    <div className={styles.bar} data-testid="agenda-bar">
      {changes.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={words.changedMeanwhile}
          description={
            <ul className={styles.changes} data-testid="agenda-changes">
              {changes.map((change) => (
                <li key={`${change.kind} ${'key' in change ? change.key : ''}`}>{inWords(change)}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      {refusal ? <ProblemNotice error={refusal} /> : null}
      <div className={styles.barLine}>
        <span>{words.dirty}</span>
        <Button onClick={editing.discard} data-testid="agenda-discard">
          {words.discard}
        </Button>
        <Button type="primary" onClick={editing.save} loading={editing.saving} data-testid="agenda-save">
          {changes.length > 0 ? words.saveAgain : words.save}
        </Button>
      </div>
    </div>
  );
};

/** 议程: what is heard, in which order and until when; who prepares the meeting arranges it here. */
export const AgendaTab = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useLanguage();
  const words = t.meetings.agenda;
  const editing = useAgendaEditing(meeting);
  const [isAdding, setAdding] = useState(false);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const { draft } = editing;
  const mayArrange = mayEdit(meeting, 'arrangeAgenda');
  const times = timesOf(draft, meeting.plannedTime);
  const items = draft.flatMap((arranged) => {
    const item = meeting.agenda.find(({ key }) => key === arranged.key);
    return item ? [{ arranged, item }] : [];
  });
  const left = meeting.agenda.filter(({ standing }) => standing === 'left');
  const total = draft.reduce((sum, { minutes }) => sum + minutes, 0);
  const [first, last] = [draft[0], draft.at(-1)];
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) editing.move(String(active.id), String(over.id));
  };

  return (
    <div className={styles.columns} id="meeting-work">
      <Card
        title={words.title}
        extra={
          <>
            <span className={styles.total} data-testid="agenda-total">
              {words.total(
                total,
                first ? (times.get(first.key)?.from ?? null) : null,
                last ? (times.get(last.key)?.to ?? null) : null,
              )}
            </span>
            {mayEdit(meeting, 'addItem') ? (
              <Button onClick={() => setAdding(true)} disabled={editing.isDirty} data-testid="agenda-add">
                {words.add}
              </Button>
            ) : null}
          </>
        }
        flush
      >
        {items.length === 0 ? (
          <div className={styles.empty}>
            <strong>{words.empty}</strong>
            {mayArrange ? <p>{words.emptyHint}</p> : null}
          </div>
        ) : null}
        <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
          <SortableContext items={items.map(({ item }) => item.key)} strategy={verticalListSortingStrategy}>
            <ol className={styles.items} data-testid="agenda">
              {items.map(({ arranged, item }, place) => (
                <AgendaRow
                  key={item.key}
                  meeting={meeting}
                  item={item}
                  arranged={arranged}
                  place={place + 1}
                  time={times.get(item.key)}
                  editing={mayArrange ? editing : null}
                />
              ))}
            </ol>
          </SortableContext>
        </DndContext>
        {mayArrange && items.length > 1 ? <p className={styles.hint}>{words.hint}</p> : null}
        <Left items={left} />
        <SaveBar meeting={meeting} editing={editing} />
      </Card>
      <UnitTimes meeting={meeting} draft={draft} />
      {isAdding ? <AddItemDialog meeting={meeting} add={editing.add} onClose={() => setAdding(false)} /> : null}
    </div>
  );
};

/** What was on the agenda and is no more. */
const Left = ({ items }: { items: readonly MeetingAgendaItem[] }) => {
  const { t } = useLanguage();
  if (items.length === 0) return null;
  return (
    <p className={styles.left}>
      {t.meetings.agenda.left}
      {t.colon}
      {items.map(({ projectName, title }) => projectName ?? title).join(t.comma)}
    </p>
  );
};
