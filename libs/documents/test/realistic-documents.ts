import type { DocumentTypeName } from '../src/templates/document-type-names';
import type { DocumentData } from '../src/templates/document-types';
import { briefOf, realProjects } from './real-projects';

const OFFICE = '滨海新区招商引资工作领导小组办公室';
const MEETING = '滨海新区街镇项目研判联席会议';
const STARTS_AT = '2026-12-10T09:30:00+08:00';
const PLACE = '区商务和投促局第一会议室';

const REVIEWERS = [
  '区发展改革委',
  '区工业和信息化局',
  '市规划资源局滨海新区分局',
  '区生态环境局',
  '区住房建设委',
  '区应急局',
  '区水务局',
  '区政务服务办',
];

const STREETS = ['大港街道', '古林街道', '海滨街道', '新城镇', '杨家泊镇', '中塘镇'];

const head = (prefix: string, number: number, issuedOn = '2026-12-03') => ({
  issuer: OFFICE,
  number: { prefix, year: 2026, number },
  issuedOn,
  addressees: ['区加快街镇经济发展领导小组办公室', '各有关部门、街镇'],
  copiesTo: ['区委办公室', '区政府办公室', '区委街镇工委', '区审计局'],
});

/** The projects of streets and towns among those reported: a batch of eight, as the rules allow at most. */
export const batch = realProjects()
  .filter(({ landing_unit_zh }) => STREETS.includes(landing_unit_zh))
  .slice(0, 8);

const areas = [...new Set(realProjects().map(({ landing_unit_zh }) => landing_unit_zh))].filter((unit) => unit !== '');
const figuresOf = (unit: string) => {
  const own = realProjects().filter(({ landing_unit_zh }) => landing_unit_zh === unit);
  const count = (stage: string) => own.filter(({ stage_reported }) => stage_reported === stage).length;
  return { created: own.length, signed: count('signing'), started: count('landing') };
};

/**
 * A meeting on real, publicly reported projects. Names and investors are theirs; opinions, resolutions and dates of the
 * meeting are examples and say so.
 */
