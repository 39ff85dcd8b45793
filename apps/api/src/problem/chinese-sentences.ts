import { attachmentRefusalTexts } from '@landfall/attachments';
import { deskRefusalTexts } from '@landfall/desk';
import { documentRefusalTexts } from '@landfall/documents';
import { identityRefusalTexts } from '@landfall/identity';
import { demoClockRefusalTexts } from '@landfall/installation';
import {
  ITEM_KIND_TITLES,
  MEETING_STATE_TITLES,
  meetingRefusalTexts,
  QUEUE_TITLES,
  RESOLUTION_KIND_TITLES,
} from '@landfall/meetings';
import { notificationRefusalTexts } from '@landfall/notifications';
import type { LocalizedText, RejectionParams } from '@landfall/process-definition';
import { projectRefusalTexts, sayRefusal } from '@landfall/projects';
import { scheduleRefusalTexts } from '@landfall/schedules';
import {
  draftingRefusalTexts,
  leaderRefusalTexts,
  lightRefusalTexts,
  raisingRefusalTexts,
  waitingRefusalTexts,
} from '@landfall/supervision';
import { workingTimeRefusalTexts } from '@landfall/working-time';
import { investmentProjectRefusalTexts } from '@workflows/investment-project/v2/refusals';
import { issueRefusalTexts } from '@workflows/issue/v3/refusals';
import { conferenceRefusalTexts } from '@workflows/leading-group-conference/v1/refusals';
import { meetingRefusalTexts as meetingFormRefusalTexts } from '@workflows/meeting-parts/v1/refusals';
import { pushRequestRefusalTexts } from '@workflows/push-request/v1/refusals';
import { specialMeetingRefusalTexts } from '@workflows/special-meeting/v1/refusals';
import { supervisionItemRefusalTexts } from '@workflows/supervision-item/v1/refusals';

