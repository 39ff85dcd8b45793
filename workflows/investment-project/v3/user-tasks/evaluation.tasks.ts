import { field, type UserTaskDefinition } from '@landfall/process-definition';
import { checkEvaluation } from '../evaluation-form';
import { happened } from '../form-checks';
import { checkScore, SCORE_ITEMS } from '../scorecard';
import { negative, neutral, note, opinion, overrideReason, positive, reason, text, workingDays } from './rules';

export const CARRIER_MODES = [
  { value: 'newLand', zh: '新供地', en: 'New land' },
  { value: 'existingLand', zh: '存量土地', en: 'Existing land' },
  { value: 'leasedPlant', zh: '租赁厂房', en: 'Leased plant' },
  { value: 'officeSpace', zh: '楼宇', en: 'Office space' },
  { value: 'revivedAssets', zh: '盘活资产', en: 'Revived assets' },
  { value: 'none', zh: '无载体', en: 'None' },
] as const;

const LEVELS = [
  { value: 'ordinary', zh: '一般项目', en: 'Ordinary' },
  { value: 'streetTownKey', zh: '街镇重点', en: 'Key for a street or town' },
  { value: 'districtKey', zh: '区级重点', en: 'Key for the district' },
  { value: 'major', zh: '重大项目', en: 'Major' },
  { value: 'crossRegion', zh: '跨区域', en: 'Across areas' },
] as const;

/** 一票否决 (3.6 stage 2). */
const VETO_ITEMS = [
  { value: 'prohibited', zh: '淘汰类或负面清单禁止', en: 'Prohibited by catalogue or negative list' },
  { value: 'redLine', zh: '占用生态红线或永久基本农田', en: 'On ecological red-line land or permanent farmland' },
  { value: 'twoHigh', zh: '“两高”且无指标', en: 'High energy and emissions without quota' },
  { value: 'safetyDistance', zh: '安全距离不合法', en: 'Unlawful safety distance' },
  { value: 'dishonest', zh: '投资方严重失信', en: 'Seriously dishonest investor' },
  { value: 'foreignNegative', zh: '外资准入负面清单禁止', en: 'On the negative list for foreign capital' },
  { value: 'illegalPolicy', zh: '要求违法违规政策', en: 'Demands unlawful policy' },
] as const;

const OPINION_SOURCE = '业务规则 3.6 评估：各单位5个工作日，3日提醒、5日升级，逾期不视为同意';

const missingMaterial = field.textarea(text('需企业补充的材料', 'Material the enterprise has to deliver'), {
  min: 2,
  max: 1000,
});

const requestMaterial = neutral('请企业补充材料', 'Ask the enterprise for material', { required: ['missingMaterial'] });

const opinionOutcomes = (scores: readonly string[]) => ({
  agree: positive('同意', 'Agree', { fields: ['opinion', ...scores], required: ['opinion'] }),
  agreeWithConditions: neutral('附条件同意', 'Agree with conditions', {
    fields: ['opinion', 'conditions', ...scores],
    required: ['opinion', 'conditions'],
  }),
  disagree: negative('不同意', 'Disagree', { required: ['opinion'] }),
  requestMaterial,
});

const conditions = field.textarea(text('条件', 'Conditions'), { min: 2, max: 1000 });

/** An opinion is given, or material is asked for; a unit moves nothing else, and its reviewer goes on with what he began. */
const ASKED = { retainsFamiliar: true, returnsTo: 'none' } as const;

const mark = (zh: string, en: string) => field.number(text(zh, en), { min: 1, max: 5, integer: true });