export const realisticDocuments: { readonly [Name in DocumentTypeName]: DocumentData<Name> } = {
  meetingNotice: {
    format: 'document',
    head: head('津滨招商办发', 12),
    meetingTitle: MEETING,
    startsAt: STARTS_AT,
    place: PLACE,
    chair: '领导小组办公室主任',
    items: batch.slice(0, 3).map((one) => ({ title: one.project_name_zh, presenter: one.landing_unit_zh })),
    attendees: [...REVIEWERS, '有关街镇主要负责同志'],
    replyBy: '2026-12-08T17:00:00+08:00',
    contact: { name: '张某（示例）', phone: '022-00000000' },
    attachments: ['会议议程', '参会回执'],
    rescheduled: null,
  },
  agenda: {
    meetingTitle: MEETING,
    startsAt: STARTS_AT,
    place: PLACE,
    chair: '领导小组办公室主任',
    items: batch.map((one, at) => ({
      startsAt: new Date(Date.parse(STARTS_AT) + at * 20 * 60_000).toISOString(),
      title: one.project_name_zh,
      presenter: one.landing_unit_zh,
      units: REVIEWERS.slice(at % 3, (at % 3) + 3),
    })),
  },
  papersPack: { meetingTitle: MEETING, startsAt: STARTS_AT, preparedBy: OFFICE, projects: batch.map(briefOf) },
  conferencePapers: {
    meetingTitle: '2026年下半年全区招商引资工作会议',
    startsAt: '2026-12-30T09:30:00+08:00',
    preparedBy: OFFICE,
    period: '2026年下半年',
    from: '2026-07-01',
    to: '2026-12-31',
    readBack: [
      {
        text: '（示例）分解落实年度招商引资任务，明确责任单位和完成时限。',
        unit: '区发展改革委',
        dueOn: '2026-09-30',
        standing: '已落实',
      },
      {
        text: '（示例）梳理闲置厂房，形成可用载体清单。',
        unit: '区住房建设委',
        dueOn: '2026-11-30',
        standing: '落实中',
      },
    ],
    reports: areas.map((unit) => ({
      unit,
      done: '（示例）围绕主导产业开展产业链招商，落实重点项目服务专员。',
      problems: unit.endsWith('镇') ? '（示例）部分项目用地指标紧张。' : null,
      nextSteps: '（示例）推动在谈项目尽早签约、注册、落地。',
    })),
    missing: ['茶淀街道'],
    practices: [
      {
        unit: '天津港保税区',
        title: '（示例）一企一策盘活厂房',
        text: '（示例）由专员一对一跟进，问题当日响应、限时办结。\n（示例）闲置厂房按行业需求改造后整体出租。',
      },
    ],
    figures: [
      ...areas.map((unit) => ({ unit, reported: figuresOf(unit), counted: figuresOf(unit) })),
      { unit: '茶淀街道', reported: null, counted: { created: 0, signed: 0, started: 0 } },
    ],
  },
  signInSheet: {
    meetingTitle: MEETING,
    startsAt: STARTS_AT,
    place: PLACE,
    attendees: [...REVIEWERS, ...STREETS].map((unit) => ({ unit, name: null, post: null, phone: null })),
    spareRows: 4,
  },
  minutes: {
    head: head('津滨招商办纪要', 3, '2026-12-14'),
    mark: `${MEETING}纪要`,
    meetingTitle: MEETING,
    startsAt: STARTS_AT,
    place: PLACE,
    chair: '领导小组办公室主任张某（示例）',
    items: batch.slice(0, 3).map((one, at) => ({
      title: `关于${one.project_name_zh}`,
      presenter: one.landing_unit_zh,
      discussion: `（示例）会议听取了${one.landing_unit_zh}关于项目情况的汇报。与会单位认为，项目属${one.industry_keyword_zh}领域，符合新区产业方向，落地的主要条件是用地性质和规划条件。`,
      resolutions: [
        {
          text: '补充完善选址论证材料，提交规划资源部门核实用地性质和规划条件',
          unit: one.landing_unit_zh,
          dueOn: `2027-01-${String(8 + at).padStart(2, '0')}`,
          criterion: '规划资源部门出具书面核实意见',
        },
        {
          text: '指导投资方开展环境影响评价前期工作',
          unit: '区生态环境局',
          dueOn: '2027-01-22',
          criterion: '环评文件类别已书面告知投资方',
        },
      ],
    })),
    present: REVIEWERS.map((unit) => `${unit}李某`),
    excused: ['区应急局王某'],
    guests: STREETS.slice(0, 3).map((unit) => `${unit}赵某`),
  },
  reviewOpinion: {
    head: { ...head('津滨招商办研', 7, '2026-12-15'), addressees: ['古林街道办事处'] },
    meetingTitle: MEETING,
    heldOn: '2026-12-10',
    projectNo: 'BH113',
    projectName: '古林街马棚口100MW渔光互补光伏发电项目',
    investor: '信义光伏产业（安徽）控股有限公司',
    industry: '新能源',
    landingUnit: '古林街道',
    investment: '100000',
    opinions: [
      {
        unit: '区发展改革委',
        opinion: { match: 5, feasibility: 4, text: '（示例）符合产业方向，并网容量需电网企业确认。' },
      },
      { unit: '区工业和信息化局', opinion: { match: 5, feasibility: 4, text: '（示例）可与本地光伏组件企业配套。' } },
      {
        unit: '市规划资源局滨海新区分局',
        opinion: { match: 4, feasibility: 2, text: '（示例）用地涉及养殖水面，需核实用地性质，并避让生态保护红线。' },
      },
      { unit: '区生态环境局', opinion: { match: 4, feasibility: 4, text: '（示例）建议尽早开展环境影响评价。' } },
      { unit: '区应急局', opinion: null },
    ],
    conclusion: '有条件推进',
    reasons: '（示例）项目符合新区新能源产业布局，主要不确定因素是用地性质和并网接入。',
    conditions: [
      { text: '完成用地性质和生态保护红线核查', unit: '古林街道', dueOn: '2027-01-15' },
      { text: '取得电网企业接入系统意见', unit: '区发展改革委', dueOn: '2027-01-29' },
    ],
  },
  supervisionSlip: {
    head: {
      ...head('津滨招商督', 5, '2027-01-18'),
      number: { prefix: '津滨招商督', year: 2027, number: 5 },
      addressees: ['古林街道办事处'],
    },
    matter: '完成古林街马棚口100MW渔光互补光伏发电项目用地性质和生态保护红线核查，提出选址处置意见。',
    source: '津滨招商办纪要〔2026〕3号议定事项',
    projectName: '古林街马棚口100MW渔光互补光伏发电项目',
    leadUnit: '古林街道',
    assistingUnits: ['市规划资源局滨海新区分局', '区生态环境局'],
    assignedOn: '2026-12-14',
    dueOn: '2027-01-22',
    criterion: '规划资源部门出具书面核实意见',
    reportEvery: '每周五前',
    colour: '黄',
    progress: '（示例）已完成现场踏勘，核实意见尚未出具。',
    contact: { name: '张某（示例）', phone: '022-00000000' },
  },
  bulletin: {
    head: head('津滨招商办发', 13),
    period: '2026年11月',
    asOf: '2026-11-30',
    sections: [
      {
        title: '总体情况',
        text: `（示例）截至11月底，全区在库跟踪招商引资项目${realProjects().length}个，分布在5个开发区和6个街镇。`,
      },
      {
        title: '存在问题',
        text: '（一）选址用地、环评手续办理周期较长。（示例）个别项目用地性质核实超过一个月。\n（二）研判意见反馈不及时。（示例）个别单位逾期未反馈，已按未反馈记录，不视为同意。',
      },
      {
        title: '下一步工作',
        text: '（示例）各单位要围绕早签约、早注册、早落地、早见效，逐项明确责任单位、完成时限和验收标准。',
      },
    ],
    table: {
      title: '各区域在库招商引资项目情况',
      columns: ['在库', '签约', '落地', '见效'],
      rows: [...new Set(realProjects().map(({ landing_unit_zh }) => landing_unit_zh || '未明确'))].map((unit) => {
        const own = realProjects().filter(({ landing_unit_zh }) => (landing_unit_zh || '未明确') === unit);
        const count = (stage: string) => String(own.filter(({ stage_reported }) => stage_reported === stage).length);
        return { unit, figures: [String(own.length), count('signing'), count('landing'), count('results')] };
      }),
    },
  },
};
