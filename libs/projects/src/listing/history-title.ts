import type { LocalizedText, ProcessDefinition } from '@landfall/process-definition';

/** What an entry of the history tells: its kind, the event behind it and what was said with it. */
export interface ToldEntry {
  readonly kind: string;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What people do with a task besides deciding it (任务代数); whoever it concerns is named behind the task. */
const ON_TASKS: Readonly<Record<string, LocalizedText>> = {
  taskClaimed: { zh: '认领', en: 'Claimed' },
  taskUnclaimed: { zh: '放回组内', en: 'Given back to the group' },
  taskAssigned: { zh: '指派', en: 'Assigned' },
  taskTransferred: { zh: '转办', en: 'Transferred' },
  taskDelegated: { zh: '委派', en: 'Delegated' },
  taskResolved: { zh: '办回', en: 'Handed back' },
  taskHandedOver: { zh: '交接', en: 'Handed over' },
  signersAdded: { zh: '加签', en: 'Signers added' },
  signerRemoved: { zh: '减签', en: 'Signer removed' },
  signed: { zh: '签署', en: 'Signed' },
  taskReturned: { zh: '退回', en: 'Returned' },
  taskWithdrawn: { zh: '撤回', en: 'Withdrawn' },
  taskSkipped: { zh: '跳过', en: 'Skipped' },
  taskRedone: { zh: '重办', en: 'Redone' },
  taskUrged: { zh: '催办', en: 'Urged' },
  taskCopied: { zh: '抄送', en: 'Copied' },
  taskCommented: { zh: '批注', en: 'Commented' },
};

/** What concerns no task of the definition and is said as it is. */
const BY_ITSELF: Readonly<Record<string, LocalizedText>> = {
  started: { zh: '登记线索', en: 'Lead registered' },
  copyRead: { zh: '已阅抄送', en: 'Copy read' },
  migrated: { zh: '流程升级到新版本', en: 'Came over to a later version' },
  deadlinesMoved: { zh: '办理期限随工作日历调整', en: 'Deadlines moved with the working calendar' },
};

const SIGNATURES: Readonly<Record<string, LocalizedText>> = {
  agree: { zh: '同意', en: 'agreed' },
  object: { zh: '有异议', en: 'objected' },
};

const POSITIONS: Readonly<Record<string, LocalizedText>> = {
  before: { zh: '前加签', en: 'before' },
  after: { zh: '后加签', en: 'after' },
  parallel: { zh: '并加签', en: 'beside' },
};

export const isOnTask = (kind: string): boolean => kind in ON_TASKS;

/** Says an entry in the definition's own words; a key that has no words stands for itself. */
export const titleOf = ({ kind, event, payload }: ToldEntry, definition: ProcessDefinition): LocalizedText => {
  const itself = { zh: event, en: event };
  const alone = BY_ITSELF[kind];
  if (alone) return alone;
  const onTask = ON_TASKS[kind];
  const task = definition.userTasks[typeof payload.task === 'string' ? payload.task : event];
  if (onTask) {
    const done = kind === 'signersAdded' ? (POSITIONS[String(payload.position)] ?? onTask) : onTask;
    const whole = kind === 'signersAdded' ? { zh: done.zh, en: `${onTask.en} ${done.en}` } : done;
    return concerning(both(whole, task?.title ?? itself), whomOf(kind, payload, definition));
  }
  if (kind === 'timerFired') {
    const delay = /^xstate\.after\.([^.]+)\./.exec(event)?.[1] ?? event;
    return both({ zh: '期限到达', en: 'Time passed' }, definition.timers[delay] ?? { zh: delay, en: delay });
  }
  const outcome = typeof payload.outcome === 'string' ? task?.outcomes[payload.outcome] : undefined;
  if (task && outcome) return both(task.title, outcome.label);
  return definition.events[event]?.label ?? definition.signals[event] ?? itself;
};

const both = (before: LocalizedText, title: LocalizedText): LocalizedText => ({
  zh: `${before.zh}：${title.zh}`,
  en: `${before.en}: ${title.en}`,
});

const concerning = (title: LocalizedText, whom: LocalizedText | undefined): LocalizedText =>
  whom ? { zh: `${title.zh} · ${whom.zh}`, en: `${title.en} · ${whom.en}` } : title;

/** To whom it went, who is asked to sign, who is let know, where it went back to, or what was signed. */
const whomOf = (
  kind: string,
  { assignee, signers, readers, to, afterwards, outcome }: ToldEntry['payload'],
  definition: ProcessDefinition,
): LocalizedText | undefined => {
  const name = typeof assignee === 'string' && assignee !== '' ? assignee : undefined;
  switch (kind) {
    case 'taskAssigned':
    case 'taskTransferred':
    case 'taskDelegated':
    case 'taskResolved':
      return name === undefined ? undefined : { zh: `给${name}`, en: `to ${name}` };
    case 'taskHandedOver':
      return name === undefined ? { zh: '放回组内', en: 'to the group' } : { zh: `给${name}`, en: `to ${name}` };
    case 'signersAdded':
    case 'signerRemoved':
      return namesOf(signers);
    case 'taskCopied':
      return namesOf(readers);
    case 'taskUrged':
      return name === undefined ? undefined : { zh: name, en: name };
    case 'signed':
      return SIGNATURES[String(outcome)];
    case 'taskReturned':
      return returnedTo(typeof to === 'string' ? to : '', name, afterwards === 'jumpBack', definition);
    default:
      return undefined;
  }
};

const namesOf = (names: unknown): LocalizedText | undefined => {
  if (!Array.isArray(names) || names.length === 0) return undefined;
  return { zh: names.join('、'), en: names.join(', ') };
};

const returnedTo = (
  task: string,
  name: string | undefined,
  comesStraightBack: boolean,
  definition: ProcessDefinition,
): LocalizedText => {
  const { zh, en } = definition.userTasks[task]?.title ?? { zh: task, en: task };
  return {
    zh: `退到“${zh}”${name === undefined ? '' : `，${name}`}${comesStraightBack ? '，办后直接回来' : ''}`,
    en: `to “${en}”${name === undefined ? '' : `, ${name}`}${comesStraightBack ? ', comes straight back' : ''}`,
  };
};
