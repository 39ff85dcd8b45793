import { type FieldSchema, field, type UserTaskDefinition } from '@landfall/process-definition';
import { ahead, checks, oneLead, oneMeeting } from '../form-checks';
import { negative, neutral, note, positive, question, reason, result, text, tried, workingDays } from './outcomes';

const SOURCE = '通知二（三）协调解决瓶颈问题；业务规则 6.d 堵点';

const resolved = positive('已解决', 'Solved', { required: ['result'] });
const escalate = negative('提级', 'Escalate', { required: ['reason', 'tried'] });
const requestMeeting = neutral('申请推动会', 'Ask for a push meeting', { required: ['question'] });
const sendBack = neutral('退回下级办理', 'Send back to the level below', { required: ['reason'] });

/** What a leader's order says: who leads, who assists, by when, what is to be done. */
const order: Readonly<Record<string, FieldSchema>> = {
  instruction: field.textarea(text('批示（决策）内容', 'What is ordered'), { min: 2, max: 1000 }),
  leadUnit: field.orgUnit(text('主办单位', 'Lead unit')),
  assistUnits: field.orgUnits(text('协办单位', 'Assisting units')),
  dueOn: field.date(text('办结期限', 'Due on')),
};
const ORDER = {
  fields: ['instruction', 'leadUnit', 'assistUnits', 'dueOn'],
  required: ['instruction', 'leadUnit', 'dueOn'],
};

const taskForceHandling = (days: number): UserTaskDefinition => ({
  title: text('解决堵点', 'Solve the issue'),
  owner: text('主责专班', 'Lead task force'),
  guidance: text(
    '先由专班解决；需多部门研究的可申请项目推动联席会议，等待期间时限照计；解决不了的说明理由和已采取的措施，提级到办公室。期满未解决自动由办公室接管。',
    'The task force solves it first, asks for a push meeting (the limit goes on), or escalates to the office with the reason and what was tried. At the limit the office takes over.',
  ),
  source: SOURCE,
  deadline: workingDays(days),
  fields: { result, reason, tried, question },
  outcomes: { resolved, requestMeeting, escalate },
  check: oneMeeting,
});

const officeHandling = (days: number): UserTaskDefinition => ({
  title: text('协调堵点', 'Coordinate the issue'),
  owner: text('领导小组办公室（街镇项目由街镇经济办协办）', 'Leading Group Office, street economy office assisting'),
  guidance: text(
    '可发函、电话或召开项目推动联席会议协调，协调后留在本级；选择推动会的，按说明自动生成推动申请，等待期间时限照计；解决不了的提级到分管副组长。',
    'Coordinate by letter, call or push meeting; the issue stays here. A push meeting is asked for with the note as its question, and the limit goes on. What cannot be solved goes to the deputy leader.',
  ),
  source: SOURCE,
  deadline: workingDays(days),
  fields: {
    way: field.select(text('协调方式', 'Way'), [
      { value: 'letter', zh: '发函', en: 'Letter' },
      { value: 'call', zh: '电话', en: 'Call' },
      { value: 'pushMeeting', zh: '项目推动联席会议', en: 'Push meeting' },
    ]),
    note,
    result,
    reason,
    tried,
  },
  outcomes: {
    resolved,
    coordinate: neutral('协调', 'Coordinate', { required: ['way', 'note'] }),
    contribute: neutral('协办反馈', 'Contribute', { required: ['note'] }),
    escalate,
    sendBack,
  },
  check: oneMeeting,
  work: { kind: 'leadAssist', assist: ['contribute'], waits: false },
});

const deputyHandling = (days: number): UserTaskDefinition => ({
  title: text('批示堵点', 'Rule on the issue'),
  owner: text('分管副组长', 'Deputy leader in charge'),
  guidance: text(
    '批示后自动生成督办事项，办结后回到核实；到期未办结，堵点回到本级。也可提请召开项目推动联席会议，等待期间时限照计。',
    'An instruction starts a supervision item; when it is closed the issue is verified, when it is late the issue comes back. A push meeting may be asked for as well; the limit goes on.',
  ),
  source: SOURCE,
  deadline: workingDays(days),
  fields: { result, reason, tried, question, ...order },
  outcomes: { resolved, instruct: positive('批示', 'Instruct', ORDER), requestMeeting, escalate, sendBack },
  check: checks(ahead('dueOn'), oneLead, oneMeeting),
});

/** The work of the four levels; urgent issues have tasks of their own, because their limits are shorter. */
export const handlingTasks = {
  issueAcceptance: {
    title: text('受理堵点', 'Accept the issue'),
    owner: text('主责专班', 'Lead task force'),
    guidance: text(
      '1个工作日内受理；不属于堵点的须说明理由，提出人可以提出异议。逾期视为受理。',
      'Accept within one working day. What is no issue needs a reason, and the raiser may object. Silence counts as accepted.',
    ),
    source: SOURCE,
    deadline: workingDays(1),
    fields: { reason },
    outcomes: {
      accept: positive('受理', 'Accept'),
      notAnIssue: negative('不属于堵点', 'Not an issue', { required: ['reason'] }),
    },
  },
  taskForceHandling: taskForceHandling(5),
  taskForceHandlingUrgent: taskForceHandling(2),
  officeHandling: officeHandling(5),
  officeHandlingUrgent: officeHandling(2),
  deputyHandling: deputyHandling(7),
  deputyHandlingUrgent: deputyHandling(3),
  leadingGroupDecision: {
    title: text('领导小组决策', 'Decide in the leading group'),
    owner: text('领导小组组长、常务副组长', 'Leader or executive deputy leader'),
    guidance: text(
      '组长、常务副组长可直接决策，生成督办事项；暂不具备条件的可暂缓并注明日期。堵点同时在专题会议排队，会议议定后本任务自动办结。',
      'The leader or the executive deputy decides, which starts a supervision item, or parks the issue until a date. Meanwhile it waits for a special meeting, whose resolution ends this task.',
    ),
    source: SOURCE,
    deadline: workingDays(10),
    fields: { result, reason, ...order, until: field.date(text('暂缓至', 'Parked until')) },
    outcomes: {
      resolved,
      decide: positive('决策', 'Decide', ORDER),
      park: neutral('暂缓', 'Park', { required: ['reason', 'until'] }),
      sendBack,
    },
    check: checks(ahead('dueOn'), ahead('until'), oneLead),
    work: { kind: 'any' },
    isFinal: true,
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
