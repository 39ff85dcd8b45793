import { attachmentRefusalTexts } from '@landfall/attachments';
import type { RejectionParams } from '@landfall/process-definition';
import { projectRefusalTexts, sayRefusal } from '@landfall/projects';
import { investmentProjectRefusalTexts } from '@workflows/investment-project/v2/refusals';

/** Chinese sentences of the codes whose libraries speak English only; `{name}` is filled from the rejection's params. */
const SENTENCES: Readonly<Record<string, string>> = {
  'ACCOUNT.NOT_FOUND': '应为已有账号，但没有这个账号。',
  'ACCOUNT.PASSWORD_WEAK':
    '新密码应为 {shortest} 至 {longest} 位，含大写字母、小写字母、数字、符号中的三类，且不含用户名，但现在过于简单。',
  'ACCOUNT.PASSWORD_WRONG': '应输入现用密码，但输入的不是。',
  'ACCOUNT.USERNAME_INVALID': '用户名应为 2 至 64 位字母、数字、点、横线或下划线，但现在是“{username}”。',
  'ACCOUNT.USERNAME_TAKEN': '应使用未占用的用户名，但“{username}”已被占用。',
  'ACCOUNT.WITHOUT_POST': '账号“{username}”应担任某个岗位，但今天没有任何岗位，请联系安全管理员。',
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
  INTERNAL: '操作应已完成，但系统出现故障，请把编号 {reference} 告诉管理员。',
  'ORGANIZATION_UNIT.DATE_TAKEN': '单位“{unit}”应可自 {on} 起更名，但该日之后已有安排。',
  'ORGANIZATION_UNIT.NOT_FOUND': '应为已有单位，但没有单位“{unit}”。',
  'PAGE.CURSOR_INVALID': '应使用上一页给出的翻页标识，但它无法识别，请回到第一页。',
  'PERMISSION.MISSING': '您的岗位应有此项权限，但没有，请联系领导小组办公室。',
  'POST.NOT_FOUND': '岗位“{post}”应在 {on} 存在，但当日没有这个岗位。',
  'POST_ASSIGNMENT.ADMINISTRATORS_EXCLUDE':
    '系统、安全、审计管理员应各自使用独立账号，但该账号已任“{held}”，不能再任“{post}”。',
  'POST_ASSIGNMENT.ALREADY_HELD': '账号应未担任“{post}”，但已经担任。',
  'POST_ASSIGNMENT.NOT_HELD': '账号应在 {on} 担任“{post}”，但没有担任。',
  'PROCESS.ALREADY_STARTED': '流程应尚未启动，但已经启动。',
  'PROCESS.ENDED': '流程应在办理中，但已经结束（{state}）。',
  'PROCESS.EVENT_NOT_ACCEPTED': '当前环节不能进行此项操作（{event}），请刷新后查看最新状态。',
  'PROCESS.EVENT_NOT_ALLOWED': '您的岗位不能进行此项操作（{event}）。',
  'PROCESS.NOT_FOUND': '应为已有的流程，但没有这个流程。',
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
  'USER_TASK.ASSIGNEE_NOT_CANDIDATE': '“{assignee}”应属于可办理此任务的岗位，但不属于。',
  'USER_TASK.ASSIGN_NOT_ALLOWED': '分派任务应由本单位负责人进行，但您不是。',
  'USER_TASK.NOT_CANDIDATE': '此任务应由可办理的岗位办理，但您不在其中。',
  'USER_TASK.NOT_CLAIMED': '任务应已签收，但还没有人签收。',
  'USER_TASK.NOT_FOUND': '应为已有的任务，但没有这个任务。',
  'USER_TASK.NOT_OPEN': '任务应在办理中，但已办结或取消。',
  'USER_TASK.NOT_VISIBLE': '此任务所属项目应在您的可见范围内，但不在。',
  'USER_TASK.UNKNOWN_OUTCOME': '应选择此任务的办理结果，但没有“{outcome}”这种结果。',
};

/** What some params are called in Chinese. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: {
    string: '文字',
    number: '数字',
    integer: '整数',
    int: '整数',
    boolean: '是或否',
    array: '列表',
    object: '对象',
  },
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
  const sentence = isOneOf(investmentProjectRefusalTexts, code)
    ? investmentProjectRefusalTexts[code].zh
    : isOneOf(attachmentRefusalTexts, code)
      ? attachmentRefusalTexts[code].zh
      : Object.hasOwn(SENTENCES, code)
        ? SENTENCES[code]
        : undefined;
  return sentence?.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    return WORDS[name]?.[value] ?? value;
  });
};

const isOneOf = <Texts extends object>(texts: Texts, code: string): code is keyof Texts & string =>
  Object.hasOwn(texts, code);
