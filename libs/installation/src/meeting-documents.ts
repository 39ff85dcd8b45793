import { addDays, type WorkingCalendar } from '@landfall/calendar';
import {
  type AgendaData,
  type DocumentData,
  type DocumentTemplates,
  type DocumentTypeName,
  documentDocx,
  type MeetingNoticeData,
  type MinutesData,
  type ProjectBrief,
  type ReviewOpinionData,
} from '@landfall/documents';
import {
  type ComposedDocument,
  type DocumentComposer,
  isInvited,
  MEETING_KIND_TITLES,
  type Meeting,
  type Minutes,
  RESOLUTION_KIND_TITLES,
  type Seat,
  timetableOf,
} from '@landfall/meetings';
import type { Organization, OrganizationView } from '@landfall/organization';
import type { Sql } from '@landfall/persistence';
import { bulletin, conferencePapers } from './conference-documents';
import { dayOf, headOf, issuerOf, LEADING_GROUP, startsAtOf } from './meeting-document-facts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface MeetingDocumentsParts {
  readonly sql: Sql;
  readonly organization: Organization;
  readonly templates: Pick<DocumentTemplates, 'wordingOf'>;
  readonly minutes: Pick<Minutes, 'all'>;
  readonly calendar: () => Pick<WorkingCalendar, 'isWorkday' | 'closingOf'>;
}

/** Writes the official documents of meetings: facts from the meeting and its projects, words from the office's templates. */
export const composeMeetingDocuments =
  (parts: MeetingDocumentsParts): DocumentComposer =>
  async (meeting, document) => {
    const view = await parts.organization.view();
    const { file, filePerItem } = filesOf(parts, meeting);
    switch (document) {
      case 'notice':
        return [await file('meetingNotice', '会议通知', await notice(parts, meeting, view))];
      case 'agenda':
        return [await file('agenda', '会议议程', agenda(meeting, view))];
      case 'papers':
        return meeting.kind === 'conference'
          ? [await file('conferencePapers', '材料汇编', await conferencePapers(parts.sql, meeting, view))]
          : [await file('papersPack', '议题材料', await papers(parts, meeting, view))];
      case 'signInSheet':
        return [await file('signInSheet', '签到表', signInSheet(meeting, view))];
      case 'minutes':
        return [await file('minutes', '会议纪要', await minutes(parts, meeting, view))];
      case 'opinions':
        return filePerItem('reviewOpinion', '研判意见书', await opinions(parts, meeting, view));
      case 'bulletin':
        return [await file('bulletin', '情况通报', bulletin(meeting, view))];
    }
  };

const filesOf = ({ templates, sql }: MeetingDocumentsParts, meeting: Meeting) => {
  const on = meeting.plannedOn ?? undefined;
  const write = async <Name extends DocumentTypeName>(type: Name, data: DocumentData<Name>): Promise<Buffer> =>
    documentDocx(type, data, await templates.wordingOf(type, on, sql));
  return {
    file: async <Name extends DocumentTypeName>(
      type: Name,
      title: string,
      data: DocumentData<Name>,
    ): Promise<ComposedDocument> => ({
      item: null,
      name: fileName(`${meeting.title}${title}`),
      mime: DOCX,
      content: await write(type, data),
    }),
    filePerItem: async <Name extends DocumentTypeName>(
      type: Name,
      title: string,
      items: readonly { readonly item: string; readonly about: string; readonly data: DocumentData<Name> }[],
    ): Promise<ComposedDocument[]> => {
      const files: ComposedDocument[] = [];
      for (const { item, about, data } of items) {
        files.push({ item, name: fileName(`${title}（${about}）`), mime: DOCX, content: await write(type, data) });
      }
      return files;
    },
  };
};

/** Names of files may hold none of the signs that a disk reads as its own; nobody says 会议会议. */
const fileName = (name: string): string =>
  `${name.replaceAll(/[\\/:*?"<>|\s]+/g, '').replace('会议会议', '会议')}.docx`;

