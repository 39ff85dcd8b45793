export { type ItemInput, itemOf, nextItemKey } from './calling/agenda-of';
export { leadingGroupBatch } from './calling/batch-due';
export {
  ConferenceCalls,
  type ConferenceCallsParts,
  type ConferencePeriod,
  type CreatedConference,
  conferenceId,
  conferencePeriods,
} from './calling/call-conferences';
export { type ProposedMeeting, SpecialCalls, type SpecialCallsParts } from './calling/call-special';
export type { FreeItem } from './calling/free-item';
export { type CalledMeeting, MeetingCalls, type MeetingCallsParts } from './calling/meeting-calls';
export { type BatchMeeting, meetingKeyOf } from './calling/meeting-titles';
export { type NextCall, nextCalls } from './calling/next-call';
export { orderForUnits } from './calling/order-for-units';
export { type IssueForLeadingGroup, type MeetingProposal, MeetingProposals } from './calling/propose-meeting';
export { UnconfirmedItems } from './calling/unconfirmed-items';
export {
  type ComposedDocument,
  type DocumentComposer,
  ISSUE_DOCUMENTS,
  type MeetingDocumentKind,
} from './documents/issue-documents';
export { type MeetingDocumentRow, MeetingDocuments, type MeetingFile } from './documents/meeting-documents';
export {
  type AddedItem,
  type ArrangedItem,
  type CheckIn,
  MeetingEditors,
  type ReplyChange,
  type ResolutionDraft,
} from './editing/meeting-editors';
export { type MeetingEvent, meetingEventOf } from './feeds/meeting-event';
export { type FeedStanding, MeetingFeeds, type NewFeed } from './feeds/meeting-feeds';
export { type HeldPosts, readMeetingsOfPosts } from './feeds/meetings-of-posts';
export { type FollowedResolution, type ResolutionQuery, readResolutions } from './follow-up/resolution-board';
export * from './meeting';
export { meetingCommandHandlers } from './meeting-command-handlers';
export { meetingJobs } from './meeting-jobs';
export { agendasAmong, findMeetingIds, isMeetingVisible, type MeetingViewer, unitsOf } from './meeting-viewer';
export * from './meeting-words';
export { type MeetingDetail, Meetings, type MeetingsParts } from './meetings';
export { composeMinutes, sectionsOf, type UnitNames } from './minutes/compose-minutes';
export { Minutes, type MinutesSection, type MinutesVersion } from './minutes/minutes';
export { NUMBER_MINUTES } from './minutes/number-minutes';
export { LapsedRequests } from './push-requests/lapsed-requests';
export { pushRequestCommandHandlers } from './push-requests/push-request-command-handlers';
export { PROBLEM_TYPES, type ProblemType, type PushRequestBody, PushRequests } from './push-requests/push-requests';
export {
  PROBLEM_TYPE_TITLES,
  PUSH_OUTCOME_TITLES,
  type PushRequestOutcome,
  type PushRequestRow,
  readPushRequests,
} from './push-requests/read-push-requests';
export { lockQueue } from './queue/lock-queue';
export { queueCommandHandlers } from './queue/queue-command-handlers';
export {
  MEETING_QUEUES,
  type MeetingQueue,
  type QueueEntry,
  readFree,
  readQueue,
  type Waiting,
} from './queue/read-queue';
export { type MeetingQuery, readMeeting } from './read-meetings';
export { meetingRefusalTexts } from './refusal-texts';
export { repeatableMeetingCommands } from './repeatable-commands';
export { type MeetingRules, type MeetingRulesVersion, readMeetingRules } from './rules/meeting-rules';
export { MeetingRuleBook } from './rules/set-meeting-rules';
export { type LastReply, readLastReplies } from './standing/last-replies';
export type { MeetingPorts, Quorum } from './standing/meeting-cast';
export { opiningUnitOf } from './standing/opining-unit';
export { readMeetingsOfProject } from './standing/project-agenda';
export { MEETING_EDITS, type MeetingEdit } from './standing/rights';
export { slotName } from './standing/slot-name';
export { type Timetable, timetableOf } from './standing/timetable';
export type { WorkingDays } from './working-days';
