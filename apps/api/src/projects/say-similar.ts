import type { SimilarShown } from '@landfall/projects';
import type { Language } from '../problem/spoken-language';
import type { SimilarProject } from './project-answers';

/** Says like projects in the language of the request; the owner is one name. */
export const saySimilar = (similar: readonly SimilarShown[], language: Language): SimilarProject[] =>
  similar.map((one) => ({ ...one, maskedOwner: one.maskedOwner[language], reasons: [...one.reasons] }));