const instantOf = ({ plannedOn }: Meeting, time: string): string => `${plannedOn}T${time}:00+08:00`;

const namesOf = (view: OrganizationView, units: readonly string[]): string[] =>
  units.map((unit) => view.unitName(unit).zh);

const chairOf = ({ chairGroup }: Meeting, view: OrganizationView): string => {
  const post = view.post(chairGroup);
  return post === undefined ? view.groupName(chairGroup).zh : post.title.zh;
};

const heard = ({ agenda }: Meeting) => agenda.filter(({ standing }) => standing !== 'left');

/** Replies are counted on the morning of the meeting: they are asked for by the end of the working day before. */
const replyBy = (meeting: Meeting, calendar: ReturnType<MeetingDocumentsParts['calendar']>): string | null => {
  if (meeting.plannedOn === null) return null;
  let day = addDays(meeting.plannedOn, -1);
  while (!calendar.isWorkday(day)) day = addDays(day, -1);
  const limit = calendar.closingOf(day);
  return limit > meeting.updatedAt ? limit.toISOString() : null;
};

/** Why a meeting was moved, and from when: what its notice said before. */
const rescheduledOf = async (
  sql: Sql,
  { id, rescheduled, reason, plannedAt }: Meeting,
): Promise<MeetingNoticeData['rescheduled']> => {
  if (rescheduled === 0 || reason === null) return null;
  const [before] = await sql.query<{ on: string; time: string | null }>(
    `SELECT c->'params'->>'plannedOn' AS on, c->'params'->>'plannedTime' AS time
     FROM process_history h CROSS JOIN LATERAL jsonb_array_elements(h.commands) AS c
     WHERE h.instance_id = $1 AND c->>'type' = 'recordMeeting' AND c->'params'->>'state' = 'convened'
       AND ((c->'params'->>'plannedOn')::date + (c->'params'->>'plannedTime')::time) AT TIME ZONE 'Asia/Shanghai' <> $2
     ORDER BY h.seq DESC LIMIT 1`,
    [id, plannedAt],
  );
  return before === undefined ? null : { reason, previousStartsAt: `${before.on}T${before.time}:00+08:00` };
};

const notice = async (
  { sql, calendar }: MeetingDocumentsParts,
  meeting: Meeting,
  view: OrganizationView,
): Promise<DocumentData<'meetingNotice'>> => {
  const attendees = meeting.seats.filter(isInvited).map(({ unit }) => unit);
  return {
    format: LEADING_GROUP.includes(meeting.kind) ? 'document' : 'letter',
    head: headOf(meeting, { number: null, addressees: ['各有关单位'] }),
    meetingTitle: meeting.title,
    startsAt: startsAtOf({ ...meeting, openedAt: null }),
    place: meeting.place ?? '待定',
    chair: chairOf(meeting, view),
    items: heard(meeting).map(({ title, presenter }) => ({
      title,
      presenter: presenter === null ? null : view.unitName(presenter).zh,
    })),
    attendees: namesOf(view, attendees),
    replyBy: replyBy(meeting, calendar()),
    contact: null,
    attachments: [],
    rescheduled: await rescheduledOf(sql, meeting),
  };
};

const agenda = (meeting: Meeting, view: OrganizationView): AgendaData => {
  const timetable = timetableOf(meeting);
  return {
    meetingTitle: meeting.title,
    startsAt: startsAtOf({ ...meeting, openedAt: null }),
    place: meeting.place ?? '待定',
    chair: chairOf(meeting, view),
    items: heard(meeting).map(({ key, title, presenter, units }) => {
      const from = timetable.items.find(({ item }) => item === key)?.from;
      return {
        startsAt: from === undefined ? null : instantOf(meeting, from),
        title,
        presenter: presenter === null ? null : view.unitName(presenter).zh,
        units: namesOf(view, units),
      };
    }),
  };
};

