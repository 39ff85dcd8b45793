import type { CommandHandlers } from '@landfall/process-engine';
import { paramsOf } from '../command-params';

/**
 * What the commands of an issue do to its row. The instance's id is the issue's id; while `blocking` the project shows
 * the issue, its level and who must act.
 */
export const issueCommandHandlers: CommandHandlers = {
  recordIssue: (changes, command, { instanceId, at }) => {
    const params = paramsOf(command);
    const raiser = params.record('raiser');
    changes.insert('issue', {
      id: instanceId,
      project_id: params.text('projectId'),
      type: params.text('type'),
      title: params.text('title'),
      tried: params.text('tried'),
      urgent: params.boolean('urgent'),
      source: params.text('source'),
      raiser_account: raiser.account,
      raiser_name: raiser.name,
      raiser_unit: raiser.unit,
      raiser_group: raiser.group,
      lead_task_force: params.optionalText('leadTaskForce'),
      landing_unit: params.optionalText('landingUnit'),
      level: 0,
      state: 'open',
      must_act: [],
      blocking: false,
      until_on: null,
      coordination: {},
      opened_at: at,
      level_since: at,
      updated_at: at,
      closed_at: null,
      outcome: null,
      result: null,
    });
  },

  moveIssue: (changes, command, { instanceId, at }) => {
    const params = paramsOf(command);
    const state = params.text('state');
    changes.update('issue', instanceId, {
      state,
      level: params.number('level'),
      until_on: params.optionalText('until'),
      updated_at: at,
      // Handling is said once, when the issue arrives on a level.
      ...(state === 'handling' ? { level_since: at } : {}),
    });
  },

  markBlocked: (changes, command, { instanceId, at }) => {
    const params = paramsOf(command);
    changes.update('issue', instanceId, { blocking: true, must_act: params.texts('mustAct'), updated_at: at });
  },

  clearBlocked: (changes, _command, { instanceId, at }) => {
    changes.update('issue', instanceId, { blocking: false, must_act: [], updated_at: at });
  },

  recordCoordination: (changes, command, { instanceId, at, actor, rev }) => {
    const params = paramsOf(command);
    const entry = { way: params.text('way'), unit: params.text('unit'), note: params.optionalText('note') };
    changes.merge('issue', instanceId, 'coordination', {
      [String(rev)]: { ...entry, by: actor.name, at: at.toISOString() },
    });
  },

  closeIssue: (changes, command, { instanceId, at }) => {
    const params = paramsOf(command);
    const outcome = params.text('outcome');
    changes.update('issue', instanceId, {
      state: 'closed',
      outcome,
      result: params.optionalText('result'),
      until_on: null,
      closed_at: at,
      updated_at: at,
    });
  },
};
