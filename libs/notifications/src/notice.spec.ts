import { BatchChanges, EventChanges } from '../../process-engine/src/commit/change-set';
import { ChangeWriter } from '../../process-engine/src/commit/change-writer';
import { NotificationsUnderTest } from '../test/notifications-under-test';
import { type NewNotice, postNotice } from './notice';

describe('posting a notice from a command handler', () => {
  let world: NotificationsUnderTest;
  const writer = new ChangeWriter();
  beforeAll(async () => {
    world = await NotificationsUnderTest.open();
    await writer.prepare(world.database);
  });
  afterAll(() => world.close());

  const commit = async (...notices: NewNotice[]): Promise<void> => {
    const batch = new BatchChanges();
    for (const notice of notices) {
      const changes = new EventChanges(world.clock.now());
      postNotice(changes, notice);
      batch.apply(changes.mutations);
    }
    await world.database.transaction((tx) => writer.write(tx.client, batch.groups()));
  };
  const notice = (more: Partial<NewNotice>): NewNotice => ({
    key: 'one',
    kind: 'task.urged',
    urgency: 'urgent',
    title: { zh: '“初审”被催办，请{尽快}办理', en: 'Chased: "Screening"' },
    audience: { accounts: ['chen, with a comma', 'wang', 'wang'], groups: ['D01.specialist'] },
    at: world.clock.now(),
    ...more,
  });

  it('writes it with the rows of the event, several in one commit', async () => {
    await commit(
      notice({}),
      notice({ key: 'two', body: { zh: '正文', en: 'Body' }, audience: { accounts: [], groups: [] } }),
    );
    const rows = await world.database.query('SELECT key, title, body, accounts, groups FROM notice ORDER BY key');
    expect(rows).toEqual([
      {
        key: 'one',
        title: { zh: '“初审”被催办，请{尽快}办理', en: 'Chased: "Screening"' },
        body: null,
        accounts: ['chen, with a comma', 'wang'],
        groups: ['D01.specialist'],
      },
      { key: 'two', title: expect.anything(), body: { zh: '正文', en: 'Body' }, accounts: [], groups: [] },
    ]);
    const jobs = await world.database.query(
      `SELECT payload FROM outbox_message WHERE job = 'notifications.fan-out' ORDER BY id`,
    );
    expect(jobs).toEqual([{ payload: { key: 'one' } }, { payload: { key: 'two' } }]);
  });

  it('changes nothing when the key was there before, in an earlier commit or in this one', async () => {
    const again = notice({ title: { zh: '又一次', en: 'Again' } });
    await commit(again, notice({ key: 'three' }), notice({ key: 'three', title: { zh: '第二个', en: 'Second' } }));
    await world.fanOutAll();
    const { notices } = await world.notices.list('wang', { limit: 10 });
    expect(notices.map(({ title }) => title.en).sort()).toEqual(['Chased: "Screening"', 'Chased: "Screening"']);
  });
});