interface ProjectRow {
  readonly id: string;
  readonly project_no: string;
  readonly lead_no: string;
  readonly name: string;
  readonly investor_name: string | null;
  readonly investor_hidden: boolean;
  readonly investor_origin: string | null;
  readonly industry_focus: string | null;
  readonly landing_unit: string | null;
  readonly lead_task_force: string | null;
  readonly total_investment: string | null;
  readonly signed_on: string | null;
  readonly registered_on: string | null;
  readonly started_on: string | null;
  readonly operated_on: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly stage: string | null;
  readonly problems: readonly string[];
}

const readProjects = (sql: Sql, ids: readonly string[]): Promise<ProjectRow[]> =>
  sql.query<ProjectRow>(
    `SELECT p.*, i.stage,
       ARRAY(SELECT s.title FROM issue s WHERE s.project_id = p.id AND s.closed_at IS NULL ORDER BY s.id) AS problems
     FROM project p JOIN process_instance i ON i.id = p.id WHERE p.id = ANY($1::uuid[])`,
    [ids],
  );

const STAGES: Readonly<Record<string, string>> = {
  ...{ lead: '线索', evaluation: '评估', review: '评审', signing: '签约' },
  ...{ registration: '注册', landing: '落地', results: '见效' },
};

/** Who must not be named before signing is not named in papers either. */
const investorOf = ({ investor_hidden, investor_name }: ProjectRow): string | null =>
  investor_hidden ? '暂不公开' : investor_name;

const textOf = (value: unknown): string | null => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
};

const papers = async (
  { sql }: MeetingDocumentsParts,
  meeting: Meeting,
  view: OrganizationView,
): Promise<DocumentData<'papersPack'>> => {
  const items = heard(meeting).map((item, at) => ({ ...item, place: at + 1 }));
  const projects = await readProjects(
    sql,
    items.flatMap(({ projectId }) => projectId ?? []),
  );
  return {
    meetingTitle: meeting.title,
    startsAt: startsAtOf({ ...meeting, openedAt: null }),
    preparedBy: issuerOf(meeting),
    projects: items.flatMap(({ projectId, question, title, place }): ProjectBrief[] => {
      const project = projects.find(({ id }) => id === projectId);
      return project === undefined ? [] : [{ ...briefOf(project, question ?? title, view), place }];
    }),
    topics: items
      .filter(({ projectId }) => projectId === null)
      .map(({ place, title, presenter, question }) => ({
        ...{ place, title, question },
        presenter: presenter === null ? null : view.unitName(presenter).zh,
      })),
  };
};

const briefOf = (project: ProjectRow, question: string, view: OrganizationView): ProjectBrief => ({
  projectNo: project.project_no,
  name: project.name,
  investor: investorOf(project),
  investorOrigin: project.investor_origin,
  industry: project.industry_focus,
  landingUnit: project.landing_unit === null ? null : view.unitName(project.landing_unit).zh,
  leadTaskForce: project.lead_task_force === null ? null : view.taskForceName(project.lead_task_force).zh,
  investment: project.total_investment,
  landMu: textOf(project.facts.landNeed),
  stage: project.stage === null ? null : (STAGES[project.stage] ?? project.stage),
  milestones: [
    { name: '签约', on: project.signed_on },
    { name: '注册', on: project.registered_on },
    { name: '开工', on: project.started_on },
    { name: '投产', on: project.operated_on },
  ].flatMap(({ name, on }) => (on === null ? [] : [{ name, on }])),
  summary: textOf(project.facts.buildContent) ?? textOf(project.facts.brief),
  question,
  problems: project.problems,
  proposal: null,
});

const signInSheet = (meeting: Meeting, view: OrganizationView): DocumentData<'signInSheet'> => ({
  meetingTitle: meeting.title,
  startsAt: startsAtOf({ ...meeting, openedAt: null }),
  place: meeting.place ?? '待定',
  attendees: meeting.seats
    .filter(({ reply }) => reply !== 'decline' && reply !== 'written')
    .map(({ unit, person, post }) => ({ unit: view.unitName(unit).zh, name: person, post, phone: null })),
  spareRows: 5,
});

