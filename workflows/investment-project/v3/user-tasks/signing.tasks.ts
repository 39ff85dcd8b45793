import { field, type UserTaskDefinition } from '@landfall/process-definition';
import { checkAgreement } from '../agreement-form';
import { happened } from '../form-checks';
import { negative, neutral, note, opinion, plainDays, positive, reason, text, workingDays } from './rules';

const SOURCE = '业务规则 3.6 签约：会签';

type Words = { readonly title: readonly [string, string]; readonly owner: readonly [string, string] };

/** Nobody clears his own draft. A draft goes back by failing, so that everybody clears the new one. */
const CLEARED = { separateFrom: ['agreementDrafting'], retainsFamiliar: true, returnsTo: 'none' } as const;

const clearance = ({ title, owner }: Words, limit: number) => ({
  title: text(...title),
  owner: text(...owner),
  source: SOURCE,
  deadline: workingDays(limit, SOURCE),
  ...CLEARED,
  fields: { opinion, reason },
  outcomes: {
    pass: positive('通过', 'Pass', { required: ['opinion'] }),
    fail: negative('不通过', 'Fail', { required: ['reason'] }),
  },
});

export const signingTasks = {
  agreementDrafting: {
    title: text('起草投资协议', 'Draft the agreement'),
    owner: text('落地区域', 'Landing unit'),
    guidance: text(
      '使用示范文本起草，完成公平竞争初审后提交会签。评审通过后60个工作日未签约亮黄灯、90个工作日亮红灯。',
      'Draft from the model text, make your own fair-competition check, then submit. 60 working days after the review turn yellow, 90 red.',
    ),
    source: '业务规则 3.6 签约、3.10 公平竞争',
    deadline: workingDays(60, '业务规则 3.6 签约：60个工作日黄灯'),
    retainsFamiliar: true,
    goesOnInOrder: true,
    returnsTo: 'none',
    fields: {
      agreementKind: field.select(text('协议类型', 'Kind'), [
        { value: 'framework', zh: '意向或框架协议', en: 'Framework' },
        { value: 'formal', zh: '正式投资协议', en: 'Formal' },
      ]),
      agreementAmount: field.money(text('协议金额（万元）', 'Amount (万元)')),
      policyClauses: field.textarea(text('政策条款（无则填“无”）', 'Policy clauses (“none” where there are none)'), {
        max: 4000,
      }),
      clauseExplanation: field.textarea(text('条款说明', 'Explanation of a clause'), { min: 20, max: 1000 }),
      landClauses: field.boolean(text('含用地条款', 'Has land clauses')),
      specialTerms: field.boolean(text('含特殊条款', 'Has special terms')),
      selfReviewed: field.boolean(text('已完成公平竞争初审', 'Own fair-competition check made')),
      agreedStartOn: field.date(text('约定开工', 'Agreed start')),
      agreedProductionOn: field.date(text('约定投产', 'Agreed production')),
      agreedEndOn: field.date(text('协议期满', 'End of the agreement')),
      breachClauses: field.textarea(text('违约条款', 'Breach clauses'), { max: 2000 }),
    },
    outcomes: {
      submit: positive('提交会签', 'Submit for clearance', {
        fields: [
          ...['agreementKind', 'agreementAmount', 'policyClauses', 'clauseExplanation', 'landClauses', 'specialTerms'],
          ...['selfReviewed', 'agreedStartOn', 'agreedProductionOn', 'agreedEndOn', 'breachClauses'],
        ],
        required: ['agreementKind', 'agreementAmount', 'policyClauses', 'landClauses', 'specialTerms', 'selfReviewed'],
      }),
    },
    check: checkAgreement,
  },
  legalClearance: clearance({ title: ['合法性审查', 'Review of legality'], owner: ['区司法局', 'Justice Bureau'] }, 5),
  fairCompetitionReview: {
    title: text('公平竞争审查', 'Fair-competition review'),
    owner: text('区市场监管局', 'Market Regulation Bureau'),
    guidance: text(
      '必经审查，任何人不得越过。通过或适用例外须填审查书编号。',
      'Nobody can pass over this review. Passing or applying an exception needs the number of the review.',
    ),
    source: '《公平竞争审查条例》第十四条；业务规则 3.10',
    deadline: workingDays(5, SOURCE),
    ...CLEARED,
    fields: {
      fairReviewNo: field.text(text('审查书编号', 'Number of the review'), { max: 60 }),
      fairReviewResult: field.select(text('结论', 'Conclusion'), [
        { value: 'pass', zh: '通过', en: 'Pass' },
        { value: 'exception', zh: '适用例外', en: 'Exception applies' },
      ]),
      opinion,
      reason,
    },
    outcomes: {
      pass: positive('通过', 'Pass', {
        fields: ['fairReviewNo', 'fairReviewResult', 'opinion'],
        required: ['fairReviewNo', 'fairReviewResult'],
      }),
      fail: negative('不通过', 'Fail', { required: ['reason'] }),
    },
  },
  financeClearance: clearance(
    { title: ['资金政策审查', 'Review of funds and policy'], owner: ['区财政局', 'Finance Bureau'] },
    5,
  ),
  industryClearance: clearance(
    {
      title: ['产业主管会签', 'Countersign by the industry'],
      owner: ['主责专班负责人', 'Head of the lead task force'],
    },
    3,
  ),
  landClearance: clearance(
    {
      title: ['用地条款会签', 'Countersign of the land clauses'],
      owner: ['规划资源分局', 'Planning and Natural Resources'],
    },
    3,
  ),
  agreementApproval: {
    title: text('审批协议', 'Approve the agreement'),
    owner: text('按金额：落地区域、分管领导、领导小组', 'By amount: landing unit, deputy leader, leading group'),
    guidance: text(
      '不足1亿元由落地区域审批，1–10亿元由分管副组长，10亿元以上或含特殊条款由常务副组长。',
      'Below 1亿 the landing unit, from 1亿 a deputy leader, from 10亿 or with special terms the executive deputy leader.',
    ),
    source: '业务规则 3.6 签约：分级审批',
    deadline: workingDays(5, '业务规则 6.a 主流程'),
    separateFrom: ['agreementDrafting'],
    fields: { note, reason },
    outcomes: {
      approve: positive('批准', 'Approve', { fields: ['note'] }),
      return: neutral('退回修改', 'Return', { required: ['reason'] }),
      refuse: negative('不批准', 'Refuse', { required: ['reason'] }),
    },
  },
  signingRecord: {
    title: text('登记签约', 'Record the signing'),
    owner: text('落地区域', 'Landing unit'),
    guidance: text(
      '框架协议不计入签约指标；正式协议登记后进入注册。',
      'A framework does not count as signed; a formal agreement leads on to registration.',
    ),
    source: '通知二（三）早签约；业务规则 3.6 签约',
    deadline: workingDays(10, '业务规则 3.6 签约'),
    isFinal: true,
    fields: {
      signedOn: field.date(text('签约日期', 'Signed on')),
      agreementNo: field.text(text('协议编号', 'Number of the agreement'), { max: 60 }),
      reason,
    },
    outcomes: {
      recordFormal: positive('登记正式签约', 'Signed formally', { required: ['signedOn', 'agreementNo'] }),
      recordFramework: neutral('登记框架签约', 'Framework signed', { required: ['signedOn', 'agreementNo'] }),
      redraft: negative('重新起草', 'Draft again', { required: ['reason'] }),
    },
    check: happened('signedOn'),
  },
  frameworkFollowUp: {
    title: text('推动转为正式协议', 'Turn the framework into an agreement'),
    owner: text('落地区域', 'Landing unit'),
    source: '业务规则 3.6 签约：框架转正式≤6个月',
    deadline: plainDays(180, '业务规则 3.6 签约'),
    retainsFamiliar: true,
    returnsTo: 'none',
    fields: { note },
    outcomes: { draftFormal: positive('起草正式协议', 'Draft the formal agreement', { fields: ['note'] }) },
  },
  frameworkExpiry: {
    title: text('处理框架协议到期', 'Decide about an expired framework'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    source: '业务规则 3.6 签约：框架转正式≤6个月',
    deadline: workingDays(5, '业务规则 6.a 主流程'),
    returnsTo: 'none',
    fields: { reason },
    outcomes: {
      extend: neutral('延长6个月', 'Extend by 6 months', { required: ['reason'] }),
      draftFormal: positive('起草正式协议', 'Draft the formal agreement'),
      endProject: negative('提请终止', 'Propose to terminate', { required: ['reason'] }),
    },
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
