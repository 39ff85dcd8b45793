import { ManualClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import { createTestDatabase, type TestDatabase } from '../../../../test/environment/test-database';
import { person } from '../../../process-engine/test/engine-under-test';
import { DocumentTemplates } from './document-templates';
import { SHIPPED_WORDINGS } from './shipped-wordings';

const OFFICE = person('office', 'LGO.staff');
const WORDING = { ...SHIPPED_WORDINGS.agenda, closing: '请准时参会。' };
const by = (basedOn: number, effectiveFrom?: string) => ({
  basedOn,
  reason: '统一表述',
  actor: OFFICE,
  ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
});

describe('the versions of templates', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let clock: ManualClock;
  let templates: DocumentTemplates;
  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
    clock = new ManualClock(new Date('2026-11-23T02:00:00Z'));
    templates = new DocumentTemplates(database, clock);
  });
  afterEach(async () => {
    await database.close();
    await testDatabase.drop();
  });

  it('begin with what is shipped, and never change one that was made', async () => {
    expect(await templates.wordingOf('agenda')).toEqual(SHIPPED_WORDINGS.agenda);
    const made = await templates.change('agenda', WORDING, by(0));
    expect(made).toMatchObject({ version: 1, effectiveFrom: '2026-11-23', createdBy: { accountId: OFFICE.accountId } });
    expect(await templates.wordingOf('agenda')).toEqual(WORDING);
    expect(await templates.wordingOf('minutes')).toEqual(SHIPPED_WORDINGS.minutes);
    await expect(database.query(`UPDATE document_template SET reason = 'x'`)).rejects.toThrow('append-only');
  });

  it('take effect on their day', async () => {
    await templates.change('agenda', WORDING, by(0, '2026-12-01'));
    expect((await templates.history('agenda')).current.version).toBe(0);
    clock.set(new Date('2026-11-30T16:00:00Z'));
    expect((await templates.history('agenda')).current.version).toBe(1);
  });

  it('come back as a new version', async () => {
    await templates.change('agenda', WORDING, by(0));
    await templates.restore('agenda', 0, by(1));
    const { current, versions } = await templates.history('agenda');
    expect(versions.map(({ version }) => version)).toEqual([2, 1, 0]);
    expect(current).toMatchObject({ version: 2, restoredFrom: 0, wording: SHIPPED_WORDINGS.agenda });
    await expect(templates.restore('agenda', 9, by(2))).rejects.toMatchObject({
      code: 'DOCUMENT_TEMPLATE.UNKNOWN_VERSION',
    });
  });

  it('lose no edit of two who change the same one at once', async () => {
    const texts = ['甲', '乙', '丙'];
    const results = await Promise.allSettled(
      texts.map((closing) => templates.change('agenda', { ...WORDING, closing }, by(0))),
    );
    const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(['DOCUMENT_TEMPLATE.CHANGED_MEANWHILE', 'DOCUMENT_TEMPLATE.CHANGED_MEANWHILE']);
    expect((await templates.history('agenda')).versions).toHaveLength(2);
  });

  it('refuse what is wrong, changes nothing or was to count yesterday, and keep nothing of it', async () => {
    const refused = (wording: Record<string, string>, effectiveFrom?: string) =>
      expect(templates.change('agenda', wording, by(0, effectiveFrom))).rejects;
    await refused({ ...WORDING, title: '议程' }).toMatchObject({ code: 'DOCUMENT_TEMPLATE.INVALID', status: 422 });
    await refused({ ...SHIPPED_WORDINGS.agenda }).toMatchObject({ code: 'DOCUMENT_TEMPLATE.NOTHING_CHANGES' });
    await refused(WORDING, '2026-11-22').toMatchObject({ code: 'DOCUMENT_TEMPLATE.EFFECTIVE_IN_THE_PAST' });
    expect((await templates.history('agenda')).versions).toHaveLength(1);
  });
});