/** Chinese sentences of the codes whose libraries speak English only; `{name}` is filled from the rejection's params. */
const SENTENCES: Readonly<Record<string, string>> = {
  'ACCOUNT.NOT_FOUND': '应为已有账号，但没有这个账号。',
  'ACCOUNT.PASSWORD_WEAK':
    '新密码应为 {shortest} 至 {longest} 位，含大写字母、小写字母、数字、符号中的三类，且不含用户名，但现在过于简单。',
  'ACCOUNT.PASSWORD_WRONG': '应输入现用密码，但输入的不是。',
  'ACCOUNT.USERNAME_INVALID': '用户名应为 2 至 64 位字母、数字、点、横线或下划线，但现在是“{username}”。',
  'ACCOUNT.USERNAME_TAKEN': '应使用未占用的用户名，但“{username}”已被占用。',
  'ACCOUNT.WITHOUT_POST': '账号“{username}”应担任某个岗位，但今天没有任何岗位，请联系安全管理员。',
  'CARBON_COPY.ALREADY_READ': '抄送件应为未读，但已经阅过。',
  'CARBON_COPY.NOT_FOUND': '应为已有的抄送件，但没有这份抄送件。',
  'CARBON_COPY.NOT_YOURS': '抄送件应由收件人签阅，但它是抄送给别人的。',
  'COMMAND.CLIENT_KEY_REUSED': '同一个操作标识只能用于一次操作，但它已用于另一次操作。',
  'DATABASE.UNREACHABLE': '数据库应能访问，但暂时无法连接，请稍后再试。',
  'FORM.FORMAT': '“{field}”的格式不正确。',
  'FORM.INVALID': '表单应填写正确，但有 {count} 处有误。',
  'FORM.INVALID_VALUE': '“{field}”的内容不正确。',
  'FORM.NOT_AN_OPTION': '“{field}”应从所列选项中选择，但现在不是。',
  'FORM.OUT_OF_RANGE': '“{field}”应{comparison} {limit}，但现在不是。',
  'FORM.REQUIRED': '“{field}”必须填写，但现在为空。',
  'FORM.TOO_LONG': '“{field}”最多 {limit} 个字（项），但现在更多。',
  'FORM.TOO_SHORT': '“{field}”至少 {limit} 个字（项），但现在更少。',
  'FORM.TYPE': '“{field}”应为{type}，但现在不是。',
  'FORM.UNKNOWN_FIELD': '“{field}”不是这里的字段。',
  'FORM.UNREADABLE_TEXT': '“{field}”含有无法识别的字符。',
  'INCIDENT.ALREADY_RESOLVED': '应为未解决的故障，但它已经解决。',
  'INCIDENT.NOT_FOUND': '应为已有的故障，但没有这个故障。',
  'INCIDENT.STILL_FAILING': '重试后应恢复正常，但再次失败：{message}',
  'ORGANIZATION_UNIT.DATE_TAKEN': '单位“{unit}”应可自 {on} 起更名，但该日之后已有安排。',
  'ORGANIZATION_UNIT.NOT_FOUND': '应为已有单位，但没有单位“{unit}”。',
  'PAGE.CURSOR_INVALID': '应使用上一页给出的翻页标识，但它无法识别，请回到第一页。',
  'PERMISSION.MISSING': '您的岗位没有此项权限；如工作需要，请联系领导小组办公室。',
  'POST.NOT_FOUND': '岗位“{post}”应在 {on} 存在，但当日没有这个岗位。',
  'POST_ASSIGNMENT.ADMINISTRATORS_EXCLUDE':
    '系统、安全、审计管理员应各自使用独立账号，但该账号已任“{held}”，不能再任“{post}”。',
  'POST_ASSIGNMENT.ALREADY_HELD': '账号应未担任“{post}”，但已经担任。',
  'POST_ASSIGNMENT.NOT_HELD': '账号应在 {on} 担任“{post}”，但没有担任。',
  'PROCESS.ALREADY_STARTED': '流程应尚未启动，但已经启动。',
  'PROCESS.ENDED': '流程应在办理中，但已经结束（{state}）。',
  'PROCESS.EVENT_NOT_ACCEPTED': '当前环节不能进行此项操作（{event}），请刷新后查看最新状态。',
  'PROCESS.EVENT_NOT_ALLOWED': '您的岗位不能进行此项操作（{event}）。',
  'PROCESS.NOTHING_TO_MIGRATE': '流程应有可以转入的新版本，但没有。',
  'PROCESS.NOT_FOUND': '应为已有的流程，但没有这个流程。',
  'PERSON.NOT_FOUND': '应为今天在岗的人员，但没有这个人。',
  'PROCESS.NO_PART': '催办、抄送应由本事项的经办人、发起人或督办人员进行，但您不在其中。',
  'PROCESS.STANDS_STILL': '流程应在办理中，但目前处于暂停或等待中，请先恢复。',
  'PROCESS.STEP_PASSED_OVER': '应退回到该环节，但按现有情况流程会直接越过该环节。',
  'PROCESS.UNKNOWN_EVENT': '流程中没有这种操作（{event}）。',
  'REQUEST.FOREIGN_ORIGIN': '请求应来自本系统页面，但它来自其他网站。',
  'REQUEST.INVALID': '请求应填写正确，但有 {count} 处有误。',
  'REQUEST.MALFORMED': '请求应能识别，但无法读取。',
  'REQUEST.MALFORMED_JSON': '请求内容应为 JSON，但无法读取。',
  'REQUEST.MALFORMED_MULTIPART': '请求应为带有一个 file 文件的表单，但无法读取。',
  'REQUEST.NO_SUCH_ADDRESS': '应为系统已有的地址，但此处没有内容。',
  'REQUEST.TOO_LARGE': '请求应在允许的大小之内，但它过大。',
  'REQUEST.UNSUPPORTED_MEDIA_TYPE': '请求内容应为 JSON（上传文件用 multipart），但它是其他类型。',
  'SESSION.ENDED': '会话应有效，但已结束，请重新登录。',
  'SESSION.MISSING': '应先登录，但还没有登录。',
  'SIGN_IN.LOCKED': '账号“{username}”应可登录，但多次输错密码已被锁定，请 {minutes} 分钟后再试。',
  'SIGN_IN.REFUSED': '用户名和密码应当一致，但不一致。',
  'TIMER.NOT_DUE': '定时应已到期，但尚未到期或已取消。',
  'USER_TASK.ALREADY_CLAIMED': '任务应无人办理，但已由“{assignee}”签收。',
  'USER_TASK.ALREADY_SIGNS': '加签应选择尚未参与的人员，但所选人员都已参与办理。',
  'USER_TASK.ASSIGNEE_NOT_CANDIDATE': '“{assignee}”应属于可办理此任务的岗位，但不属于。',
  'USER_TASK.ASSIGN_NOT_ALLOWED': '分派任务应由本单位负责人进行，但您不是。',
  'USER_TASK.ASSISTANTS_OPEN': '主办应在协办全部完成后办结，但还有 {count} 项协办未完成。',
  'USER_TASK.COPY_RECIPIENTS': '抄送人数应为 1 至 {limit} 人，但现在是 {count} 人。',
  'USER_TASK.DELEGATED': '任务应由“{owner}”收回后再办理，但目前仍在委派中。',
  'USER_TASK.GOES_ON_IN_ORDER': '退回此环节后应按顺序重新办理，不能直接回到退回人，因为后续环节以此为依据。',
  'USER_TASK.HAND_OVER_NOT_ALLOWED': '工作交接应由本单位负责人或安全管理员办理，但您不是。',
  'USER_TASK.NOT_A_SIGNER': '减签只能减去加签的人员，但这是任务本身的办理人。',
  'USER_TASK.NOT_CANDIDATE': '此任务应由可办理的岗位办理，但您不在其中。',
  'USER_TASK.NOT_CLAIMED': '任务应已签收，但还没有人签收。',
  'USER_TASK.NOT_DELEGATED': '任务应在委派中，但没有人委派它。',
  'USER_TASK.NOT_DONE': '重办应针对已办结的任务，但此任务还在办理中。',
  'USER_TASK.NOT_FOUND': '应为已有的任务，但没有这个任务。',
  'USER_TASK.NOT_HELD': '应交接该人员名下的任务，但此任务已不在其名下。',
  'USER_TASK.NOT_OPEN': '任务应在办理中，但已办结或取消。',
  'USER_TASK.NOT_REDOABLE': '重办应针对本流程已办过的环节，但此环节不能重办。',
  'USER_TASK.NOT_SKIPPABLE': '应为允许跳过的任务，但此环节任何人不得越过。',
  'USER_TASK.NOT_VISIBLE': '此任务所属项目应在您的可见范围内，但不在。',
  'USER_TASK.NOT_WITHDRAWABLE': '撤回未能办理：{why}。',
  'USER_TASK.OVERSIGHT_ONLY': '跳过、重办应由本单位负责人或督办人员进行，但您不是。',
  'USER_TASK.OWN_TASK': '催办应针对他人的任务，但此任务由您自己办理。',
  'USER_TASK.REMOVE_SIGNER_NOT_ALLOWED': '减签应由加签人或本单位负责人进行，但您不是。',
  'USER_TASK.RETURN_NOT_ALLOWED': '应退回到已办过的前序环节，但没有可退回的环节。',
  'USER_TASK.SAME_ASSIGNEE': '应交给其他人员，但任务已在“{assignee}”名下。',
  'USER_TASK.SEPARATION_OF_DUTIES': '此任务应由他人办理，因为“{actor}”办理过与之不相容的环节。',
  'USER_TASK.SIGNER_ONLY_SIGNS': '这是加签任务，只能签署意见，不能转交或退回。',
  'USER_TASK.SUSPENDED': '任务应在办理中，但已随流程暂停，恢复后继续。',
  'USER_TASK.TOO_MANY_SIGNERS': '加签最多 {limit} 人，但现在超出了。',
  'USER_TASK.UNKNOWN_OUTCOME': '应选择此任务的办理结果，但没有“{outcome}”这种结果。',
  'USER_TASK.URGED_ENOUGH': '同一任务每天最多催办 {limit} 次，今天已达上限。',
  'USER_TASK.WAITING': '任务应轮到办理，但还在等待他人先签署。',
};

