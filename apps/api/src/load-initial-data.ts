import type { Clock } from '@landfall/clock';
import type { Settings } from '@landfall/config';
import { loadSampleAccounts, type SampleAccount } from '@landfall/identity';
import { loadOrganization, Organization } from '@landfall/organization';
import type { Database } from '@landfall/persistence';

/**
 * Gives a migrated database the organisation and, where the settings want them, the sample accounts; what is there stays.
 *
 * @returns the sample accounts of the database, for printing.
 */
export const loadInitialData = async (
  database: Database,
  clock: Clock,
  settings: Pick<Settings, 'environment' | 'sampleData' | 'samplePassword'>,
): Promise<SampleAccount[]> => {
  await database.transaction((tx) => loadOrganization(tx));
  if (!settings.sampleData || settings.samplePassword === undefined) return [];
  const { posts } = await new Organization(database, clock).view();
  return loadSampleAccounts(database, {
    password: settings.samplePassword,
    posts,
    production: settings.environment === 'production',
    clock,
  });
};
