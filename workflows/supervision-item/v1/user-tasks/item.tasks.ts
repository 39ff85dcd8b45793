import { field, type UserTaskDefinition } from '@landfall/process-definition';
import { extendable, granted, happened, issuable } from '../form-checks';
import { negative, neutral, note, positive, reason, text, workingDays } from './outcomes';

const SOURCE = '通知四（二）督查考核制度；业务规则 6.e 督办';

const newDueOn = field.date(text('延期至', 'New due date'));

/** Every user task of a supervision item; the keys are persisted and for ever. */
export const userTasks = {
  itemApproval: {
    title: text('督办立项', 'Issue the supervision item'),
    owner: text('领导小组办公室主任', 'Director of the Leading Group Office'),
    guidance: text(
      '核定主办、协办单位和办结期限后立项编号、下发；不填的沿用拟稿内容。',
      'Confirm lead and assisting units and the due date; what is left empty stays as drafted. The item gets its number.',
    ),
    source: SOURCE,
    deadline: workingDays(1),
    fields: {
      leadUnit: field.orgUnit(text('主办单位', 'Lead unit')),
      assistUnits: field.orgUnits(text('协办单位', 'Assisting units')),
      dueOn: field.date(text('办结期限', 'Due on')),
      reason,
    },
    outcomes: {
      issue: positive('立项下发', 'Issue', { fields: ['leadUnit', 'assistUnits', 'dueOn'] }),
      void: negative('不予立项', 'Void', { required: ['reason'] }),
    },
    check: issuable,
  },
  signFor: {
    title: text('签收督办事项', 'Sign for the supervision item'),
    owner: text('主办单位', 'Lead unit'),
    guidance: text(
      '1个工作日内签收；不属本单位职责的说明理由退回办公室。',
      'Sign within one working day, or say why it is not yours.',
    ),
    source: SOURCE,
    deadline: workingDays(1),
    fields: { reason },
    outcomes: {
      sign: positive('签收', 'Sign'),
      rejectAssignment: negative('退回', 'Reject', { required: ['reason'] }),
    },
  },
  progressReport: {
    title: text('办理督办事项', 'Carry it out'),
    owner: text('主办单位（协办单位配合）', 'Lead unit, with assisting units'),
    guidance: text(
      '每周反馈进度；确需延期的最多两次；办结时说明成果并上传佐证材料。',
      'Report every week; ask for an extension at most twice; on completion say what was achieved and attach the evidence.',
    ),
    source: SOURCE,
    deadline: workingDays(5),
    fields: {
      progress: field.number(text('进度（%）', 'Progress (%)'), { min: 0, max: 100, integer: true }),
      note,
      newDueOn,
      reason,
      evidence: field.textarea(text('办结成果及佐证', 'Result and evidence'), { min: 2, max: 2000 }),
    },
    outcomes: {
      report: neutral('反馈进度', 'Report', { required: ['progress', 'note'] }),
      contribute: neutral('协办反馈', 'Contribute', { required: ['note'] }),
      requestExtension: neutral('申请延期', 'Ask for an extension', { required: ['newDueOn', 'reason'] }),
      complete: positive('申请销号', 'Complete', { required: ['evidence'] }),
    },
    check: extendable,
    work: { kind: 'leadAssist', assist: ['contribute'], waits: false },
  },
  extensionDecision: {
    title: text('审批延期', 'Decide on the extension'),
    owner: text('领导小组办公室主任', 'Director of the Leading Group Office'),
    source: SOURCE,
    deadline: workingDays(2),
    fields: { newDueOn, reason },
    outcomes: {
      grant: positive('同意延期', 'Grant', { fields: ['newDueOn'] }),
      deny: negative('不同意', 'Deny', { required: ['reason'] }),
    },
    check: granted,
    separateFrom: ['progressReport'],
  },
  itemReview: {
    title: text('审核销号', 'Review and close'),
    owner: text('督办专员', 'Supervision officer'),
    guidance: text('核对成果和佐证，通过后销号；本单位不审核自己的事项。', 'Check the result and the evidence.'),
    source: SOURCE,
    deadline: workingDays(3),
    fields: { note, reason },
    outcomes: {
      pass: positive('通过，销号', 'Pass and close', { fields: ['note'] }),
      fail: negative('不通过，继续办理', 'Fail, go on', { required: ['reason'] }),
    },
    separateFrom: ['progressReport'],
  },
  interview: {
    title: text('约谈主办单位', 'Interview the lead unit'),
    owner: text('分管副组长（督办专员可代记）', 'Deputy leader; the supervision officer may record it'),
    guidance: text(
      '逾期5个工作日的红色督办事项由分管副组长约谈，并列入通报。',
      'An item five working days late is interviewed by the deputy leader and goes into the bulletin.',
    ),
    source: '业务规则 6.e 红色督办：约谈、通报',
    deadline: workingDays(2),
    fields: { on: field.date(text('约谈日期', 'On')), note, reason },
    outcomes: {
      held: neutral('已约谈', 'Held', { required: ['on', 'note'] }),
      waived: neutral('暂不约谈', 'Waived', { required: ['reason'] }),
    },
    check: happened,
    work: { kind: 'any' },
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;

export type TaskKey = keyof typeof userTasks & string;
