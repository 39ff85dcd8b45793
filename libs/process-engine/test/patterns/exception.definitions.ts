import { field } from '@landfall/process-definition';
import { branch, closed, ended, pattern, slotsOf, titled, waiting, work } from './pattern';

/** Work that may fail: said by whoever has it, it leads to a repair; where the process itself fails, nothing happens. */
export const failing = pattern(
  'failing',
  {
    initial: 'handle',
    states: {
      handle: {
        ...work('handle', 'desk.clerk'),
        on: {
          'handle.done': 'end',
          'handle.failed': 'repair',
          'handle.broken': { guard: 'breaks', target: 'end' },
        },
      },
      repair: { ...work('repair'), on: { 'repair.done': 'handle' } },
      end: closed(),
    },
  },
  { tasks: { handle: { outcomes: ['done', 'failed', 'broken'] }, repair: {} } },
);

/** What was not done in time is taken from whoever has it and offered anew. */
export const reopening = pattern(
  'reopening',
  {
    initial: 'handle',
    states: {
      handle: {
        ...work('handle', 'desk.clerk'),
        on: { 'handle.done': 'end' },
        after: { patience: { target: 'handle', reenter: true } },
      },
      end: closed(),
    },
  },
  { tasks: ['handle'] },
);

/** Opinions are collected until a day; then the process goes on with those that were given. */
export const untilTheDay = pattern(
  'until-the-day',
  {
    initial: 'asked',
    states: {
      asked: {
        ...work('opinion', slotsOf('x', 'y', 'z')),
        on: { 'opinion.done': { actions: 'countSlot' } },
        after: { patience: 'decide' },
      },
      decide: { ...work('decide'), on: { 'decide.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['opinion', 'decide'] },
);

/** Work that the world outside can make needless, hold up or stop altogether. */
export const exposed = pattern(
  'exposed',
  {
    initial: 'open',
    states: {
      open: {
        meta: titled('open'),
        initial: 'both',
        on: { hold: 'held', stop: 'stopped' },
        states: {
          both: {
            type: 'parallel',
            meta: titled('both'),
            onDone: '#exposed.end',
            states: {
              main: {
                meta: titled('main'),
                initial: 'asked',
                states: {
                  asked: { ...work('handle', 'desk.clerk'), on: { 'handle.done': 'over', obsolete: 'over' } },
                  over: ended('over'),
                },
              },
              other: branch('other'),
            },
          },
          asBefore: { type: 'history', history: 'deep', target: 'both', meta: titled('as before') },
        },
      },
      held: { ...waiting('held'), tags: 'clockPaused', on: { goOn: 'open.asBefore' } },
      end: closed(),
      stopped: closed('stopped'),
    },
  },
  { tasks: ['handle', 'other'], signals: ['obsolete', 'hold', 'goOn', 'stop'] },
);

/** A check that goes back to whoever made it, unless he has handled the matter himself since; its opinion must be a sentence. */
export const constrained = pattern(
  'constrained',
  {
    initial: 'handle',
    states: {
      handle: { ...work('handle', 'desk.clerk'), on: { 'handle.done': 'check' } },
      check: { ...work('check', 'desk.clerk'), on: { 'check.done': 'end', 'check.back': 'handle' } },
      end: closed(),
    },
  },
  {
    tasks: {
      handle: {},
      check: {
        outcomes: ['done', 'back'],
        fields: { opinion: field.textarea({ zh: '意见', en: 'Opinion' }, { min: 4, max: 200 }) },
        separateFrom: ['handle'],
        retainsFamiliar: true,
      },
    },
  },
);
