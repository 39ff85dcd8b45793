import { type FormCheck, field, type InstanceEventDefinition } from '@landfall/process-definition';
import { businessDate, daysBetween } from './business-date';
import type { LifecycleContext } from './context';
import { ahead, checks, happened, inOrder, requiredHere } from './form-checks';
import { textOf } from './form-values';
import { refuse } from './refusals';
import { LONGEST_OWN_SUSPENSION_DAYS } from './thresholds';
import { note, reason, text } from './user-tasks/rules';
import {
  landingHead,
  landingStaff,
  leadHead,
  leadSpecialist,
  OFFICE,
  OFFICE_DIRECTOR,
  pushRequesters,
} from './work-groups';

type Groups = InstanceEventDefinition['allowedGroups'];

/** The engine keeps contexts as plain JSON; this definition's machine wrote them. */
const from =
  (groups: (context: LifecycleContext) => readonly string[]): Groups =>
  (context) =>
    groups(context as unknown as LifecycleContext);

const responsible = from((context) => [
  leadHead(context),
  leadSpecialist(context),
  landingHead(context),
  OFFICE,
  OFFICE_DIRECTOR,
]);
const atWork = from((context) => [leadSpecialist(context), landingStaff(context), landingHead(context), OFFICE]);

export const mayDecideSuspension = (groups: readonly string[], from: string, until: string): boolean =>
  daysBetween(from, until) <= LONGEST_OWN_SUSPENSION_DAYS ||
  groups.includes(OFFICE) ||
  groups.includes(OFFICE_DIRECTOR);

/** More than 30 days needs the office: decided by the groups of whoever asks. */
const withinOwnPower: FormCheck = (form, _context, { at, actor }) => {
  const until = textOf(form, 'until');
  const today = businessDate(at);
  if (until === null || mayDecideSuspension(actor.groups, today, until)) return [];
  return [
    refuse('until', 'INVESTMENT_PROJECT.SUSPENSION_NEEDS_OFFICE', {
      limit: LONGEST_OWN_SUSPENSION_DAYS,
      days: daysBetween(today, until),
    }),
  ];
};

const CORRECTABLE = ['projectName', 'investorName', 'industryFocus', 'totalInvestment', 'brief'] as const;

const somethingCorrected: FormCheck = (form) =>
  CORRECTABLE.some((name) => textOf(form, name) !== null)
    ? []
    : [refuse('projectName', 'INVESTMENT_PROJECT.NOTHING_TO_CORRECT')];

const newMilestone: FormCheck = (form, context) => {
  const { milestones } = context as unknown as LifecycleContext;
  const milestone = textOf(form, 'milestone') as keyof typeof milestones;
  const on = textOf(form, 'on');
  const known = milestones[milestone];
  return [
    ...(known === undefined ? [] : [refuse('milestone', 'INVESTMENT_PROJECT.MILESTONE_KNOWN', { on: known })]),
    ...requiredHere(form, 'enterpriseName', milestone === 'registeredOn', {
      zh: '登记注册里程碑',
      en: 'for the registration',
    }),
    ...requiredHere(form, 'enterpriseUscc', milestone === 'registeredOn', {
      zh: '登记注册里程碑',
      en: 'for the registration',
    }),
    ...(milestone === 'operatedOn'
      ? inOrder('on', milestones.startedOn, on, 'INVESTMENT_PROJECT.OPERATED_BEFORE_START')
      : []),
  ];
};

