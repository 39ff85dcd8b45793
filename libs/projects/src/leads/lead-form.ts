import { type FieldOption, type FormSchema, field } from '@landfall/process-definition';
import type { CarrierMode, SourceType } from './lead';
import type { RoutingView } from './lead-routing';

const text = (zh: string, en: string) => ({ zh, en });

const SOURCES: Readonly<Record<SourceType, FieldOption>> = {
  taskForce: { value: 'taskForce', zh: '专班自拓', en: 'Task force itself' },
  liaison: { value: 'liaison', zh: '联络员推荐', en: 'Liaison' },
  advisor: { value: 'advisor', zh: '招商顾问', en: 'Advisor' },
  superior: { value: 'superior', zh: '上级交办', en: 'Higher authority' },
  association: { value: 'association', zh: '协会商会', en: 'Association or chamber' },
  investorReferral: { value: 'investorReferral', zh: '以商招商', en: 'Referred by an investor' },
  event: { value: 'event', zh: '招商活动', en: 'Promotion event' },
  overseasOffice: { value: 'overseasOffice', zh: '驻外机构', en: 'Office elsewhere' },
  internet: { value: 'internet', zh: '网络', en: 'Internet' },
  list: { value: 'list', zh: '台账导入', en: 'Imported list' },
  other: { value: 'other', zh: '其他', en: 'Other' },
};

const CARRIERS: Readonly<Record<CarrierMode, FieldOption>> = {
  newLand: { value: 'newLand', zh: '新供地', en: 'New land' },
  existingLand: { value: 'existingLand', zh: '存量土地', en: 'Existing land' },
  leasedPlant: { value: 'leasedPlant', zh: '租赁厂房', en: 'Leased plant' },
  officeSpace: { value: 'officeSpace', zh: '楼宇', en: 'Office space' },
  revivedAssets: { value: 'revivedAssets', zh: '盘活资产', en: 'Revived assets' },
  none: { value: 'none', zh: '无载体', en: 'No premises' },
};

const REQUIRED = [
  'projectName',
  'investorName',
  'industryFocus',
  'totalInvestment',
  'sourceType',
  'contact',
  'brief',
] as const;

/**
 * The form by which a lead is entered: seven required fields, everything else may follow later.
 *
 * The keywords are the notice's own; a lead that fits none of them takes 'other' and the office dispatches it.
 */
export const leadForm = (view: RoutingView): FormSchema => ({
  type: 'object',
  additionalProperties: false,
  required: REQUIRED,
  properties: {
    projectName: field.text(text('项目名称', 'Project name'), { min: 4, max: 80 }),
    investorName: field.text(text('投资方', 'Investor'), {
      description: { zh: '尚不能公开时填写“暂不公开”', en: "Enter '暂不公开' while the investor may not be named" },
    }),
    industryFocus: field.select(text('产业关键词', 'Industry keyword'), keywordOptions(view)),
    totalInvestment: field.money(text('计划总投资（万元）', 'Total investment (万元)')),
    sourceType: field.select(
      text('线索来源', 'Source'),
      Object.values(SOURCES).filter(({ value }) => value !== 'list'),
    ),
    contact: field.text(text('联系方式', 'Contact'), {
      description: { zh: '投资方联系人及电话', en: "The investor's contact and telephone" },
    }),
    brief: field.textarea(text('项目概况', 'Brief'), { max: 2000 }),
    landingUnit: field.orgUnit(text('拟落地区域', 'Landing unit'), 'landing-unit'),
    investorHidden: field.boolean(text('投资方暂不公开', 'Keep the investor confidential')),
    investorUscc: field.uscc(text('投资方统一社会信用代码', "Investor's credit code")),
    investorOrigin: field.text(text('投资方来源地', "Investor's origin"), { max: 80 }),
    capitalType: field.select(text('资金类型', 'Capital'), [
      { value: 'domestic', zh: '内资', en: 'Domestic' },
      { value: 'foreign', zh: '外资', en: 'Foreign' },
      { value: 'hkMacaoTaiwan', zh: '港澳台资', en: 'Hong Kong, Macao, Taiwan' },
      { value: 'unknown', zh: '未知', en: 'Unknown' },
    ]),
    ownership: field.select(text('投资方性质', 'Ownership'), [
      { value: 'CENTRAL_SOE', zh: '央企', en: 'Central state-owned' },
      { value: 'SOE', zh: '国企', en: 'State-owned' },
      { value: 'PRIVATE', zh: '民企', en: 'Private' },
      { value: 'FOREIGN', zh: '外企', en: 'Foreign' },
    ]),
    fixedInvestment: field.money(text('其中固定资产投资（万元）', 'Fixed investment (万元)')),
    landNeed: field.number(text('用地（亩）', 'Land (mu)')),
    carrierMode: field.select(text('载体方式', 'Premises'), Object.values(CARRIERS)),
    crossRegion: field.boolean(text('跨区域项目', 'Crosses regions')),
    introducer: field.text(text('引荐人', 'Introduced by'), { max: 80 }),
  },
});

const keywordOptions = (view: RoutingView): FieldOption[] => {
  const keywords = new Map(view.industryRules.map(({ keyword }) => [keyword.zh, keyword.en]));
  return [
    ...[...keywords].map(([zh, en]) => ({ value: zh, zh, en })),
    { value: 'other', zh: '其他（由办公室分派）', en: 'Other (the office dispatches)' },
  ];
};
