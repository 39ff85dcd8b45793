import { field, type UserTaskDefinition } from '@landfall/process-definition';
import { plannable } from '../form-checks';
import { negative, neutral, note, positive, reason, text, workingDays } from './outcomes';

const SOURCE = '通知四（二）；业务规则 6.b1 会议筹备';

/** When and where, for planning and for moving a meeting. */
export const planFields = {
  plannedOn: field.date(text('会议日期', 'Date')),
  plannedTime: field.text(text('会议时间', 'Time'), { max: 5, description: text('24小时制，如 14:30', 'Like 14:30') }),
  place: field.text(text('会议地点', 'Place'), { min: 2, max: 80 }),
};

export const PLAN = ['plannedOn', 'plannedTime', 'place'] as const;

/** The score of an opinion: 5 is best. */
const score = (zh: string, en: string) => field.number(text(zh, en), { min: 1, max: 5, integer: true });

const opinionText = field.textarea(text('意见', 'Opinion'), { min: 2, max: 2000 });

const reviewer = text('参会审批管理部门', 'Reviewing unit');

/** What happens before the session; the keys are persisted and for ever. */
export const preparingTasks = {
  planMeeting: {
    title: text('拟定会议时间和议题', 'Plan the meeting'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '议题已按规则列入。请在会议页面排定顺序和时长，再填会议日期、时间和地点。',
      'The items were put on by rule. Order them on the page of the meeting, then set date, time and place.',
    ),
    source: SOURCE,
    deadline: workingDays(2, '业务规则 6.b1'),
    fields: { ...planFields, note },
    outcomes: { plan: positive('提交会签', 'Submit', { fields: [...PLAN, 'note'], required: [...PLAN] }) },
    check: plannable(),
  },
  confirmPlan: {
    title: text('确认会议安排', 'Confirm the plan'),
    owner: text('召集单位负责人', 'Heads of the convening units'),
    guidance: text('全部召集单位确认后发出会议通知。', 'The notice goes out when every convening unit has confirmed.'),
    source: '通知四（二）：联合召集；业务规则 6.b1（S42）',
    deadline: workingDays(2, '业务规则 6.b1'),
    fields: { note, reason },
    outcomes: {
      confirm: positive('同意', 'Confirm', { fields: ['note'] }),
      return: negative('退回修改', 'Return', { required: ['reason'] }),
    },
    work: { kind: 'all', order: ['return', 'confirm'], stopOn: ['return'] },
  },
  reply: {
    title: text('会议回执', 'Reply to the invitation'),
    owner: text('参会单位', 'Invited unit'),
    guidance: text(
      '委托他人参会须说明理由；不能到会的可提交书面意见。未回执的记为“逾期未回执”，不视为同意。',
      'A substitute needs a reason; who cannot come may write. Silence is recorded and is no consent.',
    ),
    source: '业务规则 6.b1 参会确认',
    deadline: workingDays(2, '业务规则 6.b1'),
    fields: {
      person: field.text(text('参会人员', 'Who comes'), { min: 2, max: 40 }),
      post: field.text(text('职务', 'Post'), { min: 2, max: 40 }),
      reason,
    },
    outcomes: {
      attend: positive('参会', 'Attend', { required: ['person', 'post'] }),
      substitute: neutral('委托参会', 'Send a substitute', { required: ['person', 'post', 'reason'] }),
      written: neutral('提交书面意见', 'Write instead', { required: ['reason'] }),
      decline: negative('请假', 'Decline', { required: ['reason'] }),
    },
  },
  papers: {
    title: text('印送议题材料', 'Send the papers'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '会前2个工作日将议题材料（每个项目一页）送各研判单位，送出后各单位开始提意见。',
      'Two working days before: one page per project. Units give their opinions from then on.',
    ),
    source: '业务规则 3.1 会前印送；6.b1',
    deadline: workingDays(2, '业务规则 6.b1'),
    fields: { note },
    outcomes: { send: positive('材料已齐，送出', 'Send', { fields: ['note'] }) },
  },
  judge: {
    title: text('提出研判意见', 'Judge the project'),
    owner: reviewer,
    guidance: text(
      '对产业匹配度、落地可行性各打1至5分（5分最好），并写明意见。散会前未反馈的如实记录，不视为同意。',
      'Score industry match and feasibility from 1 to 5 (best) and say why. Silence is recorded and is no consent.',
    ),
    source: '通知四（二）：共同研判产业匹配度、落地可行性',
    deadline: workingDays(2, '业务规则 6.b1'),
    fields: {
      match: score('产业匹配度（1—5）', 'Industry match (1–5)'),
      feasibility: score('落地可行性（1—5）', 'Feasibility (1–5)'),
      opinion: opinionText,
    },
    outcomes: { give: positive('提交意见', 'Submit', { required: ['match', 'feasibility', 'opinion'] }) },
  },
  advise: {
    title: text('提出部门意见', 'Give the opinion of your unit'),
    owner: reviewer,
    guidance: text('散会前未反馈的如实记录，不视为同意。', 'Silence is recorded and is no consent.'),
    source: '通知四（二）：召集相关部门研究解决',
    deadline: workingDays(2, '业务规则 6.b1'),
    fields: {
      position: field.select(text('态度', 'Position'), [
        { value: 'agree', zh: '同意', en: 'Agree' },
        { value: 'agreeWithConditions', zh: '有条件同意', en: 'Agree with conditions' },
        { value: 'disagree', zh: '不同意', en: 'Disagree' },
        { value: 'none', zh: '无意见', en: 'No opinion' },
      ]),
      opinion: opinionText,
    },
    outcomes: { give: positive('提交意见', 'Submit', { required: ['position', 'opinion'] }) },
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
