import type { CommandHandlers } from '@landfall/process-engine';

interface Requester {
  readonly account: string;
  readonly name: string;
  readonly unit: string;
  readonly group: string;
}

/** What the commands of a push request do to its row. The instance's id is the request's id. */
export const pushRequestCommandHandlers: CommandHandlers = {
  recordPushRequest: (changes, { params }, { instanceId, at }) => {
    const requester = params.requester as Requester;
    changes.insert('push_request', {
      id: instanceId,
      project_id: params.projectId,
      project_name: params.projectName,
      problem_types: params.problemTypes,
      question: params.question,
      urgent: params.urgent,
      requester_account: requester.account,
      requester_name: requester.name,
      requester_unit: requester.unit,
      requester_group: requester.group,
      issue_id: params.issueId,
      state: 'triage',
      must_act: [],
      requested_at: at,
      updated_at: at,
      closed_at: null,
      outcome: null,
      result: null,
    });
  },

  movePushRequest: (changes, { params }, { instanceId, at }) => {
    changes.update('push_request', instanceId, { state: params.state, must_act: params.mustAct, updated_at: at });
  },

  closePushRequest: (changes, { params }, { instanceId, at }) => {
    const { outcome, result } = params;
    changes.update('push_request', instanceId, { outcome, result, must_act: [], closed_at: at, updated_at: at });
  },
};
