export * from './attachment-folder';
export * from './attachments';
export * from './comments';
export { attachmentRefusalTexts } from './refusal-texts';
