import type { OrganizationView } from '@landfall/organization';
import type {
  OwnerDays as Days,
  WaitingDispute as Dispute,
  Owner,
  OwnerSum,
  ProjectWaiting as Waiting,
} from '@landfall/supervision';
import { z } from 'zod';
import { LocalizedText } from '../coded-name';

export const WaitingOwner = z
  .object({
    kind: z.enum(['unit', 'enterprise', 'meetingQueue', 'suspended']),
    owner: z.string().describe("The unit's code, the queue's name, or the kind itself"),
    name: LocalizedText,
  })
  .meta({ id: 'WaitingOwner' });

type WaitingOwner = z.infer<typeof WaitingOwner>;

export const OwnerDays = z
  .object({
    owner: WaitingOwner,
    milliseconds: z.number(),
    days: z.number().int(),
    workingDays: z.number().int(),
  })
  .meta({ id: 'OwnerDays' });

export const WaitingDispute = z
  .object({
    id: z.string(),
    projectId: z.string(),
    from: z.string(),
    to: z.string(),
    against: WaitingOwner,
    claimed: WaitingOwner,
    reason: z.string(),
    evidence: z.string(),
    by: z.object({ accountId: z.string(), name: z.string(), unit: z.string() }),
    at: z.string(),
    decision: z
      .object({
        outcome: z.enum(['accepted', 'refused']),
        reason: z.string(),
        by: z.object({ accountId: z.string(), name: z.string() }),
        at: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'WaitingDispute' });

export type WaitingDispute = z.infer<typeof WaitingDispute>;

export const ProjectWaiting = z
  .object({
    projectId: z.string(),
    from: z.string(),
    to: z.string(),
    pieces: z.array(
      z.object({
        owner: WaitingOwner,
        recorded: WaitingOwner.describe('Whom it was attributed to before any dispute'),
        disputeId: z.string().nullable(),
        from: z.string(),
        to: z.string(),
        stage: z.string().nullable(),
        states: z.array(z.string()),
        alsoWaiting: z.array(WaitingOwner),
      }),
    ),
    owners: z.array(OwnerDays),
    recordedOwners: z.array(OwnerDays),
    disputes: z.array(WaitingDispute),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'ProjectWaiting' });

export type ProjectWaiting = z.infer<typeof ProjectWaiting>;

export const WaitingSums = z
  .object({ owners: z.array(OwnerDays.extend({ projects: z.number().int() })) })
  .meta({ id: 'WaitingSums' });

export type WaitingSums = z.infer<typeof WaitingSums>;

const QUEUES: Readonly<Record<string, z.infer<typeof LocalizedText>>> = {
  streetTown: { zh: '街镇研判会排队', en: 'Queue of the street-town meeting' },
  district: { zh: '区级评审排队', en: 'Queue of the district review' },
  leadingGroup: { zh: '领导小组专题会排队', en: 'Queue of the leading group' },
};

const nameOf = ({ kind, owner }: Owner, view: OrganizationView): z.infer<typeof LocalizedText> => {
  switch (kind) {
    case 'unit':
      return view.unitName(owner);
    case 'enterprise':
      return { zh: '企业', en: 'The enterprise' };
    case 'suspended':
      return { zh: '暂停', en: 'Suspended' };
    case 'meetingQueue':
      return QUEUES[owner] ?? { zh: owner, en: owner };
  }
};

const sayOwner = ({ kind, owner }: Owner, view: OrganizationView): WaitingOwner => ({
  kind,
  owner,
  name: nameOf({ kind, owner }, view),
});

const sayDays = ({ milliseconds, days, workingDays, ...owner }: Days, view: OrganizationView) => ({
  owner: sayOwner(owner, view),
  milliseconds,
  days,
  workingDays,
});

export const sayDispute = (dispute: Dispute, view: OrganizationView): WaitingDispute => ({
  ...dispute,
  from: dispute.from.toISOString(),
  to: dispute.to.toISOString(),
  against: sayOwner(dispute.against, view),
  claimed: sayOwner(dispute.claimed, view),
  by: { ...dispute.by },
  at: dispute.at.toISOString(),
  decision:
    dispute.decision === null
      ? null
      : { ...dispute.decision, by: { ...dispute.decision.by }, at: dispute.decision.at.toISOString() },
});

export const sayWaiting = (waiting: Waiting, view: OrganizationView, mayDecide: boolean): ProjectWaiting => ({
  projectId: waiting.projectId,
  from: waiting.from.toISOString(),
  to: waiting.to.toISOString(),
  pieces: waiting.pieces.map((piece) => ({
    owner: sayOwner(piece, view),
    recorded: sayOwner(piece.recorded, view),
    disputeId: piece.disputeId,
    from: piece.from.toISOString(),
    to: piece.to.toISOString(),
    stage: piece.stage,
    states: [...piece.states],
    alsoWaiting: piece.alsoWaiting.map((owner) => sayOwner(owner, view)),
  })),
  owners: waiting.owners.map((days) => sayDays(days, view)),
  recordedOwners: waiting.recordedOwners.map((days) => sayDays(days, view)),
  disputes: waiting.disputes.map((dispute) => sayDispute(dispute, view)),
  mayDecide,
});

export const saySums = (sums: readonly OwnerSum[], view: OrganizationView): WaitingSums => ({
  owners: sums.map(({ projects, ...days }) => ({ ...sayDays(days, view), projects })),
});
