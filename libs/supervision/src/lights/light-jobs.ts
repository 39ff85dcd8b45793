import type { JobHandlers } from '@landfall/outbox';
import { carryOutMeasure, type LightPorts } from './carry-out-measure';
import { LIGHT_DAILY_JOB, runLightDaily } from './light-daily';
import { LIGHT_MEASURE_JOB } from './light-measures';
import type { LightParts } from './light-readings';

/** The daily reading of all lights takes long; it must not keep short jobs waiting. */
export const LONG_LIGHT_JOBS = [LIGHT_DAILY_JOB] as const;

/** The jobs of lights; each may come twice and has one effect. */
export const lightJobs = (parts: LightParts & { readonly ports: LightPorts }): JobHandlers => ({
  [LIGHT_DAILY_JOB]: runLightDaily(parts),
  [LIGHT_MEASURE_JOB]: carryOutMeasure(parts),
});
