import { type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal of this library in both languages; `{name}` is filled with the rejection's params. */
export const meetingRefusalTexts = {
  'MEETING.NOT_FOUND': {
    zh: '找不到该会议：不存在，或您无权查看。',
    en: 'Expected a meeting, but there is none with this id that you may see.',
  },
  'MEETING.CHANGED_MEANWHILE': {
    zh: '您打开后，他人已修改了这部分内容（第 {present} 步，您看到的是第 {seen} 步）；请刷新后再改，您的内容未保存。',
    en: 'Expected to change what you have seen (step {seen}), but somebody has changed it since (step {present}): read it again.',
  },
  'MEETING.MINUTES_CHANGED_MEANWHILE': {
    zh: '您打开后，{by} 已于 {at} 修改了这一部分纪要（第 {present} 版，您看到的是第 {seen} 版）；您的文字未保存，请合并后再存。',
    en: "Expected to save over version {seen}, but '{by}' saved version {present} at {at}: merge the two.",
  },
  'MEETING.EDITING_NOT_ALLOWED': {
    zh: '此项应由会议承办人、召集单位负责人或主持人操作，但您不是。',
    en: 'Expected the secretary, the head of a convening unit or the chair to do this, but you are none of these.',
  },
  'MEETING.OTHER_UNITS_SEAT': {
    zh: '应由 {unit} 自己或会议承办人操作，但您不是。',
    en: 'Expected {unit} itself or the secretary to do this, but you are neither.',
  },
  'MEETING.NOT_IN_THIS_STATE': {
    zh: '会议现处“{meetingState}”阶段，不能进行此项操作。',
    en: "Expected the meeting to be in one of '{allowed}', but it is in '{meetingState}'.",
  },
  'MEETING.ITEM_NOT_FOUND': {
    zh: '应为会议待审议的议题，但没有“{item}”，或已撤回、已有结论。',
    en: "Expected an item that is still to be heard, but '{item}' is none.",
  },
  'MEETING.NOT_WAITING': {
    zh: '应为正在候会且未列入其他会议的项目或事项，但它不是。',
    en: 'Expected somebody who waits for a meeting and is on no agenda, but it is not.',
  },
  'MEETING.ALREADY_ON_AGENDA': {
    zh: '应未列入其他会议，但已列入“{meeting}”。',
    en: "Expected an item that is on no agenda, but it is on that of '{meeting}'.",
  },
  'MEETING.QUEUE_OF_OTHERS': {
    zh: '此会议只接收其对应队列的事项，但它属于“{meetingQueue}”。',
    en: "Expected somebody from a queue of this meeting, but it waits in '{meetingQueue}'.",
  },
  'MEETING.ITEM_INVALID': {
    zh: '议题应写明标题，时长为 1 至 240 分钟，但不是。',
    en: 'Expected an item with a title and 1 to 240 minutes, but it has not.',
  },
  'MEETING.ITEM_KIND_UNHEARD': {
    zh: '此类会议不审议“{itemKind}”类议题。',
    en: "Expected a kind of item that this meeting concludes, but it is '{itemKind}'.",
  },
  'MEETING.PROPOSING_NOT_ALLOWED': {
    zh: '专题会议、全体会议由领导小组办公室或领导小组领导提请，但您不是。',
    en: 'Expected the office or a leader of the leading group to propose this meeting, but you are neither.',
  },
  'MEETING.NOTHING_TO_HEAR': {
    zh: '提请会议应至少有一个议题或堵点，但没有。',
    en: 'Expected at least one topic or issue to be heard, but there is none.',
  },
  'MEETING.ISSUE_NOT_WAITING': {
    zh: '应为已升至领导小组、尚未关闭的堵点，但其中有的不是；请刷新后重选。',
    en: 'Expected open issues that have come up to the leading group, but one of them is not.',
  },
  'MEETING.SEAT_NOT_FOUND': {
    zh: '应为参会单位，但 {unit} 不在参会名单中。',
    en: 'Expected a unit that sits in the meeting, but {unit} does not.',
  },
  'MEETING.REPLY_MISSING': {
    zh: '应先办理“会议回执”再变更，但 {unit} 尚未回执。',
    en: 'Expected {unit} to have replied before its reply is changed, but it has not.',
  },
  'MEETING.REPLY_INCOMPLETE': {
    zh: '参会应写明人员和职务，委托、书面意见和请假应写明理由，但缺少：{missing}。',
    en: 'Expected who comes with post, and a reason for anything but attending, but it lacks: {missing}.',
  },
  'MEETING.RESOLUTION_NOT_FOUND': {
    zh: '应为本次会议的议定事项，但没有“{resolution}”。',
    en: "Expected a resolution of this meeting, but there is no '{resolution}'.",
  },
  'MEETING.RESOLUTION_KEPT': {
    zh: '议题结论形成的议定事项不能删除，只能修改文字。',
    en: 'Expected a resolution that was added in the minutes, but this one is what an item was concluded with.',
  },
  'MEETING.RESOLUTION_SETTLED': {
    zh: '应为尚未了结的议定事项，但“{resolution}”已了结。',
    en: "Expected a resolution that is open, but '{resolution}' is settled.",
  },
  'MEETING.RESOLUTION_KIND': {
    zh: '整理纪要时只能增加交办、解决、限期、知悉类事项；对项目的结论应在审议时形成，但这是“{resolutionKind}”。',
    en: "Expected an order, a solution, a deadline or a note, because decisions are made on their items, but it is '{resolutionKind}'.",
  },
  'MEETING.SECTION_NOT_FOUND': {
    zh: '应为纪要的前言、某个议题或结语，但没有“{section}”部分。',
    en: "Expected the preamble, an item or the closing of the minutes, but there is no '{section}'.",
  },
  'MEETING.NOTE_MISSING': {
    zh: '应说明情况，但为空。',
    en: 'Expected a note, but it is empty.',
  },
  'MEETING.DUE_ON_PASSED': {
    zh: '完成时限应在今天之后，但填写的是 {on}。',
    en: 'Expected a deadline after today, but it is {on}.',
  },
  'MEETING.NOT_PLANNED': {
    zh: '应为已确定时间的会议，但尚未确定，暂不能加入日历。',
    en: 'Expected a meeting with a planned time, but it has none yet.',
  },
  'MEETING_FEED.NOT_FOUND': {
    zh: '应为有效的日历订阅地址，但不是；请在“通知设置”中重新生成。',
    en: 'Expected the address of a calendar feed that works, but it is none.',
  },
  'MEETING.DOCUMENT_NOT_FOUND': {
    zh: '找不到该文件：没有此文件，或尚未生成。',
    en: 'Expected a document of the meeting, but there is none with this id.',
  },
  'MEETING_RULE.DATE_TAKEN': {
    zh: '会议规则应自最近一次设定（{latest}）之后、且不早于今天生效，但填写的是 {from}。',
    en: 'Expected a day after the latest version ({latest}) and not before today, but it is {from}.',
  },
  'MEETING_RULE.SETTING_NOT_ALLOWED': {
    zh: '会议规则应由领导小组办公室主任设定，但您不是。',
    en: "Expected the office's director to set the rules of meetings, but you are not.",
  },
  'PUSH_REQUEST.PROJECT_NOT_FOUND': {
    zh: '应为已有的项目，但没有这个项目。',
    en: 'Expected a project, but there is none with this id.',
  },
  'PUSH_REQUEST.PROJECT_ENDED': {
    zh: '应为在办项目，但该项目已结束。',
    en: 'Expected a running project, but this one has ended.',
  },
  'PUSH_REQUEST.REQUESTING_NOT_ALLOWED': {
    zh: '推动申请应由项目的主责专班、协办专班、落地区域或领导小组办公室提出，但您的岗位不在其中。',
    en: 'Expected a task force or the landing unit of the project, or the office, to ask for a push meeting, but your posts are none of these.',
  },
  'PUSH_REQUEST.ISSUE_OF_OTHERS': {
    zh: '堵点应属于该项目且尚未解决，但不是。',
    en: 'Expected an open issue of the same project, but it is not.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of these sentences. */
export const refuse = (
  code: keyof typeof meetingRefusalTexts,
  status: number,
  params: RejectionParams = {},
): Rejection => new Rejection({ code, status, message: fill(meetingRefusalTexts[code].en, params), params });
