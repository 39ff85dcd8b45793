import { type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal of this library in both languages; `{name}` is filled with the rejection's params. */
export const attachmentRefusalTexts = {
  'ATTACHMENT.NOT_FOUND': {
    zh: '找不到该附件：不存在，或您无权查看。',
    en: 'Expected an attachment, but there is none with this id that you may see.',
  },
  'ATTACHMENT.FILE_MISSING': {
    zh: '应上传名为 file 的文件，但没有收到。',
    en: "Expected a file in the field 'file', but there is none.",
  },
  'ATTACHMENT.EMPTY': { zh: '附件应有内容，但它是空的。', en: 'Expected a file with content, but it is empty.' },
  'ATTACHMENT.TOO_LARGE': {
    zh: '附件应不超过 {limit}，但此文件更大。',
    en: 'Expected a file of at most {limit}, but it is larger.',
  },
  'ATTACHMENT.TYPE_NOT_ALLOWED': {
    zh: '附件应为 {allowed} 之一，但“{name}”不是。',
    en: "Expected a file of one of the types {allowed}, but '{name}' is none.",
  },
  'ATTACHMENT.TYPE_MISMATCH': {
    zh: '附件内容应与文件名的后缀一致，但“{name}”的内容不是 {ending}。',
    en: "Expected the content to be what the name says, but '{name}' holds no {ending}.",
  },
  'ATTACHMENT.CONTENT_LOST': {
    zh: '附件内容应在附件目录中，但已找不到，请联系管理员。',
    en: 'Expected the content in the folder of attachments, but it is not there; please tell the administrator.',
  },
  'COMMENT.EMPTY': { zh: '批注应有内容，但它是空的。', en: 'Expected a comment with text, but it is empty.' },
  'COMMENT.UNREADABLE': {
    zh: '批注应为文字，但含有无法识别的字符。',
    en: 'Expected a comment of text, but it contains characters that are no text.',
  },
  'COMMENT.TOO_LONG': {
    zh: '批注最多 {limit} 个字，但现在有 {length} 个字。',
    en: 'Expected a comment of at most {limit} characters, but it has {length}.',
  },
} as const satisfies Record<string, LocalizedText>;

type AttachmentRefusalCode = keyof typeof attachmentRefusalTexts;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of this library's sentences. */
export const refuse = (code: AttachmentRefusalCode, status: number, params: RejectionParams = {}): Rejection =>
  new Rejection({ code, status, message: fill(attachmentRefusalTexts[code].en, params), params });

export const fileMissing = (): Rejection => refuse('ATTACHMENT.FILE_MISSING', 400);

export const tooLarge = (limitBytes: number): Rejection =>
  refuse('ATTACHMENT.TOO_LARGE', 413, { limit: sizeInWords(limitBytes) });

/** `20 MB`, `1.5 MB`, `500 kB`: in powers of ten, as the setting is written. */
const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.floor(bytes / 1000)} kB` : `${Math.floor(bytes / 100_000) / 10} MB`;
