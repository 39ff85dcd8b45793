import { Clock } from '@landfall/clock';
import type { Settings } from '@landfall/config';
import { Accounts, Sessions } from '@landfall/identity';
import { Organization } from '@landfall/organization';
import { Database } from '@landfall/persistence';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { databaseReadiness, type ReadinessCheck } from './health/readiness';

/** What the API stands on; whoever starts it opens these and closes them afterwards. */
export interface Platform {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  readonly organization: Organization;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly logger: Logger;
  /** Besides the database: whatever else has to work (outbox, queue). */
  readonly readiness?: readonly ReadinessCheck[];
}

export const RUNNING_SETTINGS = Symbol('RUNNING_SETTINGS');
export const LOGGER = Symbol('LOGGER');
export const READINESS_CHECKS = Symbol('READINESS_CHECKS');

@Global()
@Module({})
class PlatformModule {}

/** Provides the platform to every module. */
export const createPlatformModule = (platform: Platform): DynamicModule => {
  const { settings, database, clock, organization, accounts, sessions, logger, readiness = [] } = platform;
  const providers = [
    { provide: RUNNING_SETTINGS, useValue: settings },
    { provide: LOGGER, useValue: logger },
    { provide: READINESS_CHECKS, useValue: [databaseReadiness(database), ...readiness] },
    { provide: Database, useValue: database },
    { provide: Clock, useValue: clock },
    { provide: Organization, useValue: organization },
    { provide: Accounts, useValue: accounts },
    { provide: Sessions, useValue: sessions },
  ];
  return { module: PlatformModule, providers, exports: providers.map(({ provide }) => provide) };
};
