import { type FormCheck, field, type UserTaskDefinition } from '@landfall/process-definition';
import { checks, happened } from '../form-checks';
import { namesOf, textOf } from '../form-values';
import { refuse } from '../refusals';
import { negative, neutral, note, plainDays, positive, reason, text, workingDays } from './rules';

/** The reason codes of 3.6: every return and every rejection carries one. */
const reasonCode = field.select(text('原因类别', 'Kind of reason'), [
  { value: 'incomplete', zh: '信息不完整', en: 'Incomplete' },
  { value: 'contradictory', zh: '信息有矛盾', en: 'Contradictory' },
  { value: 'industryMismatch', zh: '产业不符', en: 'Industry does not fit' },
  { value: 'notFeasible', zh: '不具备落地条件', en: 'Not feasible' },
  { value: 'noIntent', zh: '无投资意愿', en: 'No intent to invest' },
  { value: 'excluded', zh: '属不予受理范围', en: 'Excluded kind of project' },
  { value: 'other', zh: '其他', en: 'Other' },
]);

const isTaskForce = (unit: string): boolean => /^D\d{2}$/.test(unit);

/** Exactly one lead task force, and none that leads and assists at once (6.2 invariant 1). */
const oneLead: FormCheck = (form) => {
  const lead = textOf(form, 'leadTaskForce');
  return namesOf(form, 'assistTaskForces').flatMap((unit) => {
    if (unit === lead) return [refuse('assistTaskForces', 'INVESTMENT_PROJECT.LEAD_ALSO_ASSISTS', { unit })];
    return isTaskForce(unit) ? [] : [refuse('assistTaskForces', 'INVESTMENT_PROJECT.NOT_A_TASK_FORCE', { unit })];
  });
};

