export * from './compose-document';
