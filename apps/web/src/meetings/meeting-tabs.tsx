import type { ComponentType } from 'react';
import type { MeetingDetail } from '../api/contract';
import type { Dictionary } from '../language/zh';
import { Card } from '../layout/page';
import { DocumentsTab } from '../meetings-minutes/documents-tab';
import { MinutesTab } from '../meetings-minutes/minutes-tab';
import { Timeline } from '../timeline/timeline';
import { isHeard } from './agenda-draft';
import { AgendaTab } from './agenda-tab';
import { AttendanceTab } from './attendance-tab';
import { ConferenceTab } from './conference-tab';
import { OpinionsTab } from './opinions-tab';

interface MeetingTab {
  readonly key: string;
  readonly label: (t: Dictionary) => string;
  /** A figure behind the label. */
  readonly mark?: (meeting: MeetingDetail) => string | null;
  readonly shows?: (meeting: MeetingDetail) => boolean;
  readonly Content: ComponentType<{ meeting: MeetingDetail }>;
}

const HistoryTab = ({ meeting }: { meeting: MeetingDetail }) => (
  <Card>
    <Timeline of={{ meetingId: meeting.meetingId }} />
  </Card>
);

/** The parts of a meeting's page, in their order. */
const MEETING_TABS: readonly MeetingTab[] = [
  {
    key: 'agenda',
    label: (t) => t.meetings.tabs.agenda,
    mark: ({ agenda }) => String(agenda.filter(isHeard).length || ''),
    Content: AgendaTab,
  },
  {
    key: 'conference',
    label: (t) => t.meetings.tabs.conference,
    shows: ({ more }) => more.conference !== undefined,
    Content: ConferenceTab,
  },
  {
    key: 'attendance',
    label: (t) => t.meetings.tabs.attendance,
    mark: ({ replies, seats }) => (seats.length > 0 ? `${replies.given}/${replies.of}` : null),
    Content: AttendanceTab,
  },
  {
    key: 'opinions',
    label: (t) => t.meetings.tabs.opinions,
    shows: ({ more }) => more.conference === undefined,
    Content: OpinionsTab,
  },
  {
    key: 'minutes',
    label: (t) => t.minutes.tab,
    mark: ({ resolutions }) => String(resolutions.length || ''),
    Content: ({ meeting }) => <MinutesTab meetingId={meeting.meetingId} />,
  },
  {
    key: 'documents',
    label: (t) => t.minutes.documentsTab,
    Content: ({ meeting }) => <DocumentsTab meetingId={meeting.meetingId} />,
  },
  { key: 'history', label: (t) => t.meetings.tabs.history, Content: HistoryTab },
];

export const shownTabs = (meeting: MeetingDetail): readonly MeetingTab[] =>
  MEETING_TABS.filter(({ shows }) => shows?.(meeting) ?? true);
