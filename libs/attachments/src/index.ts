export * from './attachment-folder';
export * from './attachments';
export * from './comments';
export { attachmentRefusalTexts, fileMissing, tooLarge } from './refusal-texts';
export { safeFileName } from './safe-file-name';
