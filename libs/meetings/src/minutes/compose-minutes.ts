import { type AgendaItem, isInvited, type Meeting, type MeetingResolution, type UnitOpinion } from '../meeting';

/** Names of units, for texts that people read. */
export type UnitNames = (unit: string) => string;

/** The sections of minutes, in order: `preamble`, the items by their keys, `closing`. */
export const sectionsOf = ({ agenda }: Pick<Meeting, 'agenda'>): string[] => [
  'preamble',
  ...agenda.filter(({ standing }) => standing !== 'left').map(({ key }) => key),
  'closing',
];

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一, 十二, 二十: how items are counted in official papers; up to 99. */
const numeral = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const said = ones === 0 ? '' : (NUMERALS[ones] ?? '');
  if (tens === 0) return said;
  return `${tens === 1 ? '' : (NUMERALS[tens] ?? '')}十${said}`;
};

const dayInWords = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

const SHANGHAI_MS = 8 * 3_600_000;
const dayOfInstant = (instant: string): string =>
  new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10);

const POSITIONS: Readonly<Record<NonNullable<UnitOpinion['position']>, string>> = {
  agree: '同意',
  agreeWithConditions: '有条件同意',
  disagree: '不同意',
  none: '无意见',
};

/** A sentence ends once, whatever its writer typed. */
const sentence = (text: string): string => `${text.trim().replace(/[。；;.]+$/u, '')}。`;

const opinionInWords = (opinion: UnitOpinion, nameOf: UnitNames): string => {
  const unit = nameOf(opinion.unit);
  if (opinion.standing === 'notGiven') return `${unit}未反馈意见。`;
  const scores =
    opinion.match === null ? '' : `（产业匹配度${opinion.match}分，落地可行性${opinion.feasibility ?? '—'}分）`;
  const position = opinion.position === null ? '' : `${POSITIONS[opinion.position]}，`;
  return `${unit}${scores}：${position}${sentence(opinion.text ?? '无')}`;
};

const resolutionInWords = (resolution: MeetingResolution, nameOf: UnitNames): string => {
  const units =
    resolution.unit === null
      ? ''
      : `责任单位：${nameOf(resolution.unit)}${
          resolution.assistUnits.length === 0 ? '' : `（配合单位：${resolution.assistUnits.map(nameOf).join('、')}）`
        }`;
  const parts = [
    units,
    resolution.dueOn === null ? '' : `完成时限：${dayInWords(resolution.dueOn)}`,
    resolution.criterion === null ? '' : `验收标准：${resolution.criterion.trim().replace(/[。]+$/u, '')}`,
  ].filter(Boolean);
  const conditions = resolution.conditions === null ? '' : `条件：${sentence(resolution.conditions)}`;
  return `${sentence(resolution.text)}${conditions}${parts.length === 0 ? '' : `${parts.join('；')}。`}`;
};

const presentUnits = ({ seats }: Meeting, nameOf: UnitNames): string[] =>
  seats.filter(({ present, role }) => present || role === 'convener').map(({ unit }) => nameOf(unit));

const writtenUnits = ({ seats }: Meeting, nameOf: UnitNames): string[] =>
  seats.filter(({ reply, present }) => reply === 'written' && !present).map(({ unit }) => nameOf(unit));

const absentUnits = ({ seats }: Meeting, nameOf: UnitNames): string[] =>
  seats
    .filter((seat) => isInvited(seat) && !seat.present && seat.reply !== 'written')
    .map(({ unit, reply }) => `${nameOf(unit)}${reply === 'decline' ? '（请假）' : ''}`);

const preambleOf = (meeting: Meeting, nameOf: UnitNames): string => {
  const day = meeting.openedAt === null ? meeting.plannedOn : dayOfInstant(meeting.openedAt);
  const place = meeting.place === null ? '' : `在${meeting.place}`;
  const heard = meeting.agenda.filter(({ standing }) => standing !== 'left').length;
  const list = (label: string, units: readonly string[]) =>
    units.length === 0 ? '' : `\n${label}：${units.join('、')}。`;
  return [
    `${day === null ? '' : dayInWords(day)}，${meeting.conveners.map(nameOf).join('、')}${place}召开${meeting.title}，`,
    `共审议议题${heard}项。现将会议议定情况纪要如下：`,
    list('出席单位', presentUnits(meeting, nameOf)),
    list('书面反馈意见单位', writtenUnits(meeting, nameOf)),
    list('缺席单位', absentUnits(meeting, nameOf)),
  ].join('');
};

const itemInWords = (meeting: Meeting, item: AgendaItem, number: number, nameOf: UnitNames): string => {
  const opinions = meeting.opinions.filter((opinion) => opinion.item === item.key);
  const resolutions = meeting.resolutions.filter((resolution) => resolution.item === item.key);
  const presented = item.presenter === null ? '' : `会议听取了${nameOf(item.presenter)}的汇报。`;
  const conclusion =
    item.standing === 'deferred'
      ? `会议决定本次暂不审议${item.conclusion === null ? '。' : `：${sentence(item.conclusion)}`}`
      : resolutions.length === 0 && item.conclusion !== null
        ? `会议认为：${sentence(item.conclusion)}`
        : '';
  return [
    `${numeral(number)}、关于${item.title}`,
    [presented, item.question === null ? '' : `研究事项：${sentence(item.question)}`].join(''),
    ...(opinions.length === 0
      ? []
      : [`各单位意见：${opinions.map((opinion) => opinionInWords(opinion, nameOf)).join('')}`]),
    conclusion,
    ...(resolutions.length === 0 ? [] : ['会议议定：']),
    ...resolutions.map((resolution, at) => `${at + 1}．${resolutionInWords(resolution, nameOf)}`),
  ]
    .filter((line) => line !== '')
    .join('\n');
};

const closingOf = (meeting: Meeting, nameOf: UnitNames): string => {
  const own = meeting.resolutions.filter(({ item }) => item === null);
  const advisory = meeting.kind === 'streetTownReview' ? '研判意见供街镇项目落地服务参考，不作为行政审批依据。' : '';
  return [
    ...(own.length === 0 ? [] : ['会议还议定：']),
    ...own.map((resolution, at) => `${at + 1}．${resolutionInWords(resolution, nameOf)}`),
    `${advisory}以上议定事项请各责任单位按时限抓好落实，落实情况报${nameOf(meeting.conveners[0] ?? 'LGO')}。`,
  ].join('\n');
};

/** Drafts a section of the minutes from what the meeting knows; the secretary rewrites it as he likes. */
export const composeMinutes = (meeting: Meeting, section: string, nameOf: UnitNames): string => {
  if (section === 'preamble') return preambleOf(meeting, nameOf);
  if (section === 'closing') return closingOf(meeting, nameOf);
  const heard = meeting.agenda.filter(({ standing }) => standing !== 'left');
  const at = heard.findIndex(({ key }) => key === section);
  const item = heard[at];
  return item === undefined ? '' : itemInWords(meeting, item, at + 1, nameOf);
};
