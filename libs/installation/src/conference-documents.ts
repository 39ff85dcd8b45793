import type { BulletinData, ConferencePapersData, FiguresLine } from '@landfall/documents';
import type { Meeting } from '@landfall/meetings';
import type { OrganizationView } from '@landfall/organization';
import type { Sql } from '@landfall/persistence';
import type { ConferenceFacts, ReportedFigures, UnitReport } from '@workflows/meeting-parts/conference-facts';
import { dayOf, headOf, issuerOf, startsAtOf } from './meeting-document-facts';

type Told = Pick<ConferenceFacts, 'reports' | 'previous'>;

/** What a conference was told, as its process keeps it; a plenary meeting is told nothing in writing. */
const toldIn = ({ more }: Meeting, { units }: OrganizationView): Told => {
  const told = more.conference as Told | undefined | null;
  const place = new Map(units.map(({ code }, at) => [code, at]));
  const placeOf = ({ unit }: UnitReport) => place.get(unit) ?? units.length;
  return {
    // Reports come in as they are ready; papers name the units in the notice's order.
    reports: [...(told?.reports ?? [])].sort((a, b) => placeOf(a) - placeOf(b)),
    previous: told?.previous ?? null,
  };
};

/** How far a resolution has come, as it is read back. */
const STANDINGS: Readonly<Record<string, string>> = {
  ...{ draft: '待印发', issued: '落实中', applied: '落实中' },
  ...{ fulfilled: '已落实', lapsed: '已了结', failed: '未落实' },
};

/** 会议材料汇编: what was read back, what every unit reported, and its figures beside those that the projects say. */
export const conferencePapers = async (
  sql: Sql,
  meeting: Meeting,
  view: OrganizationView,
): Promise<ConferencePapersData> => {
  const { reports, previous } = toldIn(meeting, view);
  const nameOf = (unit: string) => view.unitName(unit).zh;
  const given = reports.filter(({ standing }) => standing === 'given');
  const [from, to] = daysOf(meeting.period);
  const counted = await countProjects(sql, from, to);
  return {
    meetingTitle: meeting.title,
    startsAt: startsAtOf({ ...meeting, openedAt: null }),
    preparedBy: issuerOf(meeting),
    period: periodInWords(meeting.period),
    from,
    to,
    readBack: (previous?.resolutions ?? []).map(({ text, unit, dueOn, standing }) => ({
      text,
      unit: unit === null ? null : nameOf(unit),
      dueOn,
      standing: STANDINGS[standing] ?? standing,
    })),
    reports: given.map(({ unit, done, problems, nextSteps }) => ({ unit: nameOf(unit), done, problems, nextSteps })),
    missing: reports.filter(({ standing }) => standing === 'notGiven').map(({ unit }) => nameOf(unit)),
    practices: given.flatMap(({ unit, topic }) => (topic === null ? [] : [{ unit: nameOf(unit), ...topic }])),
    figures: reports.map(({ unit, standing, figures }) => ({
      unit: nameOf(unit),
      reported: standing === 'notGiven' ? null : reportedIn(figures),
      counted: counted.get(unit) ?? NOTHING,
    })),
  };
};

const NOTHING: FiguresLine['counted'] = { created: 0, signed: 0, started: 0 };

const reportedIn = ({ newProjects, signedProjects, startedProjects }: ReportedFigures): FiguresLine['counted'] => ({
  created: newProjects ?? 0,
  signed: signedProjects ?? 0,
  started: startedProjects ?? 0,
});

/** The projects that land in a unit or are led by its task force, by what happened to them between two days. */
const countProjects = async (
  sql: Sql,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, FiguresLine['counted']>> => {
  const rows = await sql.query<{ unit: string; created: number; signed: number; started: number }>(
    `SELECT unit,
       count(*) FILTER (WHERE (p.first_report_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $1 AND $2)::int AS created,
       count(*) FILTER (WHERE p.signed_on BETWEEN $1 AND $2)::int AS signed,
       count(*) FILTER (WHERE p.started_on BETWEEN $1 AND $2)::int AS started
     FROM project p JOIN process_instance i ON i.id = p.id
       CROSS JOIN LATERAL (SELECT DISTINCT u FROM unnest(ARRAY[p.landing_unit, p.lead_task_force]) AS u) AS concerned (unit)
     WHERE unit IS NOT NULL AND i.closed_as IS DISTINCT FROM 'duplicate' GROUP BY unit`,
    [from, to],
  );
  return new Map(rows.map(({ unit, ...counted }) => [unit, counted]));
};

/** The first and the last day of a half-year, written 2026H1. */
const daysOf = (period: string): readonly [from: string, to: string] => {
  const year = period.slice(0, 4);
  return period.endsWith('H1') ? [`${year}-01-01`, `${year}-06-30`] : [`${year}-07-01`, `${year}-12-31`];
};

/** What the conference was told, unit by unit; who reported nothing is named as such. */
export const bulletin = (meeting: Meeting, view: OrganizationView): BulletinData => {
  const { reports } = toldIn(meeting, view);
  const missing = reports.filter(({ standing }) => standing === 'notGiven').map(({ unit }) => view.unitName(unit).zh);
  const lines = meeting.resolutions.map(({ text, unit, dueOn }, at) => {
    const who =
      unit === null ? '' : `（责任单位：${view.unitName(unit).zh}${dueOn === null ? '' : `，${dueOn}前完成`}）`;
    return `${at + 1}.${text}${who}`;
  });
  return {
    head: headOf(meeting, { number: null, addressees: ['各开发区管委会', '各委局、各街镇、各单位'] }),
    period: periodInWords(meeting.period),
    asOf: dayOf(meeting.updatedAt),
    sections: [
      {
        title: '会议召开情况',
        text: `${meeting.title}已召开，到会${meeting.seats.filter(({ present }) => present).length}个单位。`,
      },
      {
        title: '材料报送情况',
        text: `应报${reports.length}个单位，已报${reports.length - missing.length}个。${missing.length === 0 ? '' : `未报：${missing.join('、')}。`}`,
      },
      { title: '会议议定事项', text: lines.length === 0 ? '无。' : lines.join('\n') },
    ],
    table:
      reports.length === 0
        ? null
        : {
            title: '各成员单位报送数据（填报值，未经核验）',
            columns: ['新增项目', '签约项目', '开工项目'],
            rows: reports.map(({ unit, standing, figures }) => ({
              unit: view.unitName(unit).zh,
              figures:
                standing === 'notGiven'
                  ? ['未报', '', '']
                  : [figures.newProjects, figures.signedProjects, figures.startedProjects].map((figure) =>
                      figure === null || figure === undefined ? '' : String(figure),
                    ),
            })),
          },
  };
};

/** 2026H2 as people say it: 2026年下半年. */
const periodInWords = (period: string): string => {
  const [, year, half] = /^(\d{4})H([12])$/.exec(period) ?? [];
  return year === undefined ? period : `${year}年${half === '1' ? '上' : '下'}半年`;
};
