import { bold, dim, pad, say } from '../terminal-text';
import type { Stumble } from './people-at-work';
import { DOCUMENT_NAMES, halfOf, type Proof, reportsOf } from './proofs';
import type { MeetingView, ResolutionView } from './year-answers';
import { dayOf } from './year-clock';
import type { RecordedMeeting, YearRecord } from './year-record';

const day = (on: string | null): string => (on === null ? '—' : on.slice(5));

const localDay = (at: string): string => dayOf(new Date(at));

/** When a meeting was called, noticed, held and minuted, from its history. */
const datesOf = ({ meeting, history }: RecordedMeeting) => {
  const first = history[0];
  return {
    called: first ? localDay(first.at) : null,
    held: meeting.openedAt ? localDay(meeting.openedAt) : null,
  };
};

/** How many of some words there are, most frequent first. */
const counted = (words: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([word, count]) => `${word}${count}`)
    .join(' ');
};

const issued = ({ resolutions }: MeetingView): ResolutionView[] =>
  resolutions.filter(({ standing }) => standing !== 'draft');

const STANDINGS: Readonly<Record<string, string>> = {
  draft: '拟稿',
  issued: '已印发',
  applied: '已接收',
  fulfilled: '已落实',
  lapsed: '失效',
  failed: '未落实',
};

/** Fulfilled in time, late, lapsed, or still open. */
const fulfilment = (resolutions: readonly ResolutionView[], today: string): string => {
  const words = resolutions.map(({ standing, dueOn, fulfilledOn }) => {
    if (standing === 'fulfilled')
      return dueOn !== null && fulfilledOn !== null && fulfilledOn > dueOn ? '逾期落实' : '按期落实';
    if (standing === 'lapsed' || standing === 'failed') return '未落实';
    return dueOn !== null && dueOn < today ? '逾期未落实' : '落实中';
  });
  return counted(words) || '—';
};

const documentsOf = ({ documents }: RecordedMeeting): string =>
  counted(
    documents.filter(({ state }) => state === 'issued').map(({ document }) => DOCUMENT_NAMES[document] ?? document),
  );

export const sayReport = (record: YearRecord, proofs: readonly Proof[]): void => {
  say();
  say(bold('会议台账'));
  say(dim(`${pad('会议', 40)}${pad('召集', 8)}${pad('召开', 8)}${pad('文件', 6)}${pad('议定事项', 34)}落实`));
  for (const recorded of record.meetings) {
    const { meeting } = recorded;
    const { called, held } = datesOf(recorded);
    const kinds = counted([
      ...issued(meeting).map(({ kind }) => kind.label.zh),
      ...meeting.agenda.filter(({ outcome }) => outcome === 'noAgreement').map(() => '未达成一致'),
    ]);
    const state = held === null ? meeting.stateLabel.zh : fulfilment(issued(meeting), record.today);
    say(
      `${pad(meeting.title, 40)}${pad(day(called), 8)}${pad(day(held), 8)}${pad(String(recorded.documents.length), 6)}${pad(kinds || '—', 34)}${state}`,
    );
    if (meeting.kind === 'conference' && held !== null) say(dim(conferenceLine(meeting)));
  }
  say();
  say(bold('核对'));
  for (const { law, seen, told, exceptions } of proofs) {
    say(`${exceptions.length === 0 ? '✓' : '✗'} ${law}（${seen}）`);
    say(dim(`  ${told}`));
    for (const exception of exceptions) say(`  ✗ ${exception}`);
  }
};

const conferenceLine = (meeting: MeetingView): string => {
  const { given, missing } = reportsOf(meeting);
  const { windowFrom, windowTo } = halfOf(meeting);
  return `  报送 ${given} 个单位，未报 ${missing.length}（${missing.join('、') || '无'}）；会期 ${windowFrom} 至 ${windowTo}，${meeting.overdue ? '记录为逾期' : '未逾期'}`;
};

