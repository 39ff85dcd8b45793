import type { OrganizationView } from '@landfall/organization';
import type { LocalizedText } from '@landfall/process-definition';

/** A unit's code as it stands in a sentence: 区应急局 is L07. Other letters and digits beside it make it something else. */
const UNIT_CODE = /(?<![A-Za-z0-9.-])[A-Z]\d{2}(?![A-Za-z0-9.-])/g;

/** Says units by their names where a process, which knows no names, has said their codes. */
export const nameUnits = (
  { zh, en }: LocalizedText,
  view: Pick<OrganizationView, 'unit' | 'unitName'>,
): LocalizedText => ({
  zh: zh.replace(UNIT_CODE, (code) => {
    const unit = view.unit(code);
    return unit === undefined ? code : unit.shortName || unit.name.zh;
  }),
  en: en.replace(UNIT_CODE, (code) => (view.unit(code) === undefined ? code : view.unitName(code).en)),
});
