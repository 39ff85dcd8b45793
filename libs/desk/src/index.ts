export * from './common-phrases';
export * from './form-drafts';
export * from './inbox-filters';
export * from './office-phrases';
export { deskRefusalTexts } from './refusal-texts';
