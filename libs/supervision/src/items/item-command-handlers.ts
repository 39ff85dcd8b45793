import type { CommandHandlers } from '@landfall/process-engine';
import { paramsOf } from '../command-params';
import { NUMBER_ITEM } from './number-item';

/** What the commands of a supervision item do to its row. The instance's id is the item's id. */
export const supervisionItemCommandHandlers: CommandHandlers = {
  recordItem: (changes, command, { instanceId, at }) => {
    const params = paramsOf(command);
    const drafter = params.record('drafter');
    changes.insert('supervision_item', {
      id: instanceId,
      number: null,
      source: params.text('source'),
      title: params.text('title'),
      requirement: params.text('requirement'),
      project_id: params.optionalText('projectId'),
      lead_unit: params.text('leadUnit'),
      assist_units: params.texts('assistUnits'),
      due_on: params.text('dueOn'),
      drafter_account: drafter.account,
      drafter_name: drafter.name,
      drafter_unit: drafter.unit,
      on_behalf_of: params.optionalRecord('onBehalfOf'),
      origin: params.optionalRecord('origin'),
      state: 'drafted',
      must_act: [],
      progress: 0,
      extensions: 0,
      colour: 'none',
      in_bulletin: false,
      reports: {},
      interviews: {},
      drafted_at: at,
      updated_at: at,
      closed_at: null,
      outcome: null,
      in_time: null,
      result: null,
    });
  },

  assignItem: (changes, command, { instanceId, at }) => {
    const params = paramsOf(command);
    changes.update('supervision_item', instanceId, {
      lead_unit: params.text('leadUnit'),
      assist_units: params.texts('assistUnits'),
      due_on: params.text('dueOn'),
      updated_at: at,
    });
  },

  /** A handler looks nothing up, so the number is drawn by a job after the commit. */
  drawItemNumber: (changes, command, { instanceId }) => {
    changes.enqueue(NUMBER_ITEM, { itemId: instanceId, year: paramsOf(command).number('year') });
  },

  recordItemNumber: (changes, command, { instanceId, at }) => {
    changes.update('supervision_item', instanceId, { number: paramsOf(command).text('number'), updated_at: at });
  },

  moveItem: (changes, command, { instanceId, at }) => {
    const params = paramsOf(command);
    changes.update('supervision_item', instanceId, {
      state: params.text('state'),
      must_act: params.texts('mustAct'),
      updated_at: at,
    });
  },

  recordProgress: (changes, command, { instanceId, at, actor, rev }) => {
    const params = paramsOf(command);
    const progress = params.number('progress');
    const report = { progress, note: params.optionalText('note'), unit: actor.unit, by: actor.name };
    changes.update('supervision_item', instanceId, { progress, updated_at: at });
    changes.merge('supervision_item', instanceId, 'reports', { [String(rev)]: { ...report, at: at.toISOString() } });
  },

  recordExtension: (changes, command, { instanceId, at }) => {
    const params = paramsOf(command);
    changes.update('supervision_item', instanceId, {
      due_on: params.text('dueOn'),
      extensions: params.number('extensions'),
      updated_at: at,
    });
  },

  recordChasing: (changes, command, { instanceId, at }) => {
    const params = paramsOf(command);
    changes.update('supervision_item', instanceId, {
      colour: params.text('colour'),
      // An item that was red stays in the bulletin, also when it is extended or closed.
      ...(params.boolean('bulletin') ? { in_bulletin: true } : {}),
      updated_at: at,
    });
  },

  recordInterview: (changes, command, { instanceId, at, actor, rev }) => {
    const params = paramsOf(command);
    const interview = { on: params.text('on'), note: params.text('note'), by: actor.name, unit: actor.unit };
    changes.merge('supervision_item', instanceId, 'interviews', {
      [String(rev)]: { ...interview, at: at.toISOString() },
    });
  },

  closeItem: (changes, command, { instanceId, at }) => {
    const params = paramsOf(command);
    changes.update('supervision_item', instanceId, {
      state: 'closed',
      must_act: [],
      colour: 'none',
      outcome: params.text('outcome'),
      in_time: params.boolean('inTime'),
      result: params.optionalText('result'),
      closed_at: at,
      updated_at: at,
    });
  },
};
