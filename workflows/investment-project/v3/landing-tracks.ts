import type { CarrierMode, LifecycleContext } from './context';
import { leadSpecialist } from './work-groups';

export type Track = 'filing' | 'land' | 'planning' | 'environment' | 'energy' | 'safety' | 'construction' | 'funds';

/** The tracks that a carrier may need (domain-model 3.6 stage 6); energy and safety also need their own trigger. */
const BY_CARRIER: Readonly<Record<CarrierMode, readonly Track[]>> = {
  newLand: ['filing', 'land', 'planning', 'environment', 'energy', 'safety', 'construction', 'funds'],
  existingLand: ['filing', 'planning', 'environment', 'energy', 'safety', 'construction', 'funds'],
  revivedAssets: ['filing', 'land', 'environment', 'energy', 'safety', 'construction', 'funds'],
  leasedPlant: ['filing', 'environment', 'energy', 'safety', 'construction', 'funds'],
  officeSpace: ['filing', 'funds'],
  none: ['funds'],
};

const isNeeded = (track: Track, { evaluation }: LifecycleContext): boolean => {
  switch (track) {
    case 'energy':
      return evaluation?.energyReview ?? false;
    case 'safety':
      return evaluation?.safetyReview ?? false;
    case 'environment':
      return evaluation?.eiaClass !== 'exempt';
    default:
      return true;
  }
};

/** The tracks a project has to go through; all others are 不涉及 from the start. */
export const tracksOf = (context: LifecycleContext): Track[] =>
  BY_CARRIER[context.carrierMode ?? 'newLand'].filter((track) => isNeeded(track, context));

const UNITS: Readonly<Record<Exclude<Track, 'funds'>, string>> = {
  filing: 'D10',
  land: 'M02',
  planning: 'M02',
  environment: 'D12',
  energy: 'D10',
  safety: 'L07',
  construction: 'D13',
};

export const trackGroup = (context: LifecycleContext, track: Track): string =>
  track === 'funds' ? leadSpecialist(context) : `${UNITS[track]}.reviewer`;
