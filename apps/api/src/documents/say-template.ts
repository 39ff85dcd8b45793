import type { DocumentTypeName, TemplateHistory, TemplateVersion } from '@landfall/documents';
import { requireDocumentType } from '@landfall/documents';
import type { DocumentTemplate, DocumentTemplateSummary, DocumentTemplateVersion } from './document-template-answers';

const latestOf = ({ versions }: TemplateHistory): number => versions[0]?.version ?? 0;

/** Says which version of a type's template counts and which is the latest. */
export const saySummary = (type: DocumentTypeName, history: TemplateHistory): DocumentTemplateSummary => ({
  type,
  label: requireDocumentType(type).label,
  currentVersion: history.current.version,
  latestVersion: latestOf(history),
});

/** Says a version with its words. */
export const sayVersion = (one: TemplateVersion, { current }: TemplateHistory): DocumentTemplateVersion => ({
  ...one,
  wording: { ...one.wording },
  createdAt: one.createdAt?.toISOString() ?? null,
  isCurrent: one.version === current.version,
});

/** Says a type's template with everything that is needed to change it. */
export const sayTemplate = (type: DocumentTypeName, history: TemplateHistory): DocumentTemplate => {
  const { label, parts, fields } = requireDocumentType(type);
  return {
    type,
    label,
    parts: parts.map(({ mustSay = [], ...part }) => ({ ...part, mustSay: [...mustSay] })),
    placeholders: Object.entries(fields).map(([name, meaning]) => ({ name, label: meaning })),
    wording: { ...history.versions[0]?.wording },
    currentVersion: history.current.version,
    latestVersion: latestOf(history),
    versions: history.versions.map((one) => {
      const { wording: _wording, ...said } = sayVersion(one, history);
      return said;
    }),
  };
};
