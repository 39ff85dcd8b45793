import { sitting } from '../../meeting-parts/v1/sitting';
import { assignments } from './assignments';
import { guards } from './guards';
import { delays } from './timers';

export const LEADING_GROUP_CONFERENCE = 'leading-group-conference';

/** What the states of a conference are written with: that of every meeting, and what only the conference knows. */
export const conferring = sitting.extend({ actions: assignments, guards, delays });
