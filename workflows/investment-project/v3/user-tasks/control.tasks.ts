import { field, type UserTaskDefinition } from '@landfall/process-definition';
import { ahead } from '../form-checks';
import { negative, neutral, note, positive, reason, text, workingDays } from './rules';

export const controlTasks = {
  overdueWork: {
    title: text('催办逾期事项', 'Chase overdue work'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '有单位逾期未办。请催办并记录；办公室不能代替其他单位提出意见、会签或核验。',
      'A unit is overdue. Chase it and record what came of it; the office never answers in another unit’s place.',
    ),
    source: '通知三（一）横向协调、督促推动；业务规则 3.6：到期升级',
    deadline: workingDays(2, '业务规则 3.6'),
    returnsTo: 'none',
    fields: { note },
    outcomes: { chased: neutral('已催办', 'Chased', { required: ['note'] }) },
  },
  blockedTrack: {
    title: text('协调落地堵点', 'Clear a block'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '有事项受阻。协调后记录结果，事项回到办理中。',
      'A track is blocked. Record what was settled; the track goes on.',
    ),
    source: '通知二（三）协调解决瓶颈问题',
    deadline: workingDays(5, '业务规则 6.a 主流程'),
    returnsTo: 'none',
    fields: { note },
    outcomes: { coordinated: positive('已协调', 'Settled', { required: ['note'] }) },
  },
  suspensionReview: {
    title: text('复核暂停项目', 'Review the suspension'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text('暂停项目每30天复核一次。', 'A suspended project is reviewed every 30 days.'),
    source: '业务规则 6.a 暂停：每30天复核',
    deadline: workingDays(3, '业务规则 6.a 暂停'),
    returnsTo: 'none',
    fields: { until: field.date(text('暂停至', 'Suspended until')), note, reason },
    outcomes: {
      resume: positive('恢复', 'Resume', { fields: ['note'] }),
      prolong: neutral('继续暂停', 'Stay suspended', { required: ['until', 'reason'] }),
      endProject: negative('提请终止', 'Propose to terminate', { required: ['reason'] }),
    },
    check: ahead('until'),
  },
  terminationDecision: {
    title: text('审批项目终止', 'Decide on the termination'),
    owner: text('领导小组办公室主任', 'Director of the Leading Group Office'),
    source: '业务规则 6.a 终止',
    deadline: workingDays(5, '业务规则 6.a 终止'),
    returnsTo: 'none',
    isFinal: true,
    fields: { note, reason },
    outcomes: {
      approve: negative('同意终止', 'Terminate', { fields: ['note'] }),
      refuse: positive('不同意，恢复推进', 'Refuse, go on', { required: ['reason'] }),
    },
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
