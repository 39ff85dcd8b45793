import { draw, drawBetween, drawOne } from './draw';
import type { Work } from './open-work';
import { isLateItem } from './patience';
import type { AgendaView, YearTaskPage } from './year-answers';
import { daysAfter, type YearClock } from './year-clock';

/** What somebody decides: an outcome, and what he fills in beside what the form knows. */
export interface Choice {
  readonly outcome: string;
  readonly form?: Readonly<Record<string, unknown>>;
}

/** What has been decided before in this year, where it bears on the next decision. */
export interface Memory {
  /** How often somebody did a kind of task for a subject. */
  times(subject: string, taskKey: string): number;
  isTaken(day: string): boolean;
}

export interface Asked {
  readonly work: Work;
  readonly page: YearTaskPage;
  readonly clock: YearClock;
  readonly memory: Memory;
}

const REASON = '经研究，现阶段条件尚不成熟，按程序办理（样例）。';
const STREETS = 21;

const pick = (choices: Readonly<Record<string, number>>, { work, memory }: Asked): string =>
  drawOne(
    choices,
    'choice',
    work.subject,
    work.task.taskKey,
    work.task.candidateGroup,
    String(memory.times(work.subject, work.task.taskKey)),
  );

const unitOf = ({ work }: Asked): string => work.task.candidateGroup.split('.')[0] ?? '';

const OPINIONS = { agree: 82, agreeWithConditions: 14, disagree: 2, requestMaterial: 2 };

const opinion = (asked: Asked): Choice => {
  const outcome = pick(OPINIONS, asked);
  return {
    outcome,
    form: {
      opinion:
        outcome === 'disagree' ? '现有方案与本部门要求不符，建议优化（样例）。' : '符合本部门要求，同意推进（样例）。',
      ...(outcome === 'agreeWithConditions' ? { conditions: '开工前补齐相关手续（样例）。' } : {}),
      ...(outcome === 'requestMaterial' ? { missingMaterial: '请补充用地预审和资金来源说明（样例）。' } : {}),
    },
  };
};

/** The next street that is suggested to a project, or that takes one whose area the list does not tell. */
const streetFor = (subject: string): string =>
  `T${String(1 + Math.floor(draw('street', subject) * STREETS)).padStart(2, '0')}`;

const plan = ({ work, clock, memory }: Asked): Record<string, unknown> => {
  const ahead = { push: 2, streetTownReview: 5, special: 5, conference: 10, plenary: 5 }[work.meeting?.kind ?? 'push'];
  return {
    plannedOn: clock.meetingDay(ahead, memory.isTaken),
    plannedTime: work.meeting?.kind === 'push' ? '14:30' : '09:30',
    place: work.meeting?.kind === 'conference' ? '滨海新区行政中心大会议室' : '滨海新区行政中心第三会议室',
  };
};

const itemOf = ({ work, page }: Asked): AgendaView | undefined =>
  work.meeting?.agenda.find(({ key }) => key === page.slot);

const JUDGEMENTS = { proceed: 60, proceedWithConditions: 16, supplement: 11, notRecommended: 10, suggestTransfer: 3 };
const DECISIONS = { approve: 62, approveWithConditions: 18, supplement: 8, defer: 4, refuse: 3, referUp: 5 };

