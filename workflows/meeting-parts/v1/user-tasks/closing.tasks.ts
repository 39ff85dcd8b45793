import type { UserTaskDefinition } from '@landfall/process-definition';
import { issuable } from '../form-checks';
import { negative, neutral, note, positive, reason, text, workingDays } from './outcomes';

const SOURCE = '业务规则 3.6 评审：纪要2个工作日内形成、5个工作日内签发、3个工作日内移交';

/** What happens after the session; the keys are persisted and for ever. */
export const closingTasks = {
  draftMinutes: {
    title: text('整理会议纪要', 'Write the minutes'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '在会议页面编辑纪要和议定事项；每个议定事项都写明责任单位、完成时限和验收标准后送签。',
      'Edit minutes and resolutions on the page of the meeting; every resolution needs unit, deadline and criterion.',
    ),
    source: SOURCE,
    deadline: workingDays(2, '业务规则 3.6'),
    fields: { note },
    outcomes: { submit: positive('送签', 'Submit', { fields: ['note'] }) },
    check: issuable,
  },
  signMinutes: {
    title: text('签发会议纪要', 'Sign the minutes'),
    owner: text('召集单位负责人或会议主持人', 'Heads of the convening units, or the chair'),
    guidance: text(
      '签发后议定事项立即生效并移交项目。',
      'The resolutions take effect and act on the projects once everybody has signed.',
    ),
    source: SOURCE,
    deadline: workingDays(5, '业务规则 3.6'),
    fields: { note, reason },
    outcomes: {
      sign: positive('签发', 'Sign', { fields: ['note'] }),
      return: negative('退回修改', 'Return', { required: ['reason'] }),
    },
    work: { kind: 'all', order: ['return', 'sign'], stopOn: ['return'] },
    isFinal: true,
  },
  handOverCheck: {
    title: text('核对议定事项移交', 'Check the hand-over'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '有议定事项逾期未被项目接收（项目已暂停、终止或改变路径）。可再次移交，或说明情况后了结。',
      'Resolutions were not taken: the project was suspended, ended or went another way. Hand over again, or close them.',
    ),
    source: '业务规则 3.6：移交3个工作日',
    deadline: workingDays(2, '业务规则 3.6'),
    fields: { note, reason },
    outcomes: {
      again: positive('再次移交', 'Hand over again', { fields: ['note'] }),
      settle: neutral('说明情况，不再移交', 'Settle', { required: ['reason'] }),
    },
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
