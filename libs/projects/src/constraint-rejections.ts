import type { Rejection } from '@landfall/process-definition';
import { refuse } from './refusal-texts';

/** What it means when one of this library's unique indexes refuses a row of an event. */
export const constraintRejections: Readonly<Record<string, () => Rejection>> = {
  project_fingerprint: () => refuse('PROJECT.ALREADY_REPORTED', 409),
  project_enterprise_uscc: () => refuse('PROJECT.ENTERPRISE_USCC_TAKEN', 409),
  project_duplicate_of_fkey: () => refuse('PROJECT.DUPLICATE_OF_UNKNOWN', 422),
};
