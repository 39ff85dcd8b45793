import type { Sql } from '@landfall/persistence';
import {
  assertDefinition,
  assertMigration,
  boundMicrosteps,
  fingerprint,
  type MigrationWay,
  type ProcessDefinition,
  TIMER_COMMANDS,
} from '@landfall/process-definition';

/** What a definition is checked against at boot. */
export interface DefinitionSurroundings {
  readonly commands: readonly string[];
  readonly formats: readonly string[];
}

/** How instances of one version come over to another. */
export interface DefinitionWay {
  readonly from: ProcessDefinition;
  readonly to: ProcessDefinition;
  readonly way: MigrationWay;
}

/**
 * Holds every version of every process definition that this program can run.
 *
 * Registering checks the definition and throws with the sentences that say what to mend (design law 9); `deploy` compares
 * it with what the database has seen and refuses to boot when a deployed version means something else now (law 7).
 */
export class DefinitionRegistry {
  /** Every declared way from an earlier version to a later one, by the version it starts from. */
  readonly ways: readonly DefinitionWay[];
  private readonly versions = new Map<string, Map<number, ProcessDefinition>>();

  constructor(definitions: readonly ProcessDefinition[], surroundings: DefinitionSurroundings) {
    for (const definition of definitions) {
      const known = this.versions.get(definition.key) ?? new Map<number, ProcessDefinition>();
      if (known.has(definition.version)) {
        throw new Error(`Process '${definition.key}' has two definitions of version ${definition.version}. Keep one.`);
      }
      assertDefinition(definition, { ...surroundings, commands: [...surroundings.commands, ...TIMER_COMMANDS] });
      boundMicrosteps(definition.machine);
      this.versions.set(definition.key, known.set(definition.version, definition));
    }
    this.ways = this.all
      .flatMap((to) => (to.migratesFrom ?? []).map((way) => ({ from: this.get(to.key, way.version), to, way })))
      .sort((a, b) => a.from.version - b.from.version || a.to.version - b.to.version);
    for (const { from, to, way } of this.ways) assertMigration(from, to, way);
  }

  get all(): ProcessDefinition[] {
    return [...this.versions.values()].flatMap((versions) => [...versions.values()]);
  }

  /** The definition that new instances start with. */
  latest(key: string): ProcessDefinition {
    const versions = this.versions.get(key);
    const version = versions && Math.max(...versions.keys());
    return this.get(key, version ?? 0);
  }

  get(key: string, version: number): ProcessDefinition {
    const definition = this.versions.get(key)?.get(version);
    if (!definition) {
      throw new Error(`Process '${key}' version ${version} is not part of this program. Add its definition back.`);
    }
    return definition;
  }

  /** The way that instances of a version take: to the latest version that has one. */
  wayFrom(key: string, version: number): DefinitionWay | undefined {
    return this.ways.findLast(({ from }) => from.key === key && from.version === version);
  }

  /** Stores the hash of new versions and refuses changed or missing ones. */
  async deploy(sql: Sql): Promise<void> {
    for (const definition of this.all) {
      const hash = fingerprint(definition);
      await sql.query(
        'INSERT INTO process_definition (key, version, hash) VALUES ($1, $2, $3) ON CONFLICT (key, version) DO NOTHING',
        [definition.key, definition.version, hash],
      );
      const [deployed] = await sql.query<{ hash: string }>(
        'SELECT hash FROM process_definition WHERE key = $1 AND version = $2',
        [definition.key, definition.version],
      );
      if (deployed?.hash !== hash) {
        const next = Math.max(...(this.versions.get(definition.key)?.keys() ?? [])) + 1;
        throw new Error(
          `Process '${definition.key}' version ${definition.version} was deployed with another meaning. ` +
            `Restore version ${definition.version} and put the change into a new version ${next}.`,
        );
      }
    }
    const running = await sql.query<{ definition_key: string; definition_version: number }>(
      `SELECT DISTINCT definition_key, definition_version FROM process_instance WHERE status = 'active'`,
    );
    for (const row of running) this.get(row.definition_key, row.definition_version);
  }
}
