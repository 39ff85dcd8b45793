import type { SupervisionSlipData } from '@landfall/documents';
import type { OrganizationView } from '@landfall/organization';
import { ITEM_SOURCES, type ItemSlip, type ItemSource } from '@landfall/supervision';

const OFFICE = '滨海新区招商引资工作领导小组办公室';

const NUMBER = /^(?<prefix>.*)〔(?<year>\d{4})〕(?<number>\d+)号$/;

const COLOURS: Readonly<Record<string, SupervisionSlipData['colour']>> = {
  blue: '蓝',
  yellow: '黄',
  red: '红',
};

/** Fills the 督办单 of an issued item: the office asks the lead unit, assisting units get a copy. */
export const supervisionSlipOf = (
  { item, issuedOn, minutesNumber, lastReport }: ItemSlip,
  view: OrganizationView,
): SupervisionSlipData => {
  const nameOf = (unit: string): string => view.unitName(unit).zh;
  const number = NUMBER.exec(item.number)?.groups;
  const assistingUnits = item.assistUnits.map(nameOf);
  return {
    head: {
      issuer: OFFICE,
      number:
        number === undefined
          ? null
          : { prefix: number.prefix ?? '', year: Number(number.year), number: Number(number.number) },
      issuedOn,
      addressees: [nameOf(item.leadUnit)],
      copiesTo: assistingUnits,
    },
    matter: item.title,
    source: sourceOf(item, minutesNumber),
    projectName: item.projectName,
    leadUnit: nameOf(item.leadUnit),
    assistingUnits,
    assignedOn: issuedOn,
    dueOn: item.dueOn,
    criterion: item.requirement,
    reportEvery: null,
    colour: COLOURS[item.colour] ?? null,
    progress: lastReport === null ? null : `${lastReport.progress}%${lastReport.note ? `：${lastReport.note}` : ''}`,
    contact: null,
  };
};

const sourceOf = ({ source, onBehalfOf }: ItemSlip['item'], minutesNumber: string | null): string => {
  const label = ITEM_SOURCES[source as ItemSource].zh;
  if (minutesNumber !== null) return `${minutesNumber}${label}`;
  return onBehalfOf === null ? label : `${onBehalfOf.post}${onBehalfOf.name}${label}`;
};
