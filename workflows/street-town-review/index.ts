import { streetTownReviewV1 } from './v1/street-town-review.v1';

/** Every deployed version of the street-town research meeting, oldest first. */
export const streetTownReview = [streetTownReviewV1] as const;
