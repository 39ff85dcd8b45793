import { CheckCircleFilled, ExclamationCircleFilled, ExpandOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import type { MeetingAgendaItem, MeetingDetail, MinutesSection } from '../api/contract';
import { meetingQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Nothing } from '../layout/ledger';
import { ProblemNotice } from '../problem/problem-notice';
import { MinutesActions } from './minutes-actions';
import { minutesQuery } from './minutes-queries';
import { ReadMinutesSection, WrittenMinutesSection } from './minutes-section';
import styles from './minutes-tab.module.css';
import { ResolutionList } from './resolution-list';
import type { SavingState } from './use-section-text';

/** When there is something to read: from the session on. */
const WITH_MINUTES: readonly MeetingDetail['state'][] = [
  'inSession',
  'minutes',
  'signing',
  'dispatching',
  'followUp',
  'archived',
];

interface MinutesTabProps {
  meetingId: string;
  /** It has a page of its own already. */
  isPage?: boolean;
}

/** 纪要与议定事项 of a meeting: written while it may be, signed, and read ever after. */
export const MinutesTab = ({ meetingId, isPage = false }: MinutesTabProps) => {
  const { t } = useLanguage();
  const meeting = useQuery(meetingQuery(meetingId));
  const hasMinutes = meeting.data !== undefined && WITH_MINUTES.includes(meeting.data.state);
  const minutes = useQuery({ ...minutesQuery(meetingId), enabled: hasMinutes });
  if (meeting.error && !meeting.data) {
    return <ProblemNotice error={meeting.error} onRetry={() => void meeting.refetch()} />;
  }
  if (meeting.data && !hasMinutes) {
    return (
      <div className={styles.void} data-testid="no-minutes">
        {meeting.data.state === 'cancelled' ? (
          <Nothing text={t.minutes.cancelled} />
        ) : (
          <Nothing text={t.minutes.notYet} hint={t.minutes.notYetHint} />
        )}
      </div>
    );
  }
  if (minutes.error && !minutes.data) {
    return <ProblemNotice error={minutes.error} onRetry={() => void minutes.refetch()} />;
  }
  if (!meeting.data || !minutes.data) return <Skeleton active paragraph={{ rows: 10 }} />;
  return <OpenMinutes meeting={meeting.data} sections={minutes.data} isPage={isPage} />;
};

interface OpenMinutesProps {
  meeting: MeetingDetail;
  sections: readonly MinutesSection[];
  isPage: boolean;
}

const missingOf = (meeting: MeetingDetail, item: string | null): number =>
  meeting.resolutions
    .filter((resolution) => resolution.item === item)
    .reduce((sum, { missing }) => sum + missing.length, 0);

const OpenMinutes = ({ meeting, sections, isPage }: OpenMinutesProps) => {
  const { t, say } = useLanguage();
  const words = t.minutes;
  const [saving, setSaving] = useState<Readonly<Record<string, SavingState>>>({});
  const onSaving = useCallback(
    (section: string, state: SavingState) =>
      setSaving((known) => (known[section] === state ? known : { ...known, [section]: state })),
    [],
  );
  const mayWrite = meeting.edits.some(({ edit, allowed }) => edit === 'editMinutes' && allowed);
  const isDraft = meeting.state === 'inSession' || meeting.state === 'minutes';
  const missing = isDraft ? meeting.resolutions.reduce((sum, resolution) => sum + resolution.missing.length, 0) : 0;
  const isUnsaved = mayWrite && Object.values(saving).some((state) => state !== 'saved');
  const hindrance = missing > 0 ? words.missingCount(missing) : isUnsaved ? words.unsaved : null;
  const items = meeting.agenda.filter(({ standing }) => standing !== 'left');
  const nameOf = (section: string): { title: string; number?: string; item?: MeetingAgendaItem } => {
    if (section === 'preamble') return { title: words.preamble };
    if (section === 'closing') return { title: words.closing };
    const place = items.findIndex(({ key }) => key === section);
    const item = items[place];
    return {
      title: item?.title ?? section,
      number: words.itemNumber(words.numerals[place] ?? String(place + 1)),
      ...(item ? { item } : {}),
    };
  };
  const showMissing = () => {
    const first = meeting.resolutions.find((resolution) => resolution.missing.length > 0);
    document.getElementById(`resolution-${first?.key}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  };
  return (
    <div className={styles.minutes}>
      <div className={styles.bar} data-testid="minutes-bar" data-state={meeting.state}>
        <div className={styles.standing}>
          <strong className={styles.state}>{say(meeting.stateLabel)}</strong>
          <span className={meeting.minutesNumber ? styles.numbered : styles.unnumbered} data-testid="minutes-number">
            {meeting.minutesNumber ?? words.unnumbered}
          </span>
          {isDraft ? (
            missing > 0 ? (
              <button type="button" className={styles.lacking} onClick={showMissing} data-testid="missing-count">
                <ExclamationCircleFilled /> {words.missingCount(missing)}
              </button>
            ) : isUnsaved ? null : (
              <span className={styles.whole} data-testid="minutes-complete">
                <CheckCircleFilled /> {words.complete}
              </span>
            )
          ) : null}
          {isUnsaved && missing === 0 ? <span className={styles.unsaved}>{words.unsaved}</span> : null}
          {meeting.state === 'signing' ? (
            <span className={styles.unsaved}>
              {words.waitsFor(meeting.mustAct.map(({ name }) => say(name)).join(t.comma))}
            </span>
          ) : null}
        </div>
        <div className={styles.actions}>
          {isPage ? null : (
            <Link
              to="/meetings/$meetingId/minutes"
              params={{ meetingId: meeting.meetingId }}
              className={styles.toPage}
              title={words.toPage}
              aria-label={words.toPage}
            >
              <ExpandOutlined />
            </Link>
          )}
          <MinutesActions meeting={meeting} hindrance={hindrance} />
        </div>
      </div>
      <div className={styles.columns}>
        <nav className={styles.outline} aria-label={words.outline}>
          {sections.map(({ section }) => {
            const { title, number } = nameOf(section);
            const lacks = isDraft ? missingOf(meeting, section === 'closing' ? null : section) : 0;
            return (
              <a key={section} href={`#section-${section}`} className={styles.entry}>
                {number ? <small>{number}</small> : null}
                <span>{title}</span>
                {lacks > 0 ? <b>{words.missingHere(lacks)}</b> : null}
                {saving[section] === 'conflict' ? <b>{words.states.conflict}</b> : null}
              </a>
            );
          })}
        </nav>
        <div className={styles.sections}>
          {sections.map((section) => {
            const { title, number, item } = nameOf(section.section);
            const shown = {
              meeting,
              section,
              title,
              ...(number ? { number } : {}),
              aside: item ? <Conclusion item={item} /> : null,
              children: item ? (
                <ResolutionList meeting={meeting} item={item.key} />
              ) : section.section === 'closing' ? (
                <ResolutionList meeting={meeting} item={null} />
              ) : null,
            };
            return mayWrite ? (
              <WrittenMinutesSection key={section.section} {...shown} onSaving={onSaving} />
            ) : (
              <ReadMinutesSection key={section.section} {...shown} />
            );
          })}
        </div>
      </div>
    </div>
  );
};

const Conclusion = ({ item }: { item: MeetingAgendaItem }): ReactNode => {
  const { t, say } = useLanguage();
  return (
    <span className={styles.conclusion}>
      {item.standing === 'deferred' ? t.minutes.deferred : say(item.kind.label)}
    </span>
  );
};
