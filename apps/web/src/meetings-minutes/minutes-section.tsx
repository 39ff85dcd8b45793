import { HistoryOutlined, RedoOutlined } from '@ant-design/icons';
import { Button, Input, Popconfirm } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { MeetingDetail, MinutesSection } from '../api/contract';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { moment } from '../time/shanghai-time';
import { MinutesConflict } from './minutes-conflict';
import styles from './minutes-section.module.css';
import { MinutesVersions } from './minutes-versions';
import { type SavingState, useSectionText } from './use-section-text';

interface SectionProps {
  meeting: MeetingDetail;
  section: MinutesSection;
  title: string;
  /** What stands before the title: 议题一. */
  number?: string;
  aside?: ReactNode;
  /** The resolutions on it. */
  children?: ReactNode;
}

const LONGEST = 20_000;

interface WritingProps extends SectionProps {
  onSaving: (section: string, saving: SavingState) => void;
}

/** A section that is written: it saves itself, and nobody's words are lost when two write at once. */
export const WrittenMinutesSection = ({ meeting, section, title, number, aside, children, onSaving }: WritingProps) => {
  const { t } = useLanguage();
  const words = t.minutes;
  const announce = useAnnouncement();
  const [withVersions, setWithVersions] = useState(false);
  const written = useSectionText(meeting.meetingId, section);
  const { saving, text } = written;
  useEffect(() => onSaving(section.section, saving), [onSaving, section.section, saving]);
  const isUntouched = section.rev === 0 && saving === 'saved';
  return (
    <section
      className={styles.section}
      id={`section-${section.section}`}
      aria-label={title}
      data-testid={`section-${section.section}`}
      data-saving={saving}
      data-rev={section.rev}
    >
      <header className={styles.head}>
        <Heading number={number} title={title} aside={aside} />
        <div className={styles.tools}>
          <Saving saving={saving} onSave={written.save} isUntouched={isUntouched} />
          {section.rev > 0 && section.draft !== text && saving !== 'conflict' ? (
            <Popconfirm
              title={words.restartAsk}
              okText={words.restart}
              cancelText={t.cancel}
              onConfirm={() => written.write(section.draft)}
              styles={{ root: { maxWidth: 320 } }}
            >
              <Button size="small" type="text" icon={<RedoOutlined />} title={words.restart} data-testid="restart">
                <span className={styles.wide}>{words.restart}</span>
              </Button>
            </Popconfirm>
          ) : null}
          <Button
            size="small"
            type="text"
            icon={<HistoryOutlined />}
            onClick={() => setWithVersions(true)}
            data-testid="open-versions"
          >
            {words.versions}
            {section.rev > 0 ? ` ${section.rev}` : ''}
          </Button>
        </div>
      </header>
      <div className={styles.body}>
        {saving === 'conflict' && written.theirs ? (
          <MinutesConflict
            key={written.theirs.rev}
            mine={text}
            theirs={written.theirs}
            base={written.base}
            onSettle={written.settle}
          />
        ) : (
          <Input.TextArea
            className={styles.text}
            variant="borderless"
            autoSize={{ minRows: 2 }}
            maxLength={LONGEST}
            value={text}
            onChange={({ target }) => written.write(target.value)}
            aria-label={words.editor(title)}
            data-testid="section-text"
          />
        )}
        {saving === 'failed' ? <ProblemNotice error={written.error} onRetry={written.save} /> : null}
        <p className={styles.foot}>
          {isUntouched ? (
            <>
              {words.drafted}
              <Button size="small" type="link" onClick={written.save} data-testid="adopt-draft">
                {words.adopt}
              </Button>
            </>
          ) : (
            <SavedBy section={section} />
          )}
          {written.recovered ? <span className={styles.recovered}>{words.recovered}</span> : null}
        </p>
      </div>
      {children}
      {withVersions ? (
        <MinutesVersions
          meetingId={meeting.meetingId}
          section={section.section}
          title={title}
          rev={section.rev}
          onRestore={
            saving === 'conflict'
              ? undefined
              : (version) => {
                  written.write(version.text);
                  announce.done(words.restored(version.rev));
                  setWithVersions(false);
                }
          }
          onClose={() => setWithVersions(false)}
        />
      ) : null}
    </section>
  );
};

/** A section as it is read. */
export const ReadMinutesSection = ({ meeting, section, title, number, aside, children }: SectionProps) => {
  const { t } = useLanguage();
  const [withVersions, setWithVersions] = useState(false);
  return (
    <section
      className={styles.section}
      id={`section-${section.section}`}
      aria-label={title}
      data-testid={`section-${section.section}`}
      data-rev={section.rev}
    >
      <header className={styles.head}>
        <Heading number={number} title={title} aside={aside} />
        {section.rev > 0 ? (
          <div className={styles.tools}>
            <Button size="small" type="text" icon={<HistoryOutlined />} onClick={() => setWithVersions(true)}>
              {t.minutes.versions} {section.rev}
            </Button>
          </div>
        ) : null}
      </header>
      <div className={styles.body}>
        <p className={`${styles.text} ${styles.read}`} data-testid="section-text">
          {section.text}
        </p>
      </div>
      {children}
      {withVersions ? (
        <MinutesVersions
          meetingId={meeting.meetingId}
          section={section.section}
          title={title}
          rev={section.rev}
          onRestore={undefined}
          onClose={() => setWithVersions(false)}
        />
      ) : null}
    </section>
  );
};

const Heading = ({ number, title, aside }: { number: string | undefined; title: string; aside: ReactNode }) => (
  <div className={styles.heading}>
    {number ? <span className={styles.number}>{number}</span> : null}
    <h2 className={styles.title}>{title}</h2>
    {aside}
  </div>
);

const SavedBy = ({ section: { rev, editedBy, editedAt } }: { section: MinutesSection }) => {
  const { t } = useLanguage();
  if (rev === 0 || editedAt === null) return null;
  return <span>{t.minutes.savedBy(rev, editedBy ?? t.none, moment(editedAt, t))}</span>;
};

interface SavingProps {
  saving: SavingState;
  isUntouched: boolean;
  onSave: () => void;
}

const Saving = ({ saving, isUntouched, onSave }: SavingProps) => {
  const { t } = useLanguage();
  return (
    <span className={`${styles.saving} ${styles[saving] ?? ''}`} aria-live="polite">
      {isUntouched ? null : t.minutes.states[saving]}
      {saving === 'failed' ? (
        <Button size="small" type="link" onClick={onSave}>
          {t.minutes.saveAgain}
        </Button>
      ) : null}
    </span>
  );
};