export const evaluationTasks = {
  evaluationCollecting: {
    title: text('填报评估资料', 'Collect the evaluation data'),
    owner: text('主责专班招商专员', 'Specialist of the lead task force'),
    guidance: text(
      '汇总项目建议书、用地用能排放需求等数据；金额单位为万元，用地单位为亩。投资强度由系统计算。',
      'Gather the figures of the proposal and its needs; amounts in 万元, land in 亩. The investment intensity is computed.',
    ),
    source: '业务规则 3.3、3.6 评估',
    deadline: workingDays(10, '业务规则 6.a 主流程'),
    retainsFamiliar: true,
    goesOnInOrder: true,
    fields: {
      carrierMode: field.select(text('载体方式', 'Carrier'), CARRIER_MODES),
      buildContent: field.textarea(text('建设内容', 'What is built'), { min: 2, max: 2000 }),
      fixedInvestment: field.money(text('固定资产投资（万元）', 'Fixed investment (万元)')),
      outputPlan: field.money(text('达产年产值（万元）', 'Planned yearly output (万元)')),
      taxPlan: field.money(text('达产年税收（万元）', 'Planned yearly tax (万元)')),
      jobs: field.number(text('带动就业（人）', 'Jobs'), { integer: true, max: 1_000_000 }),
      energyTce: field.number(text('年综合能耗（吨标准煤）', 'Yearly energy (tce)')),
      eiaClass: field.select(text('环评类别', 'Environmental class'), [
        { value: 'report', zh: '报告书', en: 'Report' },
        { value: 'form', zh: '报告表', en: 'Form' },
        { value: 'registration', zh: '登记表', en: 'Registration' },
        { value: 'exempt', zh: '豁免', en: 'Exempt' },
      ]),
      landingUnit: field.orgUnit(text('落地区域', 'Landing unit'), 'landing-unit'),
      totalInvestment: field.money(text('计划总投资（万元）', 'Total investment (万元)')),
      equipmentInvestment: field.money(text('设备投资（万元）', 'Equipment investment (万元)')),
      foreignPlanned: field.money(text('合同外资（万美元）', 'Contracted foreign capital (USD 10,000)')),
      ownFundsPercent: field.number(text('自有资金（%）', 'Own funds (%)'), { max: 100 }),
      loanPercent: field.number(text('贷款（%）', 'Loans (%)'), { max: 100 }),
      fundPercent: field.number(text('基金（%）', 'Funds (%)'), { max: 100 }),
      landNeed: field.number(text('用地需求（亩）', 'Land (亩)'), { max: 100_000 }),
      buildingNeed: field.number(text('厂房楼宇需求（㎡）', 'Buildings (㎡)')),
      far: field.number(text('容积率', 'Floor-area ratio'), { max: 20 }),
      powerKwh: field.number(text('年用电（万千瓦时）', 'Yearly power (10,000 kWh)')),
      waterNeed: field.boolean(text('有较大取水需求', 'Needs much water')),
      safetyFlag: field.boolean(text('涉危化、重大危险源或金属冶炼', 'Hazardous chemicals, major hazards or smelting')),
      twoHigh: field.boolean(text('属“两高”项目', 'High energy and high emissions')),
      note,
      missingMaterial,
      reason,
    },
    outcomes: {
      submit: positive('提交预审', 'Submit to pre-review', {
        fields: [
          ...[
            'carrierMode',
            'landingUnit',
            'buildContent',
            'totalInvestment',
            'fixedInvestment',
            'equipmentInvestment',
          ],
          ...['foreignPlanned', 'ownFundsPercent', 'loanPercent', 'fundPercent', 'outputPlan', 'taxPlan', 'jobs'],
          ...[
            'landNeed',
            'buildingNeed',
            'far',
            'energyTce',
            'powerKwh',
            'waterNeed',
            'eiaClass',
            'safetyFlag',
            'twoHigh',
            'note',
          ],
        ],
        required: [
          'carrierMode',
          'buildContent',
          'fixedInvestment',
          'outputPlan',
          'taxPlan',
          'jobs',
          'energyTce',
          'eiaClass',
        ],
      }),
      requestMaterial,
      backToFollowUp: negative('退回洽谈', 'Back to following', { required: ['reason'] }),
    },
    check: checkEvaluation,
  },
  materialReceipt: {
    title: text('跟进企业补充材料', 'Follow up the awaited material'),
    owner: text('投资方（企业），主责专班招商专员跟进', 'The enterprise, followed up by the lead task force'),
    guidance: text(
      '企业补充材料期间，各单位时限停止计算。材料收到后登记，工作从原处、按剩余时限继续；企业不再补充的，可按现有材料办理或退回洽谈。',
      'No unit’s time runs while the enterprise is waited for. Record the receipt, and everything goes on where it was with the rest of its time; without the material go on as it is or back to following.',
    ),
    source: '业务规则 3.6：补正时间不计入责任单位时限，计入总时长',
    deadline: workingDays(10, '业务规则 3.6 评估：企业补充材料10个工作日'),
    retainsFamiliar: true,
    returnsTo: 'none',
    skipAs: 'goOnWithout',
    fields: {
      receivedMaterial: field.textarea(text('收到的材料', 'Material received'), { min: 2, max: 1000 }),
      materialReceivedOn: field.date(text('收到日期', 'Received on')),
      reason,
    },
    outcomes: {
      received: positive('已收到材料', 'Received', { required: ['receivedMaterial', 'materialReceivedOn'] }),
      goOnWithout: neutral('按现有材料办理', 'Go on without it', { required: ['reason'] }),
      backToFollowUp: negative('退回洽谈', 'Back to following', { required: ['reason'] }),
    },
    check: happened('materialReceivedOn'),
  },
  industryReview: {
    title: text('产业准入预审', 'Review of industry access'),
    owner: text('区发展改革委、主责专班负责人', 'Development and Reform Commission, head of the lead task force'),
    guidance: text(
      '判断产业政策、主导产业契合度；匹配度1–5分。',
      'Judge industrial policy and fit; mark the match from 1 to 5.',
    ),
    source: OPINION_SOURCE,
    deadline: workingDays(5, '业务规则 3.6 评估'),
    ...ASKED,
    fields: { opinion, conditions, missingMaterial, matchScore: mark('产业匹配度（1–5）', 'Industry match (1–5)') },
    outcomes: opinionOutcomes(['matchScore']),
  },
  factorsReview: {
    title: text('要素保障预审', 'Review of land, environment, energy and safety'),
    owner: text('规划资源、生态环境、应急及相关部门', 'Planning, environment, emergency and other units concerned'),
    guidance: text(
      '就本部门职责内的选址用地、环评、节能、安全、用水提出意见；可行性1–5分。',
      'Give your opinion within your own duty; mark feasibility from 1 to 5.',
    ),
    source: OPINION_SOURCE,
    deadline: workingDays(5, '业务规则 3.6 评估'),
    ...ASKED,
    fields: { opinion, conditions, missingMaterial, feasibilityScore: mark('落地可行性（1–5）', 'Feasibility (1–5)') },
    outcomes: opinionOutcomes(['feasibilityScore']),
  },
  commercialReview: {
    title: text('商务条件预审', 'Review of the business terms'),
    owner: text('区财政局、区司法局、区市场监管局', 'Finance, Justice and Market Regulation Bureaus'),
    guidance: text(
      '就资金政策、合法性和公平竞争提出意见。',
      'Give your opinion on funds, legality and fair competition.',
    ),
    source: OPINION_SOURCE,
    deadline: workingDays(5, '业务规则 3.6 评估'),
    ...ASKED,
    fields: { opinion, conditions, missingMaterial },
    outcomes: opinionOutcomes([]),
  },
  vetoCheck: {
    title: text('核对一票否决清单', 'Check the veto list'),
    owner: text('领导小组办公室或街镇经济办', 'Leading Group Office or Street Economy Office'),
    guidance: text(
      '逐项核对一票否决清单；命中任一项即报常务副组长裁定。',
      'Check each item; any hit goes to the executive deputy leader.',
    ),
    source: '业务规则 3.6 评估：一票否决',
    deadline: workingDays(5, '业务规则 3.6 评估'),
    goesOnInOrder: true,
    returnsTo: 'none',
    fields: {
      vetoItems: field.multiselect(text('命中事项', 'Items that apply'), VETO_ITEMS, { min: 1 }),
      reason,
      note,
    },
    outcomes: {
      clear: positive('未命中', 'None applies', { fields: ['note'] }),
      veto: negative('命中，提请否决', 'Veto', { required: ['vetoItems', 'reason'] }),
    },
  },
  overdueOpinions: {
    title: text('处理逾期未反馈', 'Decide about missing opinions'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '有单位逾期未反馈。沉默不视为同意：可继续等待，或标记“逾期未反馈”后推进。',
      'Some units have not answered. Silence is not consent: wait on, or go on with their opinion marked as missing.',
    ),
    source: OPINION_SOURCE,
    deadline: workingDays(2, '业务规则 3.6 评估：汇总2个工作日'),
    returnsTo: 'none',
    fields: { reason, note },
    outcomes: {
      goOn: neutral('标记逾期并推进', 'Go on, marked as missing', { required: ['reason'] }),
      keepWaiting: neutral('继续等待', 'Keep waiting', { fields: ['note'] }),
    },
  },
  vetoRuling: {
    title: text('裁定一票否决', 'Rule on the veto'),
    owner: text('常务副组长', 'Executive deputy leader'),
    guidance: text(
      '可维持否决、说明理由后不采纳，或退回重新填报。',
      'Confirm the veto, overrule it with a reason, or send the project back.',
    ),
    source: '业务规则 6.a 主流程',
    deadline: workingDays(3, '业务规则 6.a 主流程'),
    returnsTo: 'none',
    fields: { overrideReason, reason },
    outcomes: {
      overrule: neutral('不采纳，继续预审', 'Overrule and go on', { required: ['overrideReason'] }),
      confirm: negative('维持否决', 'Confirm the veto', { required: ['reason'] }),
      rework: neutral('退回修改方案', 'Send back to change the plan', { required: ['reason'] }),
    },
  },
  scoring: {
    title: text('综合评分', 'Score the project'),
    owner: text('主责专班负责人', 'Head of the lead task force'),
    guidance: text(
      '七项由负责人评分；投资规模、投资强度、税收、就业按填报数据自动计分，填写则以填写为准。80分以上优先，60–79可推进，60以下建议不推进。',
      'Seven items are yours; scale, intensity, tax and jobs follow from the data unless you fill them in. From 80 priority, 60 to 79 feasible, below 60 not advised.',
    ),
    source: '业务规则 3.1 评分表（团风县权重）、3.6 评估',
    deadline: workingDays(2, '业务规则 3.6 评估：汇总2个工作日'),
    retainsFamiliar: true,
    goesOnInOrder: true,
    fields: {
      ...Object.fromEntries(SCORE_ITEMS.map((item) => [item.field, field.number(item.title, { max: item.weight })])),
      levelOverride: field.select(text('人工调整项目级别', 'Level set by hand'), LEVELS),
      levelReason: field.textarea(text('调整理由', 'Reason for the level'), { min: 2, max: 500 }),
      reason,
    },
    outcomes: {
      confirm: positive('确认评分', 'Confirm the score', {
        fields: [...SCORE_ITEMS.map((item) => item.field), 'levelOverride', 'levelReason'],
        required: SCORE_ITEMS.filter((item) => item.compute === null).map((item) => item.field),
      }),
      return: negative('退回补充', 'Return for more data', { required: ['reason'] }),
    },
    check: checkScore,
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
