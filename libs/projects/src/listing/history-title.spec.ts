import type { ProcessDefinition } from '@landfall/process-definition';
import { titleOf } from './history-title';

const screening = {
  title: { zh: '初步研判线索', en: 'Screen the lead' },
  outcomes: { pass: { label: { zh: '通过', en: 'Pass' } } },
};
const definition = {
  userTasks: { screening, drafting: { title: { zh: '起草协议', en: 'Draft the agreement' }, outcomes: {} } },
  timers: { overdue: { zh: '研判超期', en: 'Screening overdue' } },
  events: { recycle: { label: { zh: '回收线索', en: 'Recycle the lead' } } },
  signals: {},
} as unknown as ProcessDefinition;

const told = (kind: string, payload: Record<string, unknown> = {}, event = 'screening') =>
  titleOf({ kind, event, payload }, definition);

describe('the title of an entry of the history', () => {
  it.each([
    ['taskClaimed', {}, '认领：初步研判线索', 'Claimed: Screen the lead'],
    ['taskTransferred', { assignee: '李四' }, '转办：初步研判线索 · 给李四', 'Transferred: Screen the lead · to 李四'],
    ['taskDelegated', { assignee: '李四' }, '委派：初步研判线索 · 给李四', 'Delegated: Screen the lead · to 李四'],
    ['taskResolved', { assignee: '张三' }, '办回：初步研判线索 · 给张三', 'Handed back: Screen the lead · to 张三'],
    [
      'taskHandedOver',
      { assignee: null },
      '交接：初步研判线索 · 放回组内',
      'Handed over: Screen the lead · to the group',
    ],
    [
      'signersAdded',
      { position: 'before', signers: ['李四', '王五'] },
      '前加签：初步研判线索 · 李四、王五',
      'Signers added before: Screen the lead · 李四, 王五',
    ],
    ['signerRemoved', { signers: ['李四'] }, '减签：初步研判线索 · 李四', 'Signer removed: Screen the lead · 李四'],
    ['signed', { outcome: 'object' }, '签署：初步研判线索 · 有异议', 'Signed: Screen the lead · objected'],
    ['taskSkipped', {}, '跳过：初步研判线索', 'Skipped: Screen the lead'],
    ['taskRedone', {}, '重办：初步研判线索', 'Redone: Screen the lead'],
    ['taskUrged', { assignee: null }, '催办：初步研判线索', 'Urged: Screen the lead'],
    ['taskCopied', { readers: ['李四'] }, '抄送：初步研判线索 · 李四', 'Copied: Screen the lead · 李四'],
    [
      'taskReturned',
      { task: 'drafting', to: 'screening', assignee: '张三', afterwards: 'jumpBack' },
      '退回：起草协议 · 退到“初步研判线索”，张三，办后直接回来',
      'Returned: Draft the agreement · to “Screen the lead”, 张三, comes straight back',
    ],
    [
      'taskReturned',
      { task: 'drafting', to: 'screening', afterwards: 'inOrder' },
      '退回：起草协议 · 退到“初步研判线索”',
      'Returned: Draft the agreement · to “Screen the lead”',
    ],
    ['taskWithdrawn', { outcome: 'pass' }, '撤回：初步研判线索', 'Withdrawn: Screen the lead'],
    ['shareCompleted', { task: 'screening', outcome: 'pass' }, '初步研判线索：通过', 'Screen the lead: Pass'],
  ])('says %s with whom it concerns', (kind, payload, zh, en) => {
    expect(told(kind, payload)).toEqual({ zh, en });
  });

  it('says what concerns no task as it is', () => {
    expect(told('copyRead', {}, 'copyRead')).toEqual({ zh: '已阅抄送', en: 'Copy read' });
    expect(told('deadlinesMoved', {}, 'calendar')).toMatchObject({ zh: '办理期限随工作日历调整' });
    expect(told('timerFired', {}, 'xstate.after.overdue.lead')).toMatchObject({ zh: '期限到达：研判超期' });
    expect(told('event', {}, 'recycle')).toEqual({ zh: '回收线索', en: 'Recycle the lead' });
    expect(told('event', {}, 'unheardOf')).toEqual({ zh: 'unheardOf', en: 'unheardOf' });
  });
});
