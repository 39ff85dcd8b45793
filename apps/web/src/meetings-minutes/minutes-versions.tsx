import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Skeleton } from 'antd';
import type { MinutesVersion } from '../api/contract';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { moment } from '../time/shanghai-time';
import { minutesVersionsQuery } from './minutes-queries';
import styles from './minutes-versions.module.css';
import { compareTexts } from './paragraphs';

interface MinutesVersionsProps {
  meetingId: string;
  section: string;
  title: string;
  rev: number;
  /** Left out where nobody may write any more. */
  onRestore: ((version: MinutesVersion) => void) | undefined;
  onClose: () => void;
}

/** Who changed what in a section and when, the newest first. */
export const MinutesVersions = ({ meetingId, section, title, rev, onRestore, onClose }: MinutesVersionsProps) => {
  const { t } = useLanguage();
  const words = t.minutes;
  const { data, error, refetch } = useQuery(minutesVersionsQuery(meetingId, section, rev));
  return (
    <Drawer open onClose={onClose} title={words.versionsTitle(title)} size="large" destroyOnHidden>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton active /> : null}
      {data?.length === 0 ? <p className={styles.none}>{words.noVersions}</p> : null}
      <ol className={styles.versions}>
        {data?.map((version, index) => (
          <li key={version.rev} className={styles.version} data-testid="minutes-version" data-rev={version.rev}>
            <header className={styles.head}>
              <strong>{words.version(version.rev)}</strong>
              <span className={styles.by}>
                {version.editedBy} · {moment(version.editedAt, t)}
              </span>
              {index === 0 ? (
                <span className={styles.present}>{words.current}</span>
              ) : onRestore ? (
                <Button size="small" onClick={() => onRestore(version)} data-testid="restore-version">
                  {words.restore}
                </Button>
              ) : null}
            </header>
            <Changes version={version} before={data[index + 1]} />
          </li>
        ))}
      </ol>
    </Drawer>
  );
};

const Changes = ({ version, before }: { version: MinutesVersion; before: MinutesVersion | undefined }) => {
  const { t } = useLanguage();
  const words = t.minutes;
  if (before === undefined) {
    return (
      <>
        <p className={styles.hint}>{words.firstVersion}</p>
        <p className={styles.text}>{version.text}</p>
      </>
    );
  }
  const stretches = compareTexts(version.text, before.text);
  const isSame = stretches.every(({ kind }) => kind === 'same');
  return (
    <>
      <p className={styles.hint}>{isSame ? words.unchanged : words.comparedWith(before.rev)}</p>
      <div className={styles.text}>
        {stretches.map((stretch, index) =>
          stretch.kind === 'same' ? (
            <p key={index}>{stretch.paragraphs.join('\n')}</p>
          ) : (
            <div key={index}>
              {stretch.theirs.length > 0 ? <del>{stretch.theirs.join('\n')}</del> : null}
              {stretch.mine.length > 0 ? <ins>{stretch.mine.join('\n')}</ins> : null}
            </div>
          ),
        )}
      </div>
    </>
  );
};
