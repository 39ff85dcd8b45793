import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { foundProjectsQuery, projectQuery } from '../api/queries';
import { useFormSubject } from '../form/form-subject';
import { useLanguage } from '../language/language';

interface ProjectSelectProps {
  id?: string;
  value?: string;
  onChange?: (projectId: string | undefined) => void;
  onBlur?: () => void;
  disabled?: boolean;
  'data-testid'?: string;
  'aria-required'?: boolean;
}

/** Chooses a project by its name or number; before anything is typed it offers those that are like the one at hand. */
export const ProjectSelect = ({ value, onChange, 'data-testid': testId, ...rest }: ProjectSelectProps) => {
  const { t, say } = useLanguage();
  const subject = useFormSubject();
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  useEffect(() => {
    const waiting = setTimeout(() => setWords(typed.trim()), 300);
    return () => clearTimeout(waiting);
  }, [typed]);

  const { data: near } = useQuery({ ...projectQuery(subject ?? ''), enabled: subject !== null });
  const { data: found, isFetching } = useQuery({ ...foundProjectsQuery(words), enabled: words !== '' });
  const similar = (near?.similar ?? []).flatMap(({ projectId, maskedOwner }) =>
    projectId ? [{ value: projectId, label: say(maskedOwner) }] : [],
  );
  const matching = (found?.items ?? [])
    .filter((project) => project.projectId !== subject)
    .map((project) => ({
      value: project.projectId,
      label: `${project.projectName}（${project.projectNo ?? project.leadNo}）`,
    }));

  return (
    <Select
      {...rest}
      value={value || undefined}
      onChange={(projectId: string | undefined) => onChange?.(projectId)}
      options={words === '' ? similar : matching}
      loading={isFetching}
      allowClear
      placeholder={t.form.chooseProject}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      optionRender={(option) => <span data-testid={`${testId}-option-${option.value}`}>{option.label}</span>}
      data-testid={testId}
    />
  );
};