/** What a review says; a project that comes again has done its homework. */
const conclude = (asked: Asked, choices: Readonly<Record<string, number>>, going: string): Choice => {
  const { work, page, clock, memory } = asked;
  const item = itemOf(asked);
  const subject = item?.projectName ?? item?.title ?? page.slot;
  const before = memory.times(subject, 'concluded');
  const offered = Object.fromEntries(
    Object.entries(choices).filter(([key]) => page.outcomes.some((outcome) => outcome.key === key)),
  );
  const outcome = before > 0 ? going : drawOne(offered, 'conclusion', subject, work.meeting?.kind ?? '');
  const dueOn = clock.later(drawBetween(12, 25, 'due', subject));
  const said: Readonly<Record<string, string>> = {
    proceed: '产业匹配、落地条件具备，建议推进（样例）。',
    approve: '原则同意（样例）。',
    supplement: '测算依据不足，补充材料后再议（样例）。',
    notRecommended: '用地指标和环境容量暂不支持，暂不建议（样例）。',
    suggestTransfer: '产业方向与拟落地区域不符，建议流转（样例）。',
    defer: '要素条件待明确，暂缓（样例）。',
    refuse: '不符合产业准入要求，不同意（样例）。',
    referUp: '事项重大，提请领导小组研究（样例）。',
  };
  return {
    outcome,
    form: {
      conclusion: said[outcome] ?? '原则可行，完善条件后推进（样例）。',
      ...(outcome.includes('Conditions')
        ? { conditions: '落实用地预审意见，明确资金来源（样例）。', conditionsDueOn: dueOn }
        : { dueOn }),
      criterion: '形成书面材料并经办公室核验（样例）',
      ...(outcome === 'suggestTransfer' ? { landingUnit: streetFor(subject) } : {}),
    },
  };
};

/** What units disagree on: a push meeting comes to no agreement, and it goes up to the leading group, which decides. */
export const CONTESTED = '各方意见不一';

const problem = (asked: Asked): Choice => {
  const item = itemOf(asked);
  const subject = item?.title ?? '';
  if (item?.question?.includes(CONTESTED) && asked.work.meeting?.kind === 'push')
    return { outcome: 'noAgreement', form: { conclusion: '各部门意见不一，提请上级协调（样例）。' } };
  const outcome = drawOne({ unblock: 50, deadline: 28, order: 22 }, 'problem', subject);
  const unit = item?.units[0]?.code;
  const isComplete = draw('complete', subject) < 0.5;
  return {
    outcome,
    form: {
      conclusion: '明确解决路径，由责任单位牵头办结（样例）。',
      ...(unit ? { unit } : {}),
      ...(isComplete
        ? { dueOn: asked.clock.later(drawBetween(12, 25, 'due', subject)), criterion: '取得书面批复或办结证明（样例）' }
        : {}),
    },
  };
};

const topic = (asked: Asked): Choice => {
  const item = itemOf(asked);
  const subject = `${asked.work.subject}${item?.title ?? ''}`;
  if (item?.kind.key === 'deployment')
    return {
      outcome: 'order',
      form: {
        conclusion: '按会议部署推进，年度招商任务分解到单位（样例）。',
        unit: drawOne({ D01: 1, D02: 1, D10: 1 }, 'deployed', subject),
        dueOn: asked.clock.later(40),
        criterion: '印发任务分解方案并报办公室（样例）',
      },
    };
  return item?.kind.key === 'exchange'
    ? { outcome: 'exchanged', form: { conclusion: '做法可借鉴，印发各单位参考（样例）。' } }
    : { outcome: 'noted', form: { conclusion: '听取情况汇报（样例）。' } };
};

const reply = (asked: Asked): Choice => {
  const outcome = pick({ attend: 82, substitute: 8, written: 5, decline: 5 }, asked);
  return {
    outcome,
    form: {
      ...(outcome === 'attend' || outcome === 'substitute' ? { person: '参会人员（样例）', post: '负责人' } : {}),
      ...(outcome === 'attend' ? {} : { reason: '当日另有公务安排（样例）' }),
    },
  };
};

const unitReport = (asked: Asked): Choice => {
  const outcome = pick({ submit: 80, submitWithTopic: 20 }, asked);
  const count = (what: string) => drawBetween(0, 9, what, unitOf(asked), asked.work.subject);
  return {
    outcome,
    form: {
      done: '围绕主导产业走访企业、对接项目，重点项目按计划推进（样例数据）。',
      problems: '用地指标偏紧，部分项目要素保障待协调（样例）。',
      nextSteps: '盯紧在谈项目，加快签约落地（样例）。',
      newProjects: count('new'),
      signedProjects: count('signed'),
      startedProjects: count('started'),
      ...(outcome === 'submitWithTopic'
        ? { topicTitle: '一线服务企业的做法（样例）', topicText: '专员一对一跟进，问题当日响应、限时办结（样例）。' }
        : {}),
    },
  };
};

