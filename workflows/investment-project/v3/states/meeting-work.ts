import { recordNoted, recordOrder, recordOrderResult, resolutionApplied, startPushRequest } from '../say-to-meetings';

/** An order is taken wherever the project stands, once; its supervision tells later how it ended. */
const ordered = {
  guard: 'newResolution' as const,
  actions: [recordOrder, { type: 'rememberResolution' as const, params: { open: true } }, resolutionApplied],
};

const orderEnded = { guard: 'orderIsOpen' as const, actions: [recordOrderResult, 'closeOrder' as const] };

/** What any meeting may say about a project that is active. */
export const meetingWork = {
  'resolution.order': ordered,
  'resolution.unblock': ordered,
  'resolution.deadline': ordered,
  'resolution.note': {
    guard: 'newResolution' as const,
    actions: [recordNoted, { type: 'rememberResolution' as const, params: { open: false } }, resolutionApplied],
  },
  'resolution.fulfilled': orderEnded,
  'resolution.failed': orderEnded,
};

/** 申请项目推动: from the evaluation on, whatever the stage; the project stays where it is. */
export const pushRequest = { requestPush: { actions: ['countPushRequest' as const, startPushRequest] } };
