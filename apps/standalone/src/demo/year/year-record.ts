import { unzipSync } from 'fflate';
import type { ApiClient } from '../api-client';
import { OpenWork } from './open-work';
import type { DocumentLine, HistoryEntry, ItemLine, MeetingLine, MeetingView, ProjectView } from './year-answers';

/** A document that was downloaded and looked into. */
export interface KeptDocument extends DocumentLine {
  readonly bytes: number;
  /** Whether it is what its name says; a .docx or .xlsx opens as an archive with content. */
  readonly opens: boolean;
}

export interface RecordedMeeting {
  readonly meeting: MeetingView;
  readonly documents: readonly KeptDocument[];
  readonly history: readonly HistoryEntry[];
}

/** All that the API tells at the end of the year. */
export interface YearRecord {
  readonly today: string;
  readonly meetings: readonly RecordedMeeting[];
  readonly projects: readonly { readonly project: ProjectView; readonly history: readonly HistoryEntry[] }[];
  readonly items: readonly ItemLine[];
}

const OFFICE = 'lgo.staff';
const AT_ONCE = 6;

/** Reads meetings with their documents, and projects with their histories, from the API. */
export const recordYear = async (api: ApiClient, today: string): Promise<YearRecord> => {
  const { items: lines } = await api.get<{ items: MeetingLine[] }>(OFFICE, '/api/meetings?limit=500');
  const meetings = await several(lines, (line) => recordMeeting(api, line));
  const projects = await several(await new OpenWork(api).projects(), async (project) => ({
    project,
    history: await historyOf(api, `/api/projects/${project.projectId}/history`, 200),
  }));
  const { items } = await api.get<{ items: ItemLine[] }>(OFFICE, '/api/supervision-items?status=all&limit=1000');
  return { today, meetings: [...meetings].sort(byDay), projects, items: [...items].sort(byDueDay) };
};

const byDay = ({ meeting: a }: RecordedMeeting, { meeting: b }: RecordedMeeting): number =>
  (a.plannedOn ?? '9999') < (b.plannedOn ?? '9999') ? -1 : 1;

const byDueDay = (a: ItemLine, b: ItemLine): number => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);

const recordMeeting = async (api: ApiClient, { meetingId }: MeetingLine): Promise<RecordedMeeting> => {
  const path = `/api/meetings/${meetingId}`;
  const meeting = await api.get<MeetingView>(OFFICE, path);
  const history = await historyOf(api, `${path}/history`, 100);
  const { items } = await api.get<{ items: DocumentLine[] }>(OFFICE, `${path}/documents`);
  const documents: KeptDocument[] = [];
  for (const document of items) {
    const bytes =
      document.state === 'issued' ? await api.download(OFFICE, `${path}/documents/${document.id}`) : new Uint8Array();
    documents.push({ ...document, bytes: bytes.length, opens: opens(document.name ?? '', bytes) });
  }
  return { meeting, documents, history };
};

const opens = (name: string, bytes: Uint8Array): boolean => {
  if (!/\.(docx|xlsx)$/.test(name)) return bytes.length > 0;
  try {
    const files = unzipSync(bytes);
    return Object.entries(files).some(([path, content]) => /^(word|xl)\//.test(path) && content.length > 0);
  } catch {
    return false;
  }
};

/** A history from its beginning. */
const historyOf = async (api: ApiClient, path: string, limit: number): Promise<HistoryEntry[]> => {
  const entries: HistoryEntry[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { items: HistoryEntry[]; nextCursor: string | null } = await api.get(
      OFFICE,
      `${path}?limit=${limit}${more}`,
    );
    entries.push(...page.items);
    cursor = page.nextCursor;
  }
  return entries.reverse();
};

const several = async <Thing, Result>(
  things: readonly Thing[],
  read: (thing: Thing) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  for (let from = 0; from < things.length; from += AT_ONCE) {
    results.push(...(await Promise.all(things.slice(from, from + AT_ONCE).map(read))));
  }
  return results;
};
