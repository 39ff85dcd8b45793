import { contract } from '../../process-engine/test/contract.definition';
import { definitionOf, problemsOf, soundStates, surroundings, task, title, waiting } from '../test/small.definition';
import type { ProcessDefinition } from './process-definition';
import type { UserTaskDefinition } from './user-task-definition';

/** A task of several people, in which the machine takes what the lead may say. */
const jointly = (change: Partial<UserTaskDefinition>): ProcessDefinition => {
  const outcome = (zh: string) => ({ label: title(zh), tone: 'neutral', fields: [], required: [] }) as const;
  const outcomes = { ...task().outcomes, refuse: outcome('不同意'), support: outcome('协办意见') };
  const on = { 'approval.approve': 'end', 'approval.refuse': 'end', 'approval.support': 'end' };
  return definitionOf(
    { ...soundStates, waiting: { ...waiting, on } },
    { userTasks: { approval: task({ outcomes, ...change }) } },
  );
};

describe('checkWork', () => {
  it('finds nothing in a definition with every kind of work rule', () => {
    const around = { commands: [...surroundings.commands, 'escalateUserTask'], formats: [] };
    expect(problemsOf(contract, around)).toEqual([]);
  });

  it.each<[string, Partial<UserTaskDefinition>, string]>([
    ['work.order', { work: { kind: 'all', order: ['refuse', 'aprove'], stopOn: [] } }, 'aprove'],
    ['work.stopOn', { work: { kind: 'sequential', order: ['refuse'], stopOn: ['no'] } }, 'no'],
    ['work.yes', { work: { kind: 'vote', yes: 'yes', no: 'refuse', pass: [1, 2], quorum: [1, 2] } }, 'yes'],
    ['work.no', { work: { kind: 'vote', yes: 'approve', no: 'no', pass: [1, 2], quorum: [1, 2] } }, 'no'],
    ['work.assist', { work: { kind: 'leadAssist', assist: ['help'], waits: true } }, 'help'],
    ['skipAs', { skipAs: 'passed' }, 'passed'],
  ])('wants %s to name outcomes', (place, change, outcome) => {
    expect(problemsOf(jointly(change))).toEqual([
      `UNKNOWN_OUTCOME: Expected ${place} of user task 'approval' to name an outcome, but '${outcome}' is none. Use one of 'approve', 'refuse', 'support'.`,
    ]);
  });

  it('wants the lead to have an outcome of his own, also when the task is skipped', () => {
    const assisting = (assist: readonly string[]) => ({ kind: 'leadAssist', assist, waits: false }) as const;
    expect(problemsOf(jointly({ work: assisting(['approve', 'refuse', 'support']) }))).toEqual([
      "NO_LEAD_OUTCOME: Expected user task 'approval' to leave its lead an outcome, but all of them assist. Take one out of work.assist or add one.",
    ]);
    expect(problemsOf(jointly({ work: assisting(['support']), skipAs: 'support' }))).toEqual([
      "SKIPPED_AS_ASSISTANT: Expected skipAs of user task 'approval' to be an outcome of its lead, but 'support' assists. Name an outcome that closes the task.",
    ]);
    expect(problemsOf(jointly({ work: assisting(['support']), skipAs: 'approve' }))).toEqual([]);
  });

  it('lets the machine know nothing of what assistants say by themselves', () => {
    const { userTasks } = jointly({ work: { kind: 'leadAssist', assist: ['support'], waits: true } });
    const on = { 'approval.approve': 'end', 'approval.refuse': 'end' };
    expect(problemsOf(definitionOf({ ...soundStates, waiting: { ...waiting, on } }, { userTasks }))).toEqual([]);
  });

  it.each<[string, readonly [number, number], string]>([
    ['nothing', [0, 3], '0/3'],
    ['more than everything', [4, 3], '4/3'],
    ['a share of nothing', [1, 0], '1/0'],
    ['a part of a share', [0.5, 1], '0.5/1'],
  ])('wants a vote to pass by a share of the whole: not by %s', (_what, share, said) => {
    const vote = { kind: 'vote', yes: 'approve', no: 'refuse', pass: share, quorum: share } as const;
    expect(problemsOf(jointly({ work: vote }))).toEqual(
      ['pass', 'quorum'].map(
        (name) =>
          `FRACTION: Expected work.${name} of user task 'approval' to be more than 0 and at most 1, but it is ${said}. Write two thirds as [2, 3].`,
      ),
    );
    expect(problemsOf(jointly({ work: { ...vote, pass: [2, 3], quorum: [1, 1] } }))).toEqual([]);
  });

  it('wants a vote to have two sides, and signatures that count once to be of several', () => {
    const vote = { kind: 'vote', yes: 'approve', no: 'approve', pass: [1, 2], quorum: [1, 2] } as const;
    expect(problemsOf(jointly({ work: vote }))).toEqual([
      "VOTE_WITHOUT_CHOICE: Expected work.yes and work.no of user task 'approval' to differ, but both are 'approve'. Name two outcomes.",
    ]);
    expect(problemsOf(jointly({ countsSignatureOnce: true }))).toEqual([
      "SIGNATURE_WITHOUT_WORK: Expected user task 'approval' to have a work rule, because it counts signatures once, but it has none. Add work or leave countsSignatureOnce out.",
    ]);
  });

  it('wants duties to be kept apart from tasks that exist, or from the start', () => {
    expect(problemsOf(jointly({ separateFrom: ['drafting', 'initiator'] }))).toEqual([
      "UNKNOWN_TASK: Expected separateFrom of user task 'approval' to name a user task, but 'drafting' is none. Name a key of userTasks, or 'initiator' for whoever started the process.",
    ]);
  });

  it('wants rules of delays that the machine has, and that take time', () => {
    const rule = (amount: number) => ({ amount, unit: 'workingDay', source: 'test' }) as const;
    const states = { ...soundStates, waiting: { ...soundStates.waiting, after: { patience: 'end' } } };
    expect(problemsOf(definitionOf(states, { delayRules: { patience: rule(2) } }))).toEqual([]);
    expect(problemsOf(definitionOf(states, { delayRules: { patience: rule(0), patence: rule(2) } }))).toEqual([
      "DELAY_WITHOUT_TIME: Expected the rule of delay 'patience' to take some time, but its amount is 0. Give it one above 0.",
      "UNKNOWN_DELAY: Expected delayRules to name delays of the machine, but 'patence' is none. Use one of 'patience'.",
    ]);
    expect(problemsOf(definitionOf(soundStates, { delayRules: { patience: rule(2) } }))).toEqual([
      "UNKNOWN_DELAY: Expected delayRules to name delays of the machine, but 'patience' is none. The machine has none.",
    ]);
  });

  it('wants what is counted back from a date to be whole days and a time of day', () => {
    const rule = (amount: number, at: string) =>
      ({ before: () => null, amount, unit: 'workingDay', at, source: 'test' }) as const;
    const states = { ...soundStates, waiting: { ...soundStates.waiting, after: { patience: 'end' } } };
    const problems = (amount: number, at: string) =>
      problemsOf(definitionOf(states, { delayRules: { patience: rule(amount, at) } }));
    expect([problems(0, '00:00'), problems(3, '17:30'), problems(1, '23:59')]).toEqual([[], [], []]);
    expect(problems(1.5, '9:00')).toEqual([
      "COUNTDOWN_AMOUNT: Expected the rule of delay 'patience' to count back whole working days, but its amount is 1.5. Give it 0 or a whole number above.",
      "COUNTDOWN_TIME: Expected the rule of delay 'patience' to name a time of day, but it is due at '9:00'. Write it as 09:00.",
    ]);
    expect(problems(-1, '24:00').map((text) => text.split(':')[0])).toEqual(['COUNTDOWN_AMOUNT', 'COUNTDOWN_TIME']);
  });

  it('wants a step in which the initiator can mend what he filed', () => {
    expect(problemsOf(definitionOf(soundStates, { initiatorStep: 'approval' }))).toEqual([]);
    expect(problemsOf(definitionOf(soundStates, { initiatorStep: 'correction' }))).toEqual([
      "INITIATOR_STEP: Expected initiatorStep to name a user task that a state opens, but 'correction' is none. Use one of 'approval'.",
    ]);
  });
});
