import { dayOf } from '@landfall/calendar';
import type { Clock } from '@landfall/clock';
import type { Database, Sql } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { refuse } from '../refusal-texts';
import { requireValidWording } from './check-wording';
import type { DocumentTypeName } from './document-type-names';
import { requireDocumentType } from './document-types';
import { SHIPPED_WORDINGS } from './shipped-wordings';
import { addVersion, lockTemplate, readVersions, type TemplateVersion } from './template-versions';
import type { Wording } from './wording';

/** Who changes a template, why, from when on, and which version he had before him. */
export interface TemplateChange {
  readonly basedOn: number;
  readonly reason: string;
  readonly actor: Actor;
  /** YYYY-MM-DD; today when left out. */
  readonly effectiveFrom?: string;
}

/** One type's template: the version that counts today, and every version, the latest first. */
export interface TemplateHistory {
  readonly current: TemplateVersion;
  readonly versions: readonly TemplateVersion[];
}

/**
 * The words of the documents of an installation. A version is never changed: whoever changes words makes the next one,
 * and whoever wants old words back makes the next one of them.
 */
export class DocumentTemplates {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The words that count on a day (today when left out). */
  async wordingOf(type: DocumentTypeName, on: string = this.today(), sql: Sql = this.db): Promise<Wording> {
    return currentOf(await allVersions(sql, type), on).wording;
  }

  /** Every version of a type's template. */
  async history(type: DocumentTypeName): Promise<TemplateHistory> {
    const versions = await allVersions(this.db, type);
    return { current: currentOf(versions, this.today()), versions };
  }

  /**
   * One version of a type's template.
   *
   * @throws Rejection `DOCUMENT_TEMPLATE.UNKNOWN_VERSION` (404)
   */
  async version(type: DocumentTypeName, version: number): Promise<TemplateVersion> {
    return requireVersion(await allVersions(this.db, type), version);
  }

  /**
   * Makes the next version of a type's words.
   *
   * @throws Rejection `DOCUMENT_TEMPLATE.INVALID` (422) with every wrong part, `.CHANGED_MEANWHILE`, `.NOTHING_CHANGES` (409),
   *   `.EFFECTIVE_IN_THE_PAST` (422)
   */
  async change(type: DocumentTypeName, wording: Wording, by: TemplateChange): Promise<TemplateVersion> {
    requireValidWording(requireDocumentType(type), wording);
    return this.add(type, by, () => ({ wording, restoredFrom: null }));
  }

  /**
   * Makes the next version of the words of an older one.
   *
   * @throws Rejection `DOCUMENT_TEMPLATE.UNKNOWN_VERSION` (404) and what `change` throws
   */
  restore(type: DocumentTypeName, version: number, by: TemplateChange): Promise<TemplateVersion> {
    return this.add(type, by, (versions) => {
      const { wording } = requireVersion(versions, version);
      requireValidWording(requireDocumentType(type), wording);
      return { wording, restoredFrom: version };
    });
  }

  private async add(
    type: DocumentTypeName,
    by: TemplateChange,
    next: (versions: readonly TemplateVersion[]) => Pick<TemplateVersion, 'wording' | 'restoredFrom'>,
  ): Promise<TemplateVersion> {
    const today = this.today();
    const effectiveFrom = by.effectiveFrom ?? today;
    if (effectiveFrom < today) {
      throw refuse('DOCUMENT_TEMPLATE.EFFECTIVE_IN_THE_PAST', 422, { today, effectiveFrom });
    }
    const version = await this.db.transaction(async (tx) => {
      await lockTemplate(tx, type);
      const versions = await allVersions(tx, type);
      const latest = versions[0] ?? shipped(type);
      if (latest.version !== by.basedOn) {
        throw refuse('DOCUMENT_TEMPLATE.CHANGED_MEANWHILE', 409, { basedOn: by.basedOn, current: latest.version });
      }
      const { wording, restoredFrom } = next(versions);
      if (says(wording) === says(latest.wording)) throw refuse('DOCUMENT_TEMPLATE.NOTHING_CHANGES', 409);
      const { actor, reason } = by;
      const added = {
        version: latest.version + 1,
        wording,
        effectiveFrom,
        reason,
        restoredFrom,
        actor,
        at: this.clock.now(),
      };
      await addVersion(tx, type, added);
      return added.version;
    });
    return this.version(type, version);
  }

  private today(): string {
    return dayOf(this.clock.now());
  }
}

const shipped = (type: DocumentTypeName): TemplateVersion => ({
  version: 0,
  wording: SHIPPED_WORDINGS[type],
  effectiveFrom: null,
  reason: '随系统提供',
  restoredFrom: null,
  createdBy: null,
  createdAt: null,
});

const allVersions = async (sql: Sql, type: DocumentTypeName): Promise<TemplateVersion[]> => [
  ...(await readVersions(sql, type)),
  shipped(type),
];

/** Of the versions that are in force on a day, the one that came into force last. */
const currentOf = (versions: readonly TemplateVersion[], on: string): TemplateVersion => {
  const inForce = versions.filter(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= on);
  const [first = versions[versions.length - 1] as TemplateVersion, ...others] = inForce;
  return others.reduce(
    (latest, one) => ((one.effectiveFrom ?? '') > (latest.effectiveFrom ?? '') ? one : latest),
    first,
  );
};

const requireVersion = (versions: readonly TemplateVersion[], version: number): TemplateVersion => {
  const found = versions.find((one) => one.version === version);
  if (found === undefined) throw refuse('DOCUMENT_TEMPLATE.UNKNOWN_VERSION', 404, { version });
  return found;
};

/** The same words are written the same way: jsonb keeps keys in an order of its own, and an empty part says nothing. */
const says = (wording: Wording): string =>
  JSON.stringify(
    Object.entries(wording)
      .filter(([, text]) => text !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
