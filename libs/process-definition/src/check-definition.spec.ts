import {
  definitionOf,
  end,
  problemsOf,
  soundStates,
  surroundings,
  task,
  title,
  waiting,
} from '../test/small.definition';
import { travelRequest, travelSurroundings } from '../test/travel-request.definition';
import { assertDefinition } from './check-definition';
import { field } from './form';

describe('checkDefinition', () => {
  it('finds nothing in sound definitions', () => {
    expect(problemsOf(definitionOf(soundStates))).toEqual([]);
    expect(problemsOf(travelRequest, travelSurroundings)).toEqual([]);
  });

  it('wants the machine to be named like the definition', () => {
    expect(problemsOf(definitionOf(soundStates, { key: 'other' }))).toEqual([
      "MACHINE_ID: Expected the machine's id to be the definition's key 'other', but it is 'small'.",
    ]);
  });

  it('wants exactly one handler for every command', () => {
    expect(problemsOf(definitionOf(soundStates), { ...surroundings, commands: ['openUserTask'] })).toEqual([
      "COMMAND_HANDLER: Expected one handler, but command 'cancelUserTask' has no handler: start → waiting.",
    ]);
    const twice = [...surroundings.commands, 'openUserTask'];
    expect(problemsOf(definitionOf(soundStates), { ...surroundings, commands: twice })).toEqual([
      "COMMAND_HANDLER: Expected one handler, but command 'openUserTask' has 2 handlers: start → waiting.",
    ]);
  });

  it('wants machines that only talk', () => {
    const shouting = {
      ...soundStates.waiting,
      on: { 'approval.approve': { target: 'end', actions: function shout() {} } },
    };
    expect(problemsOf(definitionOf({ ...soundStates, waiting: shouting }))).toEqual([
      "INLINE_ACTION: Expected only named actions, but 'shout' is a function: start → waiting.",
    ]);
    const calling = { ...soundStates.waiting, invoke: { src: 'mailer' } };
    expect(problemsOf(definitionOf({ ...soundStates, waiting: calling }))).toEqual([
      'INVOKE: Expected a machine that only talks, but a state invokes an actor: start → waiting.',
    ]);
  });

  it('wants a way to every state', () => {
    const island = { ...end, meta: { ...end.meta, title: title('孤岛') } };
    expect(problemsOf(definitionOf({ ...soundStates, island }))).toEqual([
      "UNREACHABLE_STATE: Expected a way to state 'island', but no transition leads to it.",
    ]);
    const far = {
      meta: { title: title('远'), owner: title('谁') },
      always: 'further',
    };
    expect(problemsOf(definitionOf({ ...soundStates, far, further: { ...end } }))).toEqual([
      "UNREACHABLE_STATE: Expected a way to state 'far', but no transition leads to it.",
      "UNREACHABLE_STATE: Expected a way to state 'further', but the only way is from 'far'.",
    ]);
  });

  it('wants a way from every state to an end', () => {
    const userTasks = {
      approval: task({
        outcomes: {
          approve: { label: title('同意'), tone: 'positive', fields: ['reason'], required: [] },
          shelve: { label: title('搁置'), tone: 'negative', fields: [], required: [] },
        },
      }),
    };
    const shelf = {
      meta: { title: title('搁置'), owner: title('档案') },
      on: { dust: { target: 'shelf', reenter: true } },
      after: { patience: 'attic' },
    };
    const attic = { ...shelf, after: { patience: 'shelf' } };
    const states = {
      ...soundStates,
      waiting: { ...waiting, on: { 'approval.approve': 'end', 'approval.shelve': 'shelf' } },
      shelf,
      attic,
    };
    expect(problemsOf(definitionOf(states, { userTasks, signals: { dust: title('灰') } }))).toEqual([
      'NO_END: Expected a way to an end, but there is none after: start → waiting —approval.shelve→ shelf.',
      'NO_END: Expected a way to an end, but there is none after: start → waiting —approval.shelve→ shelf —patience→ attic.',
    ]);
  });

  it('wants every wait to be owned, limited and left by itself', () => {
    const idle = { meta: { title: title('闲') }, on: { poke: { target: 'idle', reenter: true } } };
    const states = { ...soundStates, waiting: { ...waiting, on: { 'approval.approve': 'idle' } }, idle };
    const machine = { on: { drop: '.end' } };
    const signals = { poke: title('戳'), drop: title('弃') };
    expect(problemsOf(definitionOf(states, { signals }, machine))).toEqual([
      'NO_OWNER: Expected somebody to own the wait, but nobody does: start → waiting —approval.approve→ idle.',
      'NO_DEADLINE: Expected a deadline or a delayed transition, but there is none: start → waiting —approval.approve→ idle.',
      'NO_WAY_OUT: Expected a way out of the state itself, but there is none: start → waiting —approval.approve→ idle.',
    ]);
  });

  it('wants titles, known stages and ends that say what they are', () => {
    const states = {
      waiting: { ...soundStates.waiting, meta: { ...waiting.meta, stage: 'elsewhere' } },
      end: { type: 'final' },
    };
    expect(problemsOf(definitionOf(states))).toEqual([
      "UNKNOWN_STAGE: Expected a stage of the definition, but 'elsewhere' is none: start → waiting.",
      'NO_TITLE: Expected a title in meta, but the state has none: start → waiting —approval.approve→ end.',
      'NO_CLOSED_AS: Expected an end to say what it is closed as, but it does not: start → waiting —approval.approve→ end.',
      "UNUSED_STAGE: Expected stage 'decide' to be the stage of a state, but no state names it.",
    ]);
  });

  it('wants a title for every delay', () => {
    const states = { ...soundStates, waiting: { ...soundStates.waiting, after: { patience: 'end' } } };
    expect(problemsOf(definitionOf(states, { timers: {} }))).toEqual([
      "NO_TIMER_TITLE: Expected a title in 'timers', but delay 'patience' has none: start → waiting.",
    ]);
  });

  it('wants a sender for every event and a taker for every sender', () => {
    const states = {
      ...soundStates,
      waiting: { ...waiting, on: { 'approval.approve': 'end', 'approval.aprove': 'end' } },
    };
    const events = {
      withdraw: { label: title('撤回'), fields: {}, required: [], allowedGroups: () => [], source: 'test' },
    };
    expect(problemsOf(definitionOf(states, { events }))).toEqual([
      "UNKNOWN_EVENT: Expected a task outcome, an instance event or a signal, but nobody sends 'approval.aprove': start → waiting.",
      "EVENT_NOT_TAKEN: Expected event 'withdraw' to be taken somewhere, but no state takes it.",
    ]);
  });

  it('wants a task to be opened and cancelled by the states that name it', () => {
    const { entry: _entry, exit: _exit, ...unopened } = soundStates.waiting;
    const { task: _task, ...unnamed } = waiting.meta;
    expect(problemsOf(definitionOf({ ...soundStates, waiting: unopened }))).toEqual([
      "TASK_NOT_OPENED: Expected entering to open user task 'approval', but it does not: start → waiting.",
      "TASK_NOT_CANCELLED: Expected leaving to cancel user task 'approval', but it does not: start → waiting.",
    ]);
    const owned = { ...soundStates.waiting, meta: { ...unnamed, owner: title('谁') } };
    expect(problemsOf(definitionOf({ ...soundStates, waiting: owned }, { userTasks: {} })).slice(-1)).toEqual([
      'TASK_NOT_NAMED: Expected meta.task to name the task that is opened on entry, but it does not: start → waiting.',
    ]);
    const unknown = { ...soundStates.waiting, meta: { ...waiting.meta, task: 'aproval' } };
    expect(problemsOf(definitionOf({ ...soundStates, waiting: unknown }))).toContain(
      "UNKNOWN_TASK: Expected meta.task to name a user task, but 'aproval' is none: start → waiting.",
    );
    const spare = definitionOf(soundStates, { userTasks: { approval: task(), spare: task() } });
    expect(problemsOf(spare)).toEqual([
      "TASK_NEVER_OPENED: Expected a state to open user task 'spare', but no state names it in meta.task.",
    ]);
  });

  it('wants every outcome to be taken while its task is open', () => {
    const outcomes = {
      ...task().outcomes,
      return: { label: title('退回'), tone: 'negative', fields: [], required: [] },
    } as const;
    expect(problemsOf(definitionOf(soundStates, { userTasks: { approval: task({ outcomes }) } }))).toEqual([
      "OUTCOME_NOT_TAKEN: Expected event 'approval.return' to be taken while its task is open, but it is not: start → waiting.",
    ]);
  });

  it('wants every field of a form to exist, to be asked and to be of a known format', () => {
    const broken = task({
      fields: { reason: field.textarea(title('理由')), amount: field.money(title('金额')) },
      outcomes: { approve: { label: title('同意'), tone: 'positive', fields: ['reasn'], required: ['reason'] } },
    });
    expect(problemsOf(definitionOf(soundStates, { userTasks: { approval: broken } }))).toEqual([
      "UNKNOWN_FIELD: Expected a field of user task 'approval', but outcome 'approve' asks for 'reasn', which is none.",
      "REQUIRED_NOT_ASKED: Expected outcome 'approve' of user task 'approval' to ask for 'reason', but it only requires it.",
      "FIELD_NEVER_ASKED: Expected an outcome of user task 'approval' to ask for field 'reason', but none does.",
      "FIELD_NEVER_ASKED: Expected an outcome of user task 'approval' to ask for field 'amount', but none does.",
      "UNKNOWN_FORMAT: Expected a known form format, but field 'amount' of user task 'approval' has 'positive-money'.",
    ]);
  });
});

describe('assertDefinition', () => {
  it('throws every problem at once, one a line', () => {
    const broken = definitionOf(soundStates, { key: 'other', signals: { dust: title('灰') } });
    expect(() => assertDefinition(broken, surroundings)).toThrow(
      [
        "Process 'other' version 1 cannot run:",
        "  [PROCESS_DEFINITION.MACHINE_ID] Expected the machine's id to be the definition's key 'other', but it is 'small'.",
        "  [PROCESS_DEFINITION.EVENT_NOT_TAKEN] Expected event 'dust' to be taken somewhere, but no state takes it.",
      ].join('\n'),
    );
  });

  it('lets a sound definition pass', () => {
    expect(() => assertDefinition(travelRequest, travelSurroundings)).not.toThrow();
  });
});
