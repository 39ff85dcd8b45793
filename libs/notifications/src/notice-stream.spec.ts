import { NotificationsUnderTest } from '../test/notifications-under-test';
import { type NoticeChange, NoticeStream } from './notice-stream';

const until = async (condition: () => boolean, limitMs = 10_000): Promise<void> => {
  const end = Date.now() + limitMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error('What was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

describe('telling open pages', () => {
  let world: NotificationsUnderTest;
  let streams: NoticeStream[];
  beforeEach(async () => {
    world = await NotificationsUnderTest.open();
    streams = [new NoticeStream(world.database), new NoticeStream(world.database)];
  });
  afterEach(async () => {
    await Promise.all(streams.map((stream) => stream.close()));
    await world.close();
  });

  const listen = async (account: string, number = 0) => {
    const heard: NoticeChange[] = [];
    const stop = await streams[number]?.listen(account, (change) => heard.push(change));
    return { heard, stop: stop ?? (() => {}) };
  };

  it('reaches the pages of a person in every process, and nobody else', async () => {
    const [here, there, other] = [await listen('wang'), await listen('wang', 1), await listen('li')];
    await world.tell();
    await until(() => here.heard.length === 1 && there.heard.length === 1);
    await world.notices.markAllRead('wang');
    await until(() => here.heard.length === 2 && there.heard.length === 2);
    expect(here.heard).toEqual(['new', 'read']);
    expect(there.heard).toEqual(['new', 'read']);
    expect(other.heard).toEqual([]);
    here.stop();
    await world.tell();
    await until(() => there.heard.length === 3);
    expect(here.heard).toHaveLength(2);
  });

  it('goes on after the connection was lost, and lets every page look again', async () => {
    const page = await listen('wang');
    await world.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'landfall-notices' AND datname = current_database()`,
    );
    await until(() => page.heard.includes('unsure'));
    await world.tell();
    await until(() => page.heard.includes('new'));
  });
});
