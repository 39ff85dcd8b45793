import type { CommandHandlers } from '@landfall/process-engine';
import { v5 } from 'uuid';

const PLACES = '5a0d6a7c-52c6-4f0e-8f43-5f2c4f6f5b1d';

/** A place in a queue is known by who waits and for the how-manieth time. */
export const placeOf = (instanceId: string, turn: number): string => v5(`${instanceId}#${turn}`, PLACES);

/** What those who wait for a meeting say. A place that was left stays on record. */
export const queueCommandHandlers: CommandHandlers = {
  queueForMeeting: (changes, { params }, { instanceId, definition, at }) => {
    changes.insert('meeting_queue', {
      id: placeOf(instanceId, Number(params.turn)),
      instance_id: instanceId,
      definition: definition.key,
      queue: params.queue,
      turn: params.turn,
      title: params.title,
      project_id: params.projectId,
      project_name: params.projectName,
      landing_unit: params.landingUnit,
      lead_task_force: params.leadTaskForce,
      units: params.units,
      presenter: params.presenter,
      question: params.question,
      urgent: params.urgent,
      hold_by: params.holdBy,
      waiting_since: at,
      left_at: null,
    });
  },

  leaveMeetingQueue: (changes, { params }, { instanceId, at }) => {
    changes.update('meeting_queue', placeOf(instanceId, Number(params.turn)), { left_at: at });
  },
};
