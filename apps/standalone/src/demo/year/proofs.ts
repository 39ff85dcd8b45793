import type { HistoryEntry, MeetingView, ResolutionView } from './year-answers';
import type { YearRecord } from './year-record';

/** One law of the meetings, how often it was seen to hold, and every case in which it did not. */
export interface Proof {
  readonly law: string;
  readonly seen: number;
  readonly told: string;
  readonly exceptions: readonly string[];
}

const REVIEW = /^active\.review(\.|$)/;
/** A street-town meeting only advises: its item is on this agenda. */
const ON_STREET_AGENDA = 'active.review.onAgenda.streetTown';

const isIn = (states: readonly string[], stage: RegExp): boolean => states.some((state) => stage.test(state));

/** How a project may leave the review for the next stage, by the event that history names. */
const FORWARD: readonly (readonly [RegExp, string])[] = [
  [/^resolution\.approve$/, '会议同意（建议推进、原则同意）'],
  [/^conditionConfirmation\.confirm$/, '会议附条件同意，条件经核实落实'],
  [/^selfReview\.approve$/, '开发区自评审'],
  [/^advisoryDecision\.proceed$/, '暂不建议后记录理由继续推进'],
];

/** How it may leave without going on: back, aside, or to an end. */
const OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/^resolution\.supplement$/, '会议要求补充材料'],
  [/^resolution\.refuse$/, '区级、领导小组会议不同意'],
  [/^selfReview\.refuse$/, '自评审不同意'],
  [/^advisoryDecision\.(drop|redo)$/, '暂不建议后重新评估或不再推进'],
  [/^transferRuling\.transferOut$/, '流转到区外'],
  [/^recallFromReview$/, '撤回评审'],
  [/^(suspend|requestTermination|transfer|withdraw|mergeDuplicate|milestoneReached)$/, '暂停、终止、流转等'],
];

const kindOf = (entry: HistoryEntry, ways: readonly (readonly [RegExp, string])[]): string | undefined =>
  ways.find(([event]) => event.test(entry.event))?.[1];

const isIssued = ({ standing }: ResolutionView): boolean => standing !== 'draft';

export const isHeld = ({ openedAt }: MeetingView): boolean => openedAt !== null;

/** The documents that a held meeting of a kind has to have when its minutes are out. */
const documentsOf = ({ kind, minutesNumber }: MeetingView): readonly string[] => [
  ...['notice', 'agenda', 'papers', 'signInSheet'],
  ...(minutesNumber === null ? [] : ['minutes']),
  ...(minutesNumber !== null && kind === 'streetTownReview' ? ['opinions'] : []),
];

/** Proves from what the API tells that projects moved by resolutions, and that meetings did what they have to. */
export const prove = (record: YearRecord): readonly Proof[] => [
  leftByResolution(record),
  streetTownClosesNothing(record),
  resolutionsAreComplete(record),
  documentsAreThere(record),
  conferencesAreAccountedFor(record),
];

const leftByResolution = ({ projects }: YearRecord): Proof => {
  const ways = new Map<string, number>();
  const exceptions: string[] = [];
  for (const { project, history } of projects) {
    for (const entry of history) {
      if (!isIn(entry.from, REVIEW) || isIn(entry.to, REVIEW)) continue;
      const goesOn = isIn(entry.to, /^active\.(signing|registration|landing|results)/);
      const way = kindOf(entry, FORWARD) ?? (goesOn ? undefined : kindOf(entry, OTHERWISE));
      if (way === undefined) exceptions.push(`${project.projectName} ${entry.at.slice(0, 10)} ${entry.event}`);
      else ways.set(way, (ways.get(way) ?? 0) + 1);
    }
  }
  const seen = [...ways.values()].reduce((sum, count) => sum + count, 0);
  const told = [...ways].map(([way, count]) => `${way} ${count}`).join('；');
  return { law: '离开评审阶段的项目都有依据：议定事项、自评审，或记录了理由的决定', seen, told, exceptions };
};

