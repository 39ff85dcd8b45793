import { field, type UserTaskDefinition } from '@landfall/process-definition';
import { dueAhead } from '../form-checks';
import { negative, neutral, positive, reason, text, workingDays } from './outcomes';

const conclusion = field.textarea(text('会议结论', 'Conclusion'), { min: 2, max: 2000 });
const unit = field.orgUnit(text('责任单位', 'Responsible unit'));
const assistUnits = field.orgUnits(text('配合单位', 'Assisting units'));
const dueOn = field.date(text('完成时限', 'Due on'));
const criterion = field.textarea(text('验收标准', 'Acceptance criterion'), { min: 2, max: 500 });
const conditions = field.textarea(text('条件', 'Conditions'), { min: 2, max: 2000 });
const conditionsDueOn = field.date(text('条件完成期限', 'Conditions due'));
const landingUnit = field.orgUnit(text('建议承接区域', 'Suggested receiving unit'), 'landing-unit');

const plain = { fields: ['conclusion', 'dueOn', 'criterion'], required: ['conclusion'] };
const withConditions = {
  fields: ['conclusion', 'conditions', 'conditionsDueOn', 'criterion'],
  required: ['conclusion', 'conditions', 'conditionsDueOn'],
};
const work = { fields: ['conclusion', 'unit', 'assistUnits', 'dueOn', 'criterion'], required: ['conclusion'] };

const deferItem = neutral('本次不议', 'Defer the item', { required: ['reason'] });

const secretary = text('领导小组办公室（按主持人总结记录）', 'The office, as the chair concludes');

/** What is said at the end of each item; the keys are persisted and for ever. */
export const concludingTasks = {
  concludeJudgement: {
    title: text('记录研判结论', 'Record the judgement'),
    owner: secretary,
    guidance: text(
      '各单位逐一发言，主持人总结。研判意见供街镇落地服务参考，“暂不建议”不会关闭项目。',
      'Units speak one by one, the chair concludes. The opinion is a reference: “not recommended” closes nothing.',
    ),
    source: '通知四（二）：为街镇项目落地服务提供参考；业务规则 3.6',
    deadline: workingDays(1, '业务规则 3.6'),
    fields: { conclusion, dueOn, criterion, conditions, conditionsDueOn, landingUnit, reason },
    outcomes: {
      proceed: positive('建议推进', 'Proceed', plain),
      proceedWithConditions: neutral('完善条件后推进', 'Proceed with conditions', withConditions),
      supplement: neutral('补充材料再议', 'Supplement and return', plain),
      suggestTransfer: neutral('建议流转', 'Suggest a transfer', {
        fields: ['conclusion', 'landingUnit', 'dueOn', 'criterion'],
        required: ['conclusion'],
      }),
      notRecommended: negative('暂不建议', 'Not recommended for now', plain),
      deferItem,
    },
    check: dueAhead,
  },
  concludeDecision: {
    title: text('记录评审结论', 'Record the decision'),
    owner: secretary,
    source: '通知二（三）、四（二）；业务规则 3.6',
    deadline: workingDays(1, '业务规则 3.6'),
    fields: { conclusion, dueOn, criterion, conditions, conditionsDueOn, landingUnit, reason },
    outcomes: {
      approve: positive('原则同意', 'Approve', plain),
      approveWithConditions: neutral('附条件同意', 'Approve with conditions', withConditions),
      supplement: neutral('补充材料再议', 'Supplement and return', plain),
      suggestTransfer: neutral('建议流转', 'Suggest a transfer', {
        fields: ['conclusion', 'landingUnit', 'dueOn', 'criterion'],
        required: ['conclusion'],
      }),
      defer: neutral('暂缓', 'Defer', plain),
      refuse: negative('不同意', 'Refuse', plain),
      referUp: neutral('提请领导小组', 'Refer to the leading group', plain),
      deferItem,
    },
    check: dueAhead,
  },
  concludeProblem: {
    title: text('记录议定事项', 'Record the resolution'),
    owner: secretary,
    guidance: text(
      '责任单位、完成时限和验收标准可在整理纪要时补全；缺任何一项纪要不能印发。不能达成一致的提请上级协调。',
      'Unit, deadline and criterion may be completed in the minutes, which cannot be issued without them. Without an agreement it goes up.',
    ),
    source: '通知四（二）：研究解决选址用地、规划环评、配套政策等问题；业务规则 6.b2',
    deadline: workingDays(1, '业务规则 6.b2'),
    fields: { conclusion, unit, assistUnits, dueOn, criterion, reason },
    outcomes: {
      unblock: positive('明确解决措施', 'Resolve', work),
      deadline: neutral('限期办结', 'Set a deadline', work),
      order: neutral('交办', 'Order', work),
      noted: neutral('知悉', 'Noted', { required: ['conclusion'] }),
      noAgreement: negative('未达成一致，提请上级协调', 'No agreement', { required: ['conclusion'] }),
      deferItem,
    },
    check: dueAhead,
  },
  concludeTopic: {
    title: text('记录议题情况', 'Record the item'),
    owner: secretary,
    source: '通知四（一）：听取情况、部署工作、交流典型做法',
    deadline: workingDays(1, '业务规则 6.c'),
    fields: { conclusion, unit, assistUnits, dueOn, criterion, reason },
    outcomes: {
      noted: positive('听取', 'Heard', { required: ['conclusion'] }),
      exchanged: neutral('已交流', 'Exchanged', { fields: ['conclusion'] }),
      order: neutral('部署任务', 'Deploy', work),
      deferItem,
    },
    check: dueAhead,
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
