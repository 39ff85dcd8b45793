import type { UserTaskDefinition } from '@landfall/process-definition';
import { negative, neutral, note, positive, reason, text, workingDays } from './outcomes';

/** Whoever worked on an issue does not say that it is solved (6.2 invariants 7 and 9). */
const HANDLED = [
  ...['taskForceHandling', 'taskForceHandlingUrgent', 'officeHandling', 'officeHandlingUrgent'],
  ...['deputyHandling', 'deputyHandlingUrgent', 'leadingGroupDecision'],
];

export const closingTasks = {
  issueObjection: {
    title: text('堵点不予受理，请表态', 'The issue was refused: accept or object'),
    owner: text('堵点提出人', 'Whoever raised it'),
    guidance: text(
      '专班认为不属于堵点。如有异议由办公室认定；提出堵点不影响对您的评价。',
      'The task force says this is no issue. If you object, the office rules. Raising an issue never counts against you.',
    ),
    source: '业务规则 6.d：不属于堵点须说明理由，提出人可以提出异议',
    deadline: workingDays(3),
    fields: { reason },
    outcomes: {
      agree: neutral('同意关闭', 'Agree to close'),
      object: negative('有异议', 'Object', { required: ['reason'] }),
    },
  },
  invalidityRuling: {
    title: text('认定是否属于堵点', 'Rule whether it is an issue'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    source: '业务规则 6.d：不属于堵点须说明理由，提出人可以提出异议',
    deadline: workingDays(2),
    fields: { reason },
    outcomes: {
      toTaskForce: positive('属于堵点，专班办理', 'It is one, the task force handles it', { required: ['reason'] }),
      toOffice: positive('属于堵点，办公室办理', 'It is one, the office handles it', { required: ['reason'] }),
      confirmInvalid: negative('不属于堵点', 'It is none', { required: ['reason'] }),
    },
    separateFrom: ['issueAcceptance'],
  },
  resolutionVerification: {
    title: text('核实堵点是否解决', 'Verify that it is solved'),
    owner: text('提出人或落地区域', 'The raiser or the landing unit'),
    guidance: text(
      '确认已解决后关闭；未解决的退回原办理层级。3个工作日未表态，由办公室确认。',
      'Confirm to close it, reject to send it back to its level. After 3 working days of silence the office confirms.',
    ),
    source: '业务规则 6.d 核实；6.2 未经核实不得关闭',
    deadline: workingDays(3),
    fields: { note, reason },
    outcomes: {
      confirm: positive('确认已解决', 'Solved', { fields: ['note'] }),
      reject: negative('未解决', 'Not solved', { required: ['reason'] }),
    },
    separateFrom: HANDLED,
  },
  closureConfirmation: {
    title: text('确认堵点关闭', 'Confirm the closure'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text('核实人未表态，由办公室核实后确认。', 'The verifier stayed silent: find out and confirm.'),
    source: '业务规则 6.d 核实：逾期由办公室确认',
    deadline: workingDays(2),
    fields: { note, reason },
    outcomes: {
      confirm: positive('确认已解决', 'Solved', { required: ['note'] }),
      reject: negative('未解决', 'Not solved', { required: ['reason'] }),
    },
    separateFrom: HANDLED,
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