const streetTownClosesNothing = ({ projects }: YearRecord): Proof => {
  let seen = 0;
  const exceptions: string[] = [];
  for (const { project, history } of projects) {
    for (const entry of history) {
      if (!entry.from.includes(ON_STREET_AGENDA) || !entry.event.startsWith('resolution.')) continue;
      seen += 1;
      if (!isIn(entry.to, /^active\./))
        exceptions.push(`${project.projectName} ${entry.at.slice(0, 10)} ${entry.event}`);
    }
  }
  return { law: '街镇研判会议只提供参考，没有关闭任何项目', seen, told: `研判意见 ${seen} 项`, exceptions };
};

const resolutionsAreComplete = ({ meetings }: YearRecord): Proof => {
  const issued = meetings.flatMap(({ meeting }) =>
    meeting.resolutions.filter(isIssued).map((resolution) => ({ meeting, resolution })),
  );
  const notes = issued.filter(({ resolution }) => resolution.kind.key === 'note').length;
  const exceptions = issued
    .filter(({ resolution: { kind, unit, dueOn, criterion } }) => kind.key !== 'note' && !(unit && dueOn && criterion))
    .map(({ meeting, resolution }) => `${meeting.title} ${resolution.text}`);
  return {
    law: '印发的议定事项都有责任单位、时限和验收标准，或者是知悉',
    seen: issued.length,
    told: `三项齐全 ${issued.length - notes - exceptions.length}；知悉 ${notes}`,
    exceptions,
  };
};

const documentsAreThere = ({ meetings }: YearRecord): Proof => {
  const held = meetings.filter(({ meeting }) => isHeld(meeting));
  const exceptions = held.flatMap(({ meeting, documents }) => [
    ...documentsOf(meeting)
      .filter((kind) => !documents.some(({ document, state }) => document === kind && state === 'issued'))
      .map((kind) => `${meeting.title} 缺少${DOCUMENT_NAMES[kind] ?? kind}`),
    ...documents
      .filter(({ opens }) => !opens)
      .map(({ document, name }) => `${meeting.title} ${name ?? document} 打不开`),
  ]);
  const all = held.flatMap(({ documents }) => documents);
  return {
    law: '召开过的会议文件齐全，逐份下载并能打开',
    seen: all.length,
    told: `${held.length}次会议，${all.length}份文件，共${Math.round(all.reduce((sum, { bytes }) => sum + bytes, 0) / 1024)} KB`,
    exceptions,
  };
};

/** 每半年一次：held in its window, or recorded as overdue for ever (domain-model 6.2, invariant 5). */
const conferencesAreAccountedFor = ({ meetings, today }: YearRecord): Proof => {
  const conferences = meetings.filter(({ meeting }) => meeting.kind === 'conference');
  const exceptions = conferences
    .filter(({ meeting }) => {
      const { windowTo } = halfOf(meeting);
      const isLate = isHeld(meeting) ? (meeting.openedAt ?? '').slice(0, 10) > windowTo : today > windowTo;
      return isLate && !meeting.overdue;
    })
    .map(({ meeting }) => meeting.title);
  const inTime = conferences.filter(({ meeting }) => isHeld(meeting) && !meeting.overdue).length;
  return {
    law: '每个半年的会议在会期内召开，否则记录为逾期',
    seen: conferences.length,
    told: `按期 ${inTime}；逾期 ${conferences.filter(({ meeting }) => meeting.overdue).length}；尚在会期前或会期内 ${conferences.filter(({ meeting }) => !isHeld(meeting) && !meeting.overdue).length}`,
    exceptions,
  };
};

export const DOCUMENT_NAMES: Readonly<Record<string, string>> = {
  notice: '会议通知',
  agenda: '议程',
  papers: '会议材料',
  signInSheet: '签到表',
  minutes: '会议纪要',
  opinions: '研判意见书',
  bulletin: '通报',
};

interface Half {
  readonly windowFrom: string;
  readonly windowTo: string;
}

export const halfOf = ({ more }: MeetingView): Half => {
  const { half } = (more.conference ?? {}) as { half?: Half };
  return half ?? { windowFrom: '', windowTo: '9999' };
};

export const reportsOf = ({ more }: MeetingView): { given: number; missing: readonly string[] } => {
  const { reports = [] } = (more.conference ?? {}) as { reports?: readonly { unit: string; standing: string }[] };
  return {
    given: reports.filter(({ standing }) => standing === 'given').length,
    missing: reports.filter(({ standing }) => standing !== 'given').map(({ unit }) => unit),
  };
};
