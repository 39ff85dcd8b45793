import { type FieldSchema, field, type UserTaskDefinition } from '@landfall/process-definition';
import { happened } from '../form-checks';
import { CARRIER_MODES } from './evaluation.tasks';
import { amount, negative, neutral, note, plainDays, positive, reason, text, workingDays } from './rules';

const TRACK_SOURCE = '业务规则 3.6 落地：并联推进';

interface TrackWords {
  readonly title: readonly [string, string];
  readonly owner: readonly [string, string];
  readonly limit: number;
  /** What the track asks for when it is done, besides the date and a note. */
  readonly fields?: Readonly<Record<string, FieldSchema>>;
  /** What passing over the track stands for; a track that an authority has to permit is never passed over. */
  readonly skipAs?: 'notApplicable';
}

/** A track of the landing: the unit in charge says done, not needed after all, or blocked. */
const track = ({ title, owner, limit, fields = {}, skipAs }: TrackWords) => ({
  title: text(...title),
  owner: text(...owner),
  guidance: text(
    '办结后填报；不涉及请说明；遇到堵点请报受阻并写明原因，办公室会收到。',
    'Report when done; say why if it is not needed; report a block with its cause and the office is told.',
  ),
  source: TRACK_SOURCE,
  deadline: workingDays(limit, TRACK_SOURCE),
  retainsFamiliar: true,
  returnsTo: 'none' as const,
  ...(skipAs && { skipAs }),
  fields: {
    ...fields,
    grantedOn: field.date(text('办结日期', 'Done on')),
    note,
    reason,
  },
  outcomes: {
    done: positive('已办结', 'Done', {
      fields: [...Object.keys(fields), 'grantedOn', 'note'],
      required: ['grantedOn'],
    }),
    notApplicable: neutral('不涉及', 'Not needed', { required: ['reason'] }),
    blocked: negative('受阻', 'Blocked', { required: ['reason'] }),
  },
  check: happened('grantedOn'),
});

const permitNo = (zh: string, en: string) => ({ permitNo: field.text(text(zh, en), { max: 60 }) });

