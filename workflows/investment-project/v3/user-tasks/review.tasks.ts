import { field, type UserTaskDefinition } from '@landfall/process-definition';
import { happened } from '../form-checks';
import { negative, neutral, note, opinion, overrideReason, positive, reason, text, workingDays } from './rules';

const meetingOn = field.date(text('会议日期', 'Date of the meeting'));
const recorded = { required: ['meetingOn', 'opinion'] };

export const reviewTasks = {
  selfReview: {
    title: text('开发区自评审', 'Self-review of the zone'),
    owner: text('开发区招商专班负责人', 'Head of the zone task force'),
    guidance: text(
      '开发区一般项目由开发区自评审，结果报领导小组办公室备案；认为应由区级评审的可提级。',
      'Ordinary projects are reviewed by the zone itself; lift it when the district should decide.',
    ),
    source: '通知三（二）；业务规则 3.6 评审：开发区一般项目自评审',
    deadline: workingDays(10, '业务规则 6.a 主流程'),
    fields: { meetingOn, opinion, reason },
    outcomes: {
      approve: positive('同意推进', 'Approve', recorded),
      refuse: negative('不同意', 'Refuse', recorded),
      lift: neutral('提级评审', 'Lift to the district', { required: ['reason'] }),
    },
    check: happened('meetingOn'),
  },
  conditionReport: {
    title: text('报告条件落实情况', 'Report that the conditions are met'),
    owner: text('落地区域', 'Landing unit'),
    guidance: text('全部条件落实后报告并附依据。', 'Report with evidence once every condition is met.'),
    source: '业务规则 3.6 评审：条件跟踪',
    deadline: workingDays(20, '业务规则 6.a 主流程'),
    retainsFamiliar: true,
    fields: {
      evidence: field.textarea(text('落实情况与依据', 'What was done, with evidence'), { min: 2, max: 2000 }),
      reason,
    },
    outcomes: {
      allMet: positive('全部落实', 'All met', { required: ['evidence'] }),
      giveUp: negative('无法落实，重新评审', 'Cannot be met, review again', { required: ['reason'] }),
    },
  },
  conditionConfirmation: {
    title: text('确认条件已落实', 'Confirm the conditions'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    source: '业务规则 3.6 评审：条件跟踪',
    deadline: workingDays(3, '业务规则 3.6 评审：移交3个工作日'),
    separateFrom: ['conditionReport'],
    fields: { note, reason },
    outcomes: {
      confirm: positive('确认', 'Confirm', { fields: ['note'] }),
      notMet: negative('尚未落实', 'Not met yet', { required: ['reason'] }),
    },
  },
  advisoryDecision: {
    title: text('决定是否继续推进', 'Decide after a negative opinion'),
    owner: text('街镇专班总指挥或开发区专班负责人', 'Commander of the street or town, head of the zone task force'),
    guidance: text(
      '研判意见为“暂不建议”，仅供参考。继续推进须记录理由（不少于20字）。',
      'The opinion is a reference only. Going on needs a recorded reason of at least 20 characters.',
    ),
    source: '通知四（二）“提供参考”；业务规则 6.a 主流程',
    deadline: workingDays(10, '业务规则 6.a 主流程'),
    fields: { overrideReason, reason },
    outcomes: {
      proceed: positive('继续推进', 'Go on', { required: ['overrideReason'] }),
      drop: negative('不再推进', 'Drop the project', { required: ['reason'] }),
      redo: neutral('修改后重新评估', 'Evaluate again', { required: ['reason'] }),
    },
  },
  transferRuling: {
    title: text('办理项目流转', 'Rule on the suggested transfer'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '会议建议流转。可流转到新区其他区域、流转到区外，或维持原区域重新评审。',
      'Transfer to another area of Binhai, out of Binhai, or keep the area and review again.',
    ),
    source: '业务规则 3.8 跨区域流转',
    deadline: workingDays(3, '业务规则 3.8'),
    goesOnInOrder: true,
    fields: { landingUnit: field.orgUnit(text('接收区域', 'Receiving unit'), 'landing-unit'), reason },
    outcomes: {
      transfer: positive('流转到新区其他区域', 'Transfer within Binhai', { required: ['landingUnit', 'reason'] }),
      transferOut: negative('流转到区外', 'Transfer out of Binhai', { required: ['reason'] }),
      keep: neutral('维持原区域', 'Keep the area', { required: ['reason'] }),
    },
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
