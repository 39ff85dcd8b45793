import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { MeetingDetail, MeetingResolution } from '../api/contract';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { showMeeting } from '../meetings/refresh-meetings';
import { useUnitNames } from '../organization/unit-names';
import { useAnnouncement } from '../problem/use-announcement';
import { ReasonButton } from '../supervision/reason-button';
import { dateInWords } from '../time/shanghai-time';
import { refreshMeeting } from './minutes-queries';
import { ResolutionDialog, type ResolutionField } from './resolution-dialog';
import styles from './resolution-list.module.css';

interface ResolutionListProps {
  meeting: MeetingDetail;
  /** Null for those that belong to no item. */
  item: string | null;
}

const allows = (meeting: MeetingDetail, edit: MeetingDetail['edits'][number]['edit']): boolean =>
  meeting.edits.some((known) => known.edit === edit && known.allowed);

type Opened = { resolution?: MeetingResolution; focus?: ResolutionField };

/** The resolutions on an item, with what is missing marked where it is missing. */
export const ResolutionList = ({ meeting, item }: ResolutionListProps) => {
  const { t } = useLanguage();
  const words = t.minutes;
  const [opened, setOpened] = useState<Opened | null>(null);
  const resolutions = meeting.resolutions.filter((resolution) => resolution.item === item);
  const mayPut = allows(meeting, 'putResolution');
  if (resolutions.length === 0 && !mayPut) return null;
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <h3>{item === null ? words.generalResolutions : words.resolutions}</h3>
        {mayPut ? (
          <Button
            size="small"
            type="text"
            icon={<PlusOutlined />}
            onClick={() => setOpened({})}
            data-testid="add-resolution"
          >
            {words.addResolution}
          </Button>
        ) : null}
      </div>
      {resolutions.length === 0 ? <p className={styles.none}>{item === null ? null : words.noResolutions}</p> : null}
      <ol className={styles.list}>
        {resolutions.map((resolution, place) => (
          <Resolution
            key={resolution.key}
            meeting={meeting}
            resolution={resolution}
            // What an item was concluded with stays; what was added to it may go.
            isRemovable={allows(meeting, 'removeResolution') && (item === null || place > 0)}
            onOpen={mayPut ? (focus) => setOpened({ resolution, ...(focus ? { focus } : {}) }) : undefined}
          />
        ))}
      </ol>
      {opened ? (
        <ResolutionDialog
          key={opened.resolution?.key ?? 'new'}
          meeting={meeting}
          item={item}
          {...opened}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </div>
  );
};

interface ResolutionProps {
  meeting: MeetingDetail;
  resolution: MeetingResolution;
  isRemovable: boolean;
  onOpen: ((focus?: ResolutionField) => void) | undefined;
}

const Resolution = ({ meeting, resolution, isRemovable, onOpen }: ResolutionProps) => {
  const { t, say } = useLanguage();
  const words = t.minutes;
  const announce = useAnnouncement();
  const unitName = useUnitNames('short');
  const { meetingId, rev } = meeting;
  const { key, missing, standing } = resolution;
  const isDraft = standing === 'draft';
  const isOpen = standing === 'issued' || standing === 'applied';
  const remove = useMutation({
    mutationFn: () => landfall.removeResolution(meetingId, key, rev),
    onSuccess: (answer) => {
      showMeeting(answer);
      announce.done(words.removedResolution);
    },
    onError: (error) => {
      announce.refused(error);
      refreshMeeting(meetingId);
    },
  });
  const needs = resolution.kind.key !== 'note';
  const facts: { name: keyof typeof words.fields; value: string; lacks?: ResolutionField }[] = [
    { name: 'unit', value: resolution.unit ? unitName(resolution.unit) : '', lacks: 'unit' },
    { name: 'assistUnits', value: resolution.assistUnits.map((unit) => unitName(unit)).join(t.comma) },
    { name: 'dueOn', value: resolution.dueOn ? dateInWords(resolution.dueOn, t) : '', lacks: 'dueOn' },
    { name: 'criterion', value: resolution.criterion ?? '', lacks: 'criterion' },
    { name: 'conditions', value: resolution.conditions ?? '' },
    { name: 'landingUnit', value: resolution.landingUnit ? unitName(resolution.landingUnit) : '' },
  ];
  return (
    <li
      id={`resolution-${key}`}
      className={missing.length > 0 && isDraft ? `${styles.resolution} ${styles.incomplete}` : styles.resolution}
      data-testid="resolution"
      data-key={key}
      data-standing={standing}
    >
      <div className={styles.line}>
        <span className={styles.kind}>{say(resolution.kind.label)}</span>
        <span className={styles.text}>{resolution.text}</span>
        {isDraft ? null : (
          <span className={`${styles.standing} ${styles[standing] ?? ''}`} data-testid="resolution-standing">
            {wordFor(words.standings, standing)}
          </span>
        )}
        {onOpen || isRemovable ? (
          <span className={styles.buttons}>
            {onOpen ? (
              <Button
                size="small"
                type="text"
                icon={<EditOutlined />}
                aria-label={words.editResolution}
                title={words.editResolution}
                onClick={() => onOpen()}
                data-testid="edit-resolution"
              />
            ) : null}
            {isRemovable ? (
              <Popconfirm
                title={words.removeAsk}
                okText={words.removeResolution}
                cancelText={t.cancel}
                onConfirm={() => remove.mutate()}
              >
                <Button size="small" type="text" danger loading={remove.isPending}>
                  {words.removeResolution}
                </Button>
              </Popconfirm>
            ) : null}
          </span>
        ) : null}
      </div>
      <dl className={styles.facts}>
        {facts.map(({ name, value, lacks }) => {
          const isMissing = needs && lacks !== undefined && value === '';
          if (value === '' && !isMissing) return null;
          return (
            <div key={name} className={styles[name]}>
              <dt>{words.fields[name]}</dt>
              <dd>
                {isMissing ? (
                  <button
                    type="button"
                    className={styles.missing}
                    disabled={!onOpen}
                    onClick={() => onOpen?.(lacks)}
                    data-testid={`missing-${lacks}`}
                  >
                    {wordFor(words.missing, lacks)}
                  </button>
                ) : (
                  value
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {resolution.note || resolution.fulfilledOn ? (
        <p className={styles.note}>
          {[resolution.fulfilledOn ? words.fulfilledOn(resolution.fulfilledOn) : '', resolution.note ?? '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      ) : null}
      {isOpen && allows(meeting, 'settleResolution') ? (
        <div className={styles.settle}>
          <ReasonButton
            label={words.settle}
            send={async (reason) => {
              await landfall.settleResolution(meetingId, key, reason);
              refreshMeeting(meetingId);
            }}
            testId="settle-resolution"
          />
        </div>
      ) : null}
    </li>
  );
};