/** A seat as minutes name it: the unit, and who came for it. */
const seatIn = (view: OrganizationView, { unit, checkedIn, person }: Seat): string => {
  const who = checkedIn ?? person;
  return who === null ? view.unitName(unit).zh : `${view.unitName(unit).zh} ${who}`;
};

const minutes = async (
  { minutes: written }: MeetingDocumentsParts,
  meeting: Meeting,
  view: OrganizationView,
): Promise<MinutesData> => {
  const sections = await written.all(meeting.id);
  const came = meeting.seats.filter(({ present, role }) => present || role === 'convener');
  return {
    head: headOf(meeting, {
      copiesTo: namesOf(
        view,
        meeting.seats.map(({ unit }) => unit),
      ),
    }),
    mark: `${MEETING_KIND_TITLES[meeting.kind].zh}纪要`,
    meetingTitle: meeting.title,
    startsAt: startsAtOf(meeting),
    place: meeting.place ?? '待定',
    chair: chairOf(meeting, view),
    items: meeting.agenda
      .filter(({ standing }) => standing === 'concluded' || standing === 'deferred')
      .map(({ key, title, presenter }) => ({
        title,
        presenter: presenter === null ? null : view.unitName(presenter).zh,
        discussion: sections.find(({ section }) => section === key)?.text ?? '',
        resolutions: meeting.resolutions
          .filter(({ item }) => item === key)
          .map(({ text, unit, dueOn, criterion }) => ({
            text,
            unit: unit === null ? null : view.unitName(unit).zh,
            dueOn,
            criterion,
          })),
      })),
    present: came.map((seat) => seatIn(view, seat)),
    excused: meeting.seats
      .filter((seat) => !came.includes(seat) && (seat.reply === 'decline' || seat.reply === 'written'))
      .map(({ unit }) => view.unitName(unit).zh),
    guests: [],
  };
};

/** One opinion for every street or town project that was judged. */
const opinions = async (
  { sql }: MeetingDocumentsParts,
  meeting: Meeting,
  view: OrganizationView,
): Promise<{ item: string; about: string; data: ReviewOpinionData }[]> => {
  const judged = meeting.agenda.filter(({ kind, standing }) => kind === 'judgement' && standing === 'concluded');
  const projects = await readProjects(
    sql,
    judged.flatMap(({ projectId }) => projectId ?? []),
  );
  return judged.flatMap((item) => {
    const project = projects.find(({ id }) => id === item.projectId);
    const resolution = meeting.resolutions.find((known) => known.item === item.key);
    if (project === undefined || resolution === undefined) return [];
    const data: ReviewOpinionData = {
      head: headOf(meeting, {
        addressees: project.landing_unit === null ? [] : [view.unitName(project.landing_unit).zh],
      }),
      meetingTitle: meeting.title,
      heldOn: dayOf(new Date(startsAtOf(meeting))),
      projectNo: project.project_no,
      projectName: project.name,
      investor: investorOf(project),
      industry: project.industry_focus,
      landingUnit: project.landing_unit === null ? null : view.unitName(project.landing_unit).zh,
      investment: project.total_investment,
      opinions: meeting.opinions
        .filter((opinion) => opinion.item === item.key)
        .map(({ unit, standing, match, feasibility, text }) => ({
          unit: view.unitName(unit).zh,
          opinion:
            standing === 'given' && match !== null && feasibility !== null
              ? { match, feasibility, text: text ?? '' }
              : null,
        })),
      conclusion: RESOLUTION_KIND_TITLES[resolution.kind].zh,
      reasons: item.conclusion ?? resolution.text,
      conditions:
        resolution.conditions === null
          ? []
          : [
              {
                text: resolution.conditions,
                unit: resolution.unit === null ? null : view.unitName(resolution.unit).zh,
                dueOn: resolution.dueOn,
              },
            ],
    };
    return [{ item: item.key, about: project.name, data }];
  });
};