export const registrationTasks = {
  enterpriseRegistration: {
    title: text('办理企业注册', 'Register the enterprise'),
    owner: text('落地区域会同区市场监管局专班', 'Landing unit with the Market Regulation task force'),
    guidance: text(
      '区市场监管局专班协助名称核准和一窗办理；取得执照后由任一方登记。',
      'The Market Regulation task force helps with names and the one-stop window; either side records the licence.',
    ),
    source: '通知三（四）18 市场监管局专班；业务规则 3.6 注册',
    deadline: plainDays(30, '业务规则 3.6 注册：约定日期后30天'),
    // Either side records the licence, and that is one decision of both.
    work: { kind: 'any' },
    retainsFamiliar: true,
    returnsTo: 'none',
    isFinal: true,
    fields: {
      enterpriseName: field.text(text('企业名称', 'Enterprise')),
      enterpriseUscc: field.uscc(text('统一社会信用代码', 'Unified social credit code')),
      registeredOn: field.date(text('注册日期', 'Registered on')),
      registeredCapital: field.money(text('注册资本（万元）', 'Registered capital (万元)')),
      legalRepresentative: field.text(text('法定代表人', 'Legal representative'), { max: 60 }),
      businessScope: field.textarea(text('经营范围', 'Business scope'), { max: 2000 }),
      reason,
    },
    outcomes: {
      licensed: positive('已取得执照', 'Licensed', {
        fields: [
          'enterpriseName',
          'enterpriseUscc',
          'registeredOn',
          'registeredCapital',
          'legalRepresentative',
          'businessScope',
        ],
        required: ['enterpriseName', 'enterpriseUscc', 'registeredOn', 'registeredCapital'],
      }),
      abandon: negative('企业放弃注册', 'Abandoned', { required: ['reason'] }),
    },
    check: happened('registeredOn'),
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;

export const landingTasks = {
  landingPlan: {
    title: text('制定落地计划', 'Plan the landing'),
    owner: text('落地区域', 'Landing unit'),
    guidance: text('确定载体方式后，系统按方式列出需要办理的事项。', 'The carrier decides which tracks are needed.'),
    source: '业务规则 3.6 落地',
    deadline: workingDays(10, '业务规则 6.a 主流程'),
    goesOnInOrder: true,
    returnsTo: 'none',
    fields: {
      carrierMode: field.select(text('载体方式', 'Carrier'), CARRIER_MODES),
      plannedStartOn: field.date(text('计划开工', 'Planned start')),
      plannedOperationOn: field.date(text('计划投产', 'Planned operation')),
      note,
    },
    outcomes: {
      set: positive('确定计划', 'Set the plan', {
        fields: ['carrierMode', 'plannedStartOn', 'plannedOperationOn', 'note'],
        required: ['carrierMode', 'plannedStartOn'],
      }),
    },
  },
  filingTrack: track({
    title: ['立项备案', 'Filing of the project'],
    owner: ['区发展改革委', 'Development and Reform Commission'],
    limit: 3,
    fields: {
      investmentProjectCode: {
        ...field.text(text('项目代码', 'Project code'), { max: 29 }),
        format: 'investment-project-code',
      },
    },
  }),
  landTrack: track({
    title: ['用地手续', 'Land'],
    owner: ['规划资源分局', 'Planning and Natural Resources'],
    limit: 60,
    fields: { landContractNo: field.text(text('土地合同编号', 'Number of the land contract'), { max: 60 }) },
  }),
  planningTrack: track({
    title: ['规划许可', 'Planning permit'],
    owner: ['规划资源分局', 'Planning and Natural Resources'],
    limit: 15,
    fields: permitNo('规划许可证号', 'Permit number'),
  }),
  environmentTrack: track({
    title: ['环评', 'Environmental assessment'],
    owner: ['区生态环境局', 'Ecology and Environment Bureau'],
    limit: 60,
    fields: permitNo('环评批复文号', 'Approval number'),
  }),
  energyTrack: track({
    title: ['节能审查', 'Energy review'],
    owner: ['区发展改革委', 'Development and Reform Commission'],
    limit: 15,
    fields: permitNo('节能审查文号', 'Review number'),
  }),
  safetyTrack: track({
    title: ['安全审查', 'Safety review'],
    owner: ['区应急局', 'Emergency Management Bureau'],
    limit: 15,
    fields: permitNo('安全审查文号', 'Review number'),
  }),
  constructionTrack: track({
    title: ['施工许可', 'Construction permit'],
    owner: ['区住房建设委', 'Housing and Construction Commission'],
    limit: 7,
    fields: permitNo('施工许可证号', 'Permit number'),
  }),
  fundsTrack: track({
    title: ['资金到位', 'Funds in place'],
    owner: ['主责专班招商专员', 'Specialist of the lead task force'],
    limit: 30,
    skipAs: 'notApplicable',
    fields: { fundsInPlace: amount(text('累计到位资金（万元）', 'Funds in place (万元)')) },
  }),
  startConfirmation: {
    title: text('确认开工', 'Confirm the start'),
    owner: text('落地区域', 'Landing unit'),
    guidance: text(
      '新建项目以施工许可证为准；租赁项目以装修合同、进场照片和首笔付款为准。',
      'New building: the construction permit. Lease: fit-out contract, photo of entry and first payment.',
    ),
    source: '通知二（三）早落地；业务规则 3.6 落地：开工认定',
    deadline: plainDays(180, '业务规则 3.6 落地：约定开工后6个月'),
    returnsTo: 'previous',
    isFinal: true,
    fields: {
      startedOn: field.date(text('开工日期', 'Started on')),
      startEvidence: field.select(text('认定依据', 'Evidence'), [
        { value: 'constructionPermit', zh: '施工许可证', en: 'Construction permit' },
        { value: 'fitOut', zh: '装修合同、进场照片、首笔付款', en: 'Fit-out contract, photo, first payment' },
        { value: 'equipment', zh: '设备进场', en: 'Equipment on site' },
      ]),
      note,
    },
    outcomes: {
      confirm: positive('确认开工', 'Confirm', {
        fields: ['startedOn', 'startEvidence', 'note'],
        required: ['startedOn', 'startEvidence'],
      }),
    },
    check: happened('startedOn'),
  },
  constructionProgress: {
    title: text('填报建设进度', 'Report the progress'),
    owner: text('落地区域', 'Landing unit'),
    guidance: text(
      '每月5日前填报上月进度；竣工后填报完工。',
      'Report the month by the 5th of the next; report completion when it is built.',
    ),
    source: '业务规则 3.6 落地：月度填报',
    deadline: plainDays(30, '业务规则 3.6 落地：每月'),
    retainsFamiliar: true,
    returnsTo: 'none',
    fields: {
      progressPercent: field.number(text('形象进度（%）', 'Progress (%)'), { max: 100 }),
      faiCompleted: amount(text('累计完成固投（万元）', 'Fixed investment done (万元)')),
      fundsInPlace: amount(text('累计到位资金（万元）', 'Funds in place (万元)')),
      completedOn: field.date(text('竣工日期', 'Completed on')),
      note,
    },
    outcomes: {
      report: neutral('填报进度', 'Report progress', {
        fields: ['progressPercent', 'faiCompleted', 'fundsInPlace', 'note'],
        required: ['progressPercent', 'faiCompleted'],
      }),
      completed: positive('竣工', 'Completed', {
        fields: ['completedOn', 'faiCompleted', 'note'],
        required: ['completedOn'],
      }),
    },
    check: happened('completedOn'),
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
