import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useMemo } from 'react';
import type { OrganizationUnit } from '../api/contract';
import { unitsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';

interface UnitSelectBase {
  id?: string;
  disabled?: boolean;
  clearable?: boolean;
  /** Which units are meant: `landing-unit`, `task-force`, or all. */
  scope?: string;
  placeholder?: string;
  onBlur?: () => void;
  'data-testid'?: string;
  'aria-label'?: string;
  'aria-required'?: boolean;
}

interface OneUnit extends UnitSelectBase {
  multiple?: false;
  value?: string;
  onChange?: (code: string | undefined) => void;
}

interface ManyUnits extends UnitSelectBase {
  multiple: true;
  value?: string[];
  onChange?: (codes: string[]) => void;
}

const LANDING = ['ZONE', 'STREET_TOWN'];
const ORDER = ['OFFICE', 'ZONE', 'STREET_TOWN', 'DEPARTMENT', 'LIAISON', 'MEMBER_ONLY', 'LEADING_GROUP', 'OTHER_BODY'];

const inScope = (unit: OrganizationUnit, scope: string | undefined): boolean => {
  if (scope === 'landing-unit') return LANDING.includes(unit.kind);
  if (scope === 'task-force') return unit.taskForce !== null;
  return unit.kind !== 'ADMINISTRATION';
};

const rank = (kind: string): number => {
  const place = ORDER.indexOf(kind);
  return place < 0 ? ORDER.length : place;
};

interface UnitOption {
  value?: string;
  label?: string;
  /** What the typed letters are compared with: both names, the short name, the code. */
  words?: string;
  title?: string;
  options?: UnitOption[];
}

/** Chooses units of the organisation by name or code, grouped by kind. */
export const UnitSelect = (props: OneUnit | ManyUnits) => {
  const { t, say } = useLanguage();
  const { data, isPending } = useQuery(unitsQuery);
  const { scope } = props;
  const testId = props['data-testid'];

  const groups = useMemo((): UnitOption[] => {
    const byKind = new Map<string, UnitOption[]>();
    for (const unit of data ?? []) {
      if (!inScope(unit, scope)) continue;
      const { kind } = unit;
      const words =
        `${unit.name.zh} ${unit.name.en} ${unit.shortName} ${unit.aliases.join(' ')} ${unit.code}`.toLowerCase();
      const label = (scope === 'task-force' && say(unit.taskForce)) || say(unit.name);
      byKind.set(kind, [...(byKind.get(kind) ?? []), { value: unit.code, label, words }]);
    }
    return [...byKind]
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([kind, options]) => ({ label: wordFor(t.unitKinds, kind), title: kind, options }));
  }, [data, scope, say, t]);

  const offered = {
    id: props.id,
    disabled: props.disabled,
    onBlur: props.onBlur,
    'data-testid': testId,
    'aria-label': props['aria-label'],
    'aria-required': props['aria-required'],
    options: groups,
    loading: isPending,
    allowClear: props.clearable ?? false,
    placeholder: props.placeholder ?? t.form.chooseUnit,
    virtual: false,
    popupMatchSelectWidth: false,
    showSearch: {
      filterOption: (typed: string, option?: UnitOption) => (option?.words ?? '').includes(typed.trim().toLowerCase()),
    },
    optionRender: (option: { value?: string | number; label?: ReactNode }) => (
      <span data-testid={testId ? `${testId}-option-${option.value}` : undefined}>{option.label}</span>
    ),
  };
  return props.multiple ? (
    <Select<string[], UnitOption>
      mode="multiple"
      {...offered}
      value={props.value}
      onChange={(codes) => props.onChange?.(codes)}
    />
  ) : (
    <Select<string | undefined, UnitOption>
      {...offered}
      value={props.value || undefined}
      onChange={(code) => props.onChange?.(code ?? undefined)}
    />
  );
};