/** The refusals of libraries that say them in both languages. */
const LIBRARY_TEXTS: readonly Readonly<Record<string, LocalizedText>>[] = [
  attachmentRefusalTexts,
  demoClockRefusalTexts,
  conferenceRefusalTexts,
  deskRefusalTexts,
  documentRefusalTexts,
  draftingRefusalTexts,
  identityRefusalTexts,
  investmentProjectRefusalTexts,
  issueRefusalTexts,
  leaderRefusalTexts,
  meetingFormRefusalTexts,
  meetingRefusalTexts,
  notificationRefusalTexts,
  pushRequestRefusalTexts,
  workingTimeRefusalTexts,
  raisingRefusalTexts,
  specialMeetingRefusalTexts,
  supervisionItemRefusalTexts,
  lightRefusalTexts,
  scheduleRefusalTexts,
  waitingRefusalTexts,
];

const inChinese = (titles: Readonly<Record<string, LocalizedText>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(titles).map(([key, { zh }]) => [key, zh]));

/** What some params are called in Chinese. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  why: {
    notYours: '只能撤回自己办理的任务',
    signedOn: '他人已在此基础上签署',
    final: '此结果已生效，不能撤回',
    takenUp: '后续任务已有人办理',
    builtOn: '后续数据已有变化',
  },
  /** What is wrong is the whole of what was sent, as an id in the address is. */
  field: { '': '所填内容' },
  type: {
    string: '文字',
    number: '数字',
    integer: '整数',
    int: '整数',
    boolean: '是或否',
    array: '列表',
    object: '对象',
  },
  meetingState: inChinese(MEETING_STATE_TITLES),
  meetingQueue: inChinese(QUEUE_TITLES),
  itemKind: inChinese(ITEM_KIND_TITLES),
  resolutionKind: inChinese(RESOLUTION_KIND_TITLES),
  comparison: { '>=': '不小于', '<=': '不大于', '>': '大于', '<': '小于' },
};

export const CHINESE_TITLES: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '需要登录',
  403: '没有权限',
  404: '没有找到',
  409: '状态冲突',
  413: '内容过大',
  415: '类型不支持',
  422: '内容有误',
  429: '次数过多',
  500: '系统故障',
  503: '暂不可用',
};

export const ENGLISH_TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported type',
  422: 'Not valid',
  429: 'Too many attempts',
  500: 'Server fault',
  503: 'Unavailable',
};

/** Says a code in Chinese, or answers undefined when nobody has written that sentence. */
export const sayInChinese = (code: string, params: RejectionParams): string | undefined => {
  if (isOneOf(projectRefusalTexts, code)) return sayRefusal(code, params).zh;
  const texts = LIBRARY_TEXTS.find((known) => Object.hasOwn(known, code))?.[code];
  const sentence = texts?.zh ?? (Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined);
  return sentence?.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    return WORDS[name]?.[value] ?? value;
  });
};

const isOneOf = <Texts extends object>(texts: Texts, code: string): code is keyof Texts & string =>
  Object.hasOwn(texts, code);