export const leadTasks = {
  duplicateReview: {
    title: text('核实疑似撞单', 'Judge a suspected duplicate'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '系统按名称、投资方、金额和信用代码给出相似项目，由您判断是否为同一项目。机器从不自动否决线索。',
      'The system found similar projects by name, investor, amount and credit code; you decide whether it is the same one. Nothing is rejected by machine.',
    ),
    source: '业务规则 3.4 撞单；3.6 线索：办公室1个工作日',
    deadline: workingDays(1, '业务规则 3.6 线索'),
    fields: {
      of: { ...field.text(text('重复于（项目标识）', 'Repeats (project id)'), { max: 36 }), format: 'uuid' },
      reason,
    },
    outcomes: {
      notDuplicate: positive('不是撞单', 'Not a duplicate', { required: ['reason'] }),
      merge: negative('合并到已有项目', 'Merge into the known project', { required: ['of', 'reason'] }),
    },
  },
  leadDispatch: {
    title: text('分派线索', 'Dispatch the lead'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '产业关键词无法确定唯一主责专班时，由办公室指定主责专班（一个）、协办专班（可多个）和落地区域。',
      'The keyword did not lead to exactly one task force: name the one that leads, those that assist, and the landing unit if it is known.',
    ),
    source: '通知三（四）18个区级部门专班；1.7 交叉产业',
    deadline: workingDays(1, '业务规则 3.6 线索'),
    goesOnInOrder: true,
    fields: {
      leadTaskForce: field.orgUnit(text('主责专班', 'Lead task force'), 'task-force'),
      assistTaskForces: field.orgUnits(text('协办专班', 'Assisting task forces')),
      landingUnit: field.orgUnit(text('拟落地区域', 'Landing unit'), 'landing-unit'),
      reason,
    },
    outcomes: {
      assign: positive('分派', 'Dispatch', {
        fields: ['leadTaskForce', 'assistTaskForces', 'landingUnit', 'reason'],
        required: ['leadTaskForce', 'reason'],
      }),
    },
    check: oneLead,
  },
  leadScreening: {
    title: text('初步研判线索', 'Screen the lead'),
    owner: text('主责专班招商专员', 'Specialist of the lead task force'),
    guidance: text(
      '核对线索是否真实、属于本专班产业，并按国民经济行业分类填写小类代码。',
      'See whether the lead is real and belongs to this industry, and classify it by GB/T 4754.',
    ),
    source: '通知三（四）；业务规则 3.6 线索：3个工作日',
    deadline: workingDays(3, '业务规则 3.6 线索'),
    retainsFamiliar: true,
    goesOnInOrder: true,
    fields: {
      industryCode: {
        ...field.text(text('行业代码（GB/T 4754 小类，如 C3973）', 'Industry code (GB/T 4754, such as C3973)'), {
          max: 5,
        }),
        format: 'industry-code',
      },
      industryFocus: field.text(text('产业方向', 'Industry focus'), { max: 40 }),
      feasibilityNote: field.textarea(text('可行性初判', 'First view of feasibility'), { min: 2, max: 1000 }),
      reasonCode,
      reason,
    },
    outcomes: {
      pass: positive('通过', 'Pass', { required: ['industryCode', 'industryFocus', 'feasibilityNote'] }),
      return: neutral('退回补正', 'Return for completion', { required: ['reasonCode', 'reason'] }),
      reject: negative('不予受理', 'Reject', { required: ['reasonCode', 'reason'] }),
    },
  },
  leadCorrection: {
    title: text('补正线索', 'Complete the lead'),
    owner: text('线索报送单位', 'The unit that filed the lead'),
    guidance: text(
      '只改需要补正的内容，其余保持原样。补正时间不计入审核单位时限。',
      'Change only what was asked for; the rest stays. This time does not count against the screening unit.',
    ),
    source: '业务规则 3.6 线索：补正',
    deadline: workingDays(10, '业务规则 3.6 线索'),
    retainsFamiliar: true,
    goesOnInOrder: true,
    returnsTo: 'none',
    fields: {
      projectName: field.text(text('项目名称', 'Project name'), { min: 4, max: 80 }),
      investorName: field.text(text('投资方', 'Investor')),
      totalInvestment: field.money(text('计划总投资（万元）', 'Total investment (万元)')),
      brief: field.textarea(text('项目简介', 'Brief'), { max: 2000 }),
      response: field.textarea(text('补正说明', 'What was completed'), { min: 2, max: 1000 }),
      reason,
    },
    outcomes: {
      resubmit: positive('重新提交', 'Resubmit', {
        fields: ['projectName', 'investorName', 'totalInvestment', 'brief', 'response'],
        required: ['response'],
      }),
      discard: negative('放弃线索', 'Discard the lead', { required: ['reason'] }),
    },
  },
  referralAcceptance: {
    title: text('承接推荐项目', 'Accept the referred project'),
    owner: text('拟落地区域', 'Landing unit'),
    guidance: text(
      '确认是否承接该项目落地；不承接请说明原因，由办公室重新分派。',
      'Say whether your area takes this project; if not, give the reason and the office dispatches it anew.',
    ),
    source: '通知三（二）（三）协助推荐项目落地；业务规则 3.6 线索：2个工作日',
    deadline: workingDays(2, '业务规则 3.6 线索'),
    fields: {
      servicePerson: field.text(text('服务专员', 'Service person'), { max: 40 }),
      note,
      reason,
    },
    outcomes: {
      accept: positive('承接', 'Accept', { fields: ['servicePerson', 'note'], required: ['servicePerson'] }),
      decline: negative('不承接', 'Decline', { required: ['reason'] }),
    },
  },
  leadFollowUp: {
    title: text('跟踪洽谈', 'Follow up'),
    owner: text('主责专班招商专员', 'Specialist of the lead task force'),
    guidance: text(
      '至少每14天记录一次洽谈进展；30天无进展亮黄灯，45天无进展自动收回由办公室重新分派。投资意向明确后启动评估。',
      'Record progress at least every 14 days. After 30 days without it the head is told, after 45 the lead returns to the office. Start the evaluation once the intent is clear.',
    ),
    source: '通知三（四）跟踪、推动、服务；业务规则 3.6 线索：14/30/45天',
    deadline: plainDays(14, '业务规则 3.6 线索'),
    retainsFamiliar: true,
    fields: {
      followedUpOn: field.date(text('洽谈日期', 'Date')),
      followUpKind: field.select(text('方式', 'Kind'), [
        { value: 'visit', zh: '走访', en: 'Visit' },
        { value: 'reception', zh: '接待', en: 'Reception' },
        { value: 'call', zh: '电话', en: 'Call' },
        { value: 'meeting', zh: '会议', en: 'Meeting' },
        { value: 'other', zh: '其他', en: 'Other' },
      ]),
      progress: field.textarea(text('进展', 'Progress'), { min: 2, max: 2000 }),
      nextStep: field.text(text('下一步', 'Next step'), { max: 200 }),
      investmentIntent: field.textarea(text('投资意向与选址偏好', 'Intent and site preference'), { min: 2, max: 1000 }),
      reasonCode,
      reason,
    },
    outcomes: {
      logFollowUp: neutral('记录洽谈', 'Record progress', {
        fields: ['followedUpOn', 'followUpKind', 'progress', 'nextStep'],
        required: ['followedUpOn', 'followUpKind', 'progress'],
      }),
      startEvaluation: positive('启动评估', 'Start the evaluation', { required: ['investmentIntent'] }),
      recycle: neutral('退回公海', 'Return to the pool', { required: ['reason'] }),
      giveUp: negative('放弃', 'Give up', { required: ['reasonCode', 'reason'] }),
    },
    check: checks(happened('followedUpOn')),
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
