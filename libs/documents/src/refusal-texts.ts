import { type FieldProblem, type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal of this library in both languages; `{name}` is filled with the rejection's params. */
export const documentRefusalTexts = {
  'DOCUMENT_TEMPLATE.UNKNOWN_TYPE': {
    zh: '应为已有的文书种类，但没有“{type}”。',
    en: "Expected a known type of document, but there is none called '{type}'.",
  },
  'DOCUMENT_TEMPLATE.UNKNOWN_VERSION': {
    zh: '应为已有的模板版本，但没有第 {version} 版。',
    en: 'Expected a version of the template that exists, but there is no version {version}.',
  },
  'DOCUMENT_TEMPLATE.INVALID': {
    zh: '模板应填写正确，但有 {count} 处有误。',
    en: 'Expected a valid template, but {count} parts are wrong.',
  },
  'DOCUMENT_TEMPLATE.UNKNOWN_PART': {
    zh: '模板应由规定的部分组成，但没有“{part}”这一部分。',
    en: "Expected the parts of this template only, but it has none called '{part}'.",
  },
  'DOCUMENT_TEMPLATE.PART_MISSING': {
    zh: '“{label}”应有内容，但它是空的。',
    en: "Expected part '{part}' to have a text, but it is empty.",
  },
  'DOCUMENT_TEMPLATE.UNKNOWN_PLACEHOLDER': {
    zh: '占位符应为可用的数据，但“{label}”中的“{placeholder}”不是。',
    en: "Expected placeholders that are known, but '{placeholder}' in part '{part}' is not.",
  },
  'DOCUMENT_TEMPLATE.PLACEHOLDER_MISSING': {
    zh: '“{label}”应包含占位符“{placeholder}”，但没有。',
    en: "Expected part '{part}' to say '{placeholder}', but it does not.",
  },
  'DOCUMENT_TEMPLATE.SECTION_UNBALANCED': {
    zh: '“{label}”中的分段标记应成对出现，但“{section}”没有配对。',
    en: "Expected every section of part '{part}' to be opened and closed, but '{section}' is not.",
  },
  'DOCUMENT_TEMPLATE.TAG_UNREADABLE': {
    zh: '“{label}”中的占位符应以“{{”开始、以“}}”结束，但有一处不是。',
    en: "Expected placeholders of part '{part}' to begin with two braces and to end with two, but one does not.",
  },
  'DOCUMENT_TEMPLATE.TAG_NOT_ALLOWED': {
    zh: '“{label}”只能使用占位符和分段标记，但其中有“{tag}”。',
    en: "Expected placeholders and sections only in part '{part}', but there is '{tag}'.",
  },
  'DOCUMENT_TEMPLATE.CHANGED_MEANWHILE': {
    zh: '模板应仍为第 {basedOn} 版，但已更新为第 {current} 版，请重新打开后再改。',
    en: 'Expected the template to be still version {basedOn}, but it is version {current} now; please open it again.',
  },
  'DOCUMENT_TEMPLATE.NOTHING_CHANGES': {
    zh: '应对模板有所更改，但内容与最新一版相同。',
    en: 'Expected a change of the template, but it says what the latest version says already.',
  },
  'DOCUMENT_TEMPLATE.EFFECTIVE_IN_THE_PAST': {
    zh: '启用日期应不早于今天（{today}），但现在是 {effectiveFrom}。',
    en: 'Expected the template to take effect today ({today}) or later, but it is to on {effectiveFrom}.',
  },
  'DOCUMENT_PREVIEW.NO_CONVERTER': {
    zh: '服务器应装有 LibreOffice 才能预览 PDF 或图片，但没有找到；请改用网页预览或下载 Word 文件。',
    en: 'Expected LibreOffice on the server for a preview as PDF or picture, but found none; use the preview in the page or the Word file.',
  },
  'DOCUMENT_PREVIEW.CONVERSION_FAILED': {
    zh: 'LibreOffice 应把文书转换为 PDF，但没有成功，请稍后再试。',
    en: 'Expected LibreOffice to convert the document, but it did not; please try again.',
  },
} as const satisfies Record<string, LocalizedText>;

export type DocumentRefusalCode = keyof typeof documentRefusalTexts;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of this library's sentences. */
export const refuse = (
  code: DocumentRefusalCode,
  status: number,
  params: RejectionParams = {},
  problems: readonly FieldProblem[] = [],
): Rejection => new Rejection({ code, status, message: fill(documentRefusalTexts[code].en, params), params, problems });

/** Names one wrong part of a template. */
export const problem = (path: string, code: DocumentRefusalCode, params: RejectionParams = {}): FieldProblem => ({
  path,
  code,
  detail: fill(documentRefusalTexts[code].en, params),
  params,
});