const progress = ({ work, clock, memory }: Asked): Choice => {
  const { item } = work;
  const late = item !== undefined && isLateItem(item);
  const left = item === undefined ? 0 : clock.until(item.dueOn);
  const isLead = work.task.candidateGroup.startsWith(`${item?.leadUnit.code}.`);
  if (!isLead) return { outcome: 'contribute', form: { note: '已按分工配合办理（样例）' } };
  if (late ? left <= -7 : left <= 2)
    return { outcome: 'complete', form: { evidence: '已按要求办结，成果和佐证材料齐备（样例）' } };
  const done = Math.min(90, 20 + 20 * memory.times(work.subject, 'progressReport'));
  return { outcome: 'report', form: { progress: done, note: '按计划推进（样例）' } };
};

/** The decisions that are not simply the first positive outcome. */
const DECIDE: Readonly<Record<string, (asked: Asked) => Choice>> = {
  duplicateReview: () => ({ outcome: 'notDuplicate', form: { reason: '投资主体和建设内容不同，不是撞单（样例）' } }),
  leadScreening: (asked) => ({ outcome: pick({ pass: 90, return: 7, reject: 3 }, asked) }),
  referralAcceptance: (asked) => ({ outcome: pick({ accept: 94, decline: 6 }, asked) }),
  leadFollowUp: (asked) =>
    asked.memory.times(asked.work.subject, 'leadFollowUp') < 1 && draw('log', asked.work.subject) < 0.4
      ? { outcome: 'logFollowUp', form: { followUpKind: 'visit', progress: '实地走访，企业有意向（样例）' } }
      : { outcome: pick({ startEvaluation: 93, recycle: 4, giveUp: 3 }, asked) },
  evaluationCollecting: ({ work }) => ({
    outcome: 'submit',
    form: {
      ...(work.project && !work.project.landingUnit ? { landingUnit: streetFor(work.subject) } : {}),
      carrierMode: drawOne({ newLand: 45, existingLand: 15, leasedPlant: 40 }, 'carrier', work.subject),
      buildContent: '建设厂房、生产线及配套设施（样例）。',
    },
  }),
  industryReview: opinion,
  factorsReview: opinion,
  commercialReview: opinion,
  overdueOpinions: () => ({ outcome: 'goOn', form: { reason: '逾期未反馈，如实标记后推进，不视为同意（样例）' } }),
  selfReview: (asked) => ({ outcome: pick({ approve: 84, lift: 12, refuse: 4 }, asked) }),
  advisoryDecision: (asked) => ({
    outcome: pick({ proceed: 60, redo: 30, drop: 10 }, asked),
    form: { overrideReason: '企业已调整方案并压减用地需求，环境容量经核实可以满足，决定继续推进（样例）。' },
  }),
  conditionReport: (asked) => ({ outcome: pick({ allMet: 93, giveUp: 7 }, asked) }),
  transferRuling: (asked) => ({
    outcome: pick({ transfer: 70, keep: 30 }, asked),
    form: { landingUnit: streetFor(`${asked.work.subject}转`) },
  }),
  agreementDrafting: ({ work, clock }) => ({
    outcome: 'submit',
    form: {
      agreementKind: drawOne({ formal: 88, framework: 12 }, 'agreement', work.subject),
      agreedStartOn: daysAfter(clock.today, 60),
      agreedProductionOn: daysAfter(clock.today, 420),
    },
  }),
  signingRecord: ({ work }) => ({
    outcome:
      drawOne({ formal: 88, framework: 12 }, 'agreement', work.subject) === 'formal'
        ? 'recordFormal'
        : 'recordFramework',
  }),
  landingPlan: ({ clock }) => ({ outcome: 'set', form: { plannedStartOn: daysAfter(clock.today, 45) } }),
  constructionProgress: ({ work, memory }) => ({
    outcome: memory.times(work.subject, 'constructionProgress') < 2 ? 'report' : 'completed',
  }),
  earlyRecognition: () => ({ outcome: 'close' }),
  blockedTrack: () => ({ outcome: 'coordinated' }),
  planMeeting: (asked) => ({ outcome: 'plan', form: plan(asked) }),
  approveMeeting: () => ({ outcome: 'approve' }),
  composeAgenda: (asked) => ({
    outcome: 'compose',
    form: {
      speakers: ['Z01', 'Z02', 'D01', 'T14'],
      deployment: '抓重点产业链招商，推动项目早签约、早注册、早落地、早见效（样例）。',
      ...plan(asked),
    },
  }),
  reply,
  judge: ({ work, page }) => ({
    outcome: 'give',
    form: {
      match: drawBetween(3, 5, 'match', work.subject, page.slot),
      feasibility: drawBetween(2, 5, 'feasible', work.subject, page.slot),
      opinion: '从本部门职责看基本可行，请按程序办理（样例）。',
    },
  }),
  advise: ({ work, page }) => ({
    outcome: 'give',
    form: {
      position: drawOne({ agree: 70, agreeWithConditions: 22, none: 8 }, 'position', work.subject, page.slot),
      opinion: '按职责提出办理路径，积极配合（样例）。',
    },
  }),
  concludeJudgement: (asked) => conclude(asked, JUDGEMENTS, 'proceed'),
  concludeDecision: (asked) => conclude(asked, DECISIONS, 'approve'),
  concludeProblem: problem,
  concludeTopic: topic,
  unitReport,
  progressReport: progress,
  signFor: () => ({ outcome: 'sign' }),
  interview: ({ clock }) => ({ outcome: 'held', form: { on: clock.today, note: '已约谈，明确办结时间（样例）' } }),
  requestTriage: ({ work }) => ({
    outcome: 'accept',
    form: {
      units: drawOne({ 'M02,D13': 4, 'D12,M02': 2, 'L05,D10': 2, 'D13,L07': 1 }, 'units', work.subject).split(','),
    },
  }),
  issueAcceptance: () => ({ outcome: 'accept' }),
  taskForceHandling: ({ work, memory }) =>
    work.issue?.source === 'person' && memory.times(work.subject, 'taskForceHandling') === 0
      ? { outcome: 'requestMeeting', form: { question: questionOf(work.subject) } }
      : { outcome: 'resolved', form: { result: '专班协调到位，堵点已解决（样例）' } },
  officeHandling: ({ work }) =>
    work.task.candidateGroup.startsWith('LGO')
      ? { outcome: 'resolved', form: { result: '经办公室协调，各方达成一致（样例）' } }
      : { outcome: 'contribute', form: { note: '已配合协调（样例）' } },
  deputyHandling: ({ work }) =>
    work.subject.includes(CONTESTED)
      ? {
          outcome: 'escalate',
          form: { reason: '涉及多个部门，须领导小组研究（样例）', tried: '推动会、专题协调各一次（样例）' },
        }
      : { outcome: 'resolved', form: { result: '经分管领导协调解决（样例）' } },
};

/** What a push meeting is asked about an issue. */
export const questionOf = (title: string): string =>
  title.includes(CONTESTED) ? `${title}，请会议协调` : `${title}，请会议研究解决办法`;

/** What somebody decides about a task; the same task of the same subject is decided alike in every run. */
export const choiceOf = (asked: Asked): Choice => {
  const { page, work } = asked;
  const decided = DECIDE[work.task.taskKey.replace(/Urgent$/, '')]?.(asked);
  const outcome =
    page.outcomes.find(({ key }) => key === decided?.outcome) ??
    page.outcomes.find(({ tone }) => tone === 'positive') ??
    page.outcomes[0];
  if (outcome === undefined) throw new Error(`Task ${work.task.taskKey} offers no outcome`);
  const reasoned = outcome.fields.includes('reason') && outcome.required.includes('reason') ? { reason: REASON } : {};
  const form = Object.fromEntries(
    Object.entries({ ...reasoned, ...decided?.form }).filter(([name]) => outcome.fields.includes(name)),
  );
  return { outcome: outcome.key, form };
};