/** The whole report as Markdown: every meeting with its dates, documents, items, resolutions and what came of them. */
export const reportAsMarkdown = (
  record: YearRecord,
  proofs: readonly Proof[],
  story: readonly string[],
  stumbles: readonly Stumble[] = [],
): string =>
  [
    '# 一年会议台账（演示）',
    '',
    '项目清单为公开报道；人员、金额、意见、结论等全部为演示生成的样例数据。',
    '',
    '## 核对',
    '',
    ...proofs.flatMap(({ law, seen, told, exceptions }) => [
      `- ${exceptions.length === 0 ? '✓' : '✗'} ${law}：${seen}。${told}`,
      ...exceptions.map((exception) => `  - ✗ ${exception}`),
    ]),
    '',
    '## 经过',
    '',
    '```',
    ...story,
    '```',
    '',
    '## 会议',
    ...record.meetings.flatMap((recorded) => meetingAsMarkdown(recorded, record.today)),
    '',
    '## 督办',
    '',
    '| 编号 | 事项 | 主办 | 时限 | 结果 |',
    '|---|---|---|---|---|',
    ...record.items.map(
      ({ number, title, leadUnit, dueOn, outcome, inTime, colour }) =>
        `| ${number ?? '待立项'} | ${cell(title)} | ${leadUnit.name.zh} | ${dueOn} | ${outcome === null ? `办理中（${COLOURS[colour]}）` : outcome === 'voided' ? '作废' : inTime ? '按期销号' : '逾期销号'} |`,
    ),
    '',
    '## 被退回的填报',
    '',
    ...(stumbles.length === 0 ? ['无'] : []),
    ...stumbles.map(({ day: on, subject, task, said }) => `- ${on} ${cell(subject)} ${task}：${cell(said)}`),
    '',
  ].join('\n');

const COLOURS = { none: '未到期', blue: '蓝', yellow: '黄', red: '红' } as const;

const cell = (text: string): string => text.replaceAll('|', '／').replaceAll('\n', ' ');

const meetingAsMarkdown = (recorded: RecordedMeeting, today: string): string[] => {
  const { meeting, documents } = recorded;
  const { called, held } = datesOf(recorded);
  const replies = counted(meeting.seats.filter(({ role }) => !CALLS.includes(role)).map(({ reply }) => REPLIES[reply]));
  return [
    '',
    `### ${meeting.title}`,
    '',
    `- 召集：${called ?? '—'}，${meeting.calledBecause.zh}`,
    `- 召开：${held ?? `未召开（${meeting.stateLabel.zh}）`}${meeting.rescheduled > 0 ? `，通知后改期${meeting.rescheduled}次` : ''}${meeting.withoutQuorum ? '，未达参会要求，说明理由后召开' : ''}`,
    `- 回执：${replies || '—'}`,
    ...(meeting.kind === 'conference' ? [`- ${conferenceLine(meeting).trim()}`] : []),
    `- 纪要：${meeting.minutesNumber ?? '—'}`,
    `- 文件（${documents.length}）：${documentsOf(recorded) || '—'}${documents.length > 0 ? `：${documents.map(({ name }) => name ?? '待成文').join('、')}` : ''}`,
    `- 落实：${fulfilment(issued(meeting), today)}`,
    '',
    '| 议题 | 结论 | 意见 |',
    '|---|---|---|',
    ...meeting.agenda.map(
      ({ title, standing, outcome, opinions, key }) =>
        `| ${cell(title)} | ${standing === 'left' ? '会前移出' : standing === 'deferred' ? '本次不议' : conclusionOf(meeting, key, outcome)} | ${opinions.length === 0 ? '—' : `已反馈${opinions.filter((one) => one.standing === 'given').length} 未反馈${opinions.filter((one) => one.standing !== 'given').length}`} |`,
    ),
    ...(issued(meeting).length === 0
      ? []
      : ['', '| 议定事项 | 类别 | 责任单位 | 时限 | 验收标准 | 落实 |', '|---|---|---|---|---|---|']),
    ...issued(meeting).map(
      ({ text, kind, unit, dueOn, criterion, standing, fulfilledOn }) =>
        `| ${cell(text)} | ${kind.label.zh} | ${unit?.name.zh ?? '—'} | ${dueOn ?? '—'} | ${cell(criterion ?? '—')} | ${STANDINGS[standing] ?? standing}${fulfilledOn ? ` ${fulfilledOn}` : ''} |`,
    ),
  ];
};

const conclusionOf = ({ resolutions }: MeetingView, item: string, outcome: string | null): string =>
  resolutions.find((resolution) => resolution.item === item)?.kind.label.zh ??
  (outcome === 'noAgreement' ? '未达成一致，提请上级协调' : outcome === null ? '—' : '已听取');

/** Whoever calls or chairs a meeting is not asked to reply. */
const CALLS: readonly string[] = ['convener', 'chair'];

const REPLIES = {
  none: '待回执',
  attend: '参会',
  substitute: '委托',
  written: '书面意见',
  decline: '请假',
  silent: '逾期未回执',
} as const;