/** Events that people send to a project as a whole, outside any task (6.a “any active”). */
export const instanceEvents = {
  suspend: {
    label: text('暂停项目', 'Suspend'),
    fields: { until: field.date(text('暂停至', 'Suspended until')), reason },
    required: ['until', 'reason'],
    allowedGroups: responsible,
    source: '业务规则 6.a：专班负责人可暂停，超过30天须办公室',
    check: checks(ahead('until'), withinOwnPower),
  },
  resume: {
    label: text('恢复项目', 'Resume'),
    fields: { note },
    required: [],
    allowedGroups: responsible,
    source: '业务规则 6.a 恢复',
  },
  requestTermination: {
    label: text('申请终止', 'Request termination'),
    fields: { reason },
    required: ['reason'],
    allowedGroups: from((context) => [
      leadHead(context),
      leadSpecialist(context),
      landingStaff(context),
      landingHead(context),
      OFFICE,
    ]),
    source: '业务规则 6.a 终止',
  },
  correct: {
    label: text('更正数据', 'Correct the data'),
    fields: {
      projectName: field.text(text('项目名称', 'Project name'), { min: 4, max: 80 }),
      investorName: field.text(text('投资方', 'Investor')),
      industryFocus: field.text(text('产业方向', 'Industry focus'), { max: 40 }),
      totalInvestment: field.money(text('计划总投资（万元）', 'Total investment (万元)')),
      brief: field.textarea(text('项目简介', 'Brief')),
      reason,
    },
    required: ['reason'],
    allowedGroups: atWork,
    source: '业务规则 6.a 更正（留痕）',
    check: somethingCorrected,
  },
  withdraw: {
    label: text('撤回线索', 'Withdraw the lead'),
    fields: { reason },
    required: ['reason'],
    allowedGroups: from((context) => [context.filer.group]),
    source: '业务规则 6.a 主流程：撤回',
  },
  mergeDuplicate: {
    label: text('并入已有项目', 'Merge as a duplicate'),
    fields: {
      of: { ...field.text(text('重复于（项目标识）', 'Repeats (project id)'), { max: 36 }), format: 'uuid' },
      reason,
    },
    required: ['of', 'reason'],
    allowedGroups: from(() => [OFFICE, OFFICE_DIRECTOR]),
    source: '业务规则 3.4 撞单',
  },
  recallFromReview: {
    label: text('撤回评审申请', 'Recall from the review'),
    fields: { reason },
    required: ['reason'],
    allowedGroups: from((context) => [
      leadHead(context),
      leadSpecialist(context),
      landingHead(context),
      landingStaff(context),
    ]),
    source: '业务规则 6.a 主流程：撤回',
  },
  requestPush: {
    label: text('申请项目推动', 'Request a push meeting'),
    fields: {
      problemTypes: field.multiselect(
        text('需推动的问题', 'Problems to push'),
        [
          { value: 'site', zh: '选址用地', en: 'Site and land' },
          { value: 'planning', zh: '规划', en: 'Planning' },
          { value: 'environment', zh: '环评', en: 'Environment' },
          { value: 'policy', zh: '配套政策', en: 'Supporting policies' },
          { value: 'energy', zh: '能耗', en: 'Energy' },
          { value: 'safety', zh: '安全', en: 'Safety' },
          { value: 'registration', zh: '登记', en: 'Registration' },
          { value: 'other', zh: '其他', en: 'Other' },
        ],
        { min: 1 },
      ),
      question: field.textarea(text('提请会议解决的事项', 'What the meeting is to solve'), { min: 5, max: 2000 }),
      urgent: field.boolean(text('紧急', 'Urgent')),
    },
    required: ['problemTypes', 'question'],
    allowedGroups: from(pushRequesters),
    source: '通知四（二）项目推动联席会议：根据重点项目落地需要',
  },
  transfer: {
    label: text('流转项目', 'Transfer'),
    fields: {
      destination: field.select(text('流转去向', 'To'), [
        { value: 'binhai', zh: '新区其他区域', en: 'Another area of Binhai' },
        { value: 'outside', zh: '新区以外', en: 'Outside Binhai' },
      ]),
      landingUnit: field.orgUnit(text('接收区域', 'Receiving unit'), 'landing-unit'),
      reason,
    },
    required: ['destination', 'reason'],
    allowedGroups: from(() => [OFFICE, OFFICE_DIRECTOR]),
    source: '业务规则 3.8 跨区域流转',
    check: (form) =>
      requiredHere(form, 'landingUnit', form.destination === 'binhai', {
        zh: '区内流转须填接收区域',
        en: 'a transfer within Binhai names the receiving unit',
      }),
  },
  milestoneReached: {
    label: text('登记里程碑', 'Record a milestone'),
    fields: {
      milestone: field.select(text('里程碑', 'Milestone'), [
        { value: 'registeredOn', zh: '已注册', en: 'Registered' },
        { value: 'startedOn', zh: '已开工', en: 'Started' },
        { value: 'operatedOn', zh: '已投产', en: 'In operation' },
      ]),
      on: field.date(text('日期', 'On')),
      enterpriseName: field.text(text('企业名称', 'Enterprise')),
      enterpriseUscc: field.uscc(text('统一社会信用代码', 'Unified social credit code')),
      note,
    },
    required: ['milestone', 'on'],
    allowedGroups: atWork,
    source: '通知二（三）四早；业务规则 0.6：里程碑是有日期的事实，顺序可不同',
    check: checks(happened('on'), newMilestone),
  },
} satisfies Readonly<Record<string, InstanceEventDefinition>>;

export type InstanceEventName = keyof typeof instanceEvents;
