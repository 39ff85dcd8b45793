import { FanOut, NoticePreferences, NoticeStream, Notices, postNoticeIn } from '@landfall/notifications';
import { v7 as uuid } from 'uuid';
import { SAMPLE_PASSWORD, startTestApi, type TestApi } from '../../test/start-test-api';
import { createNoticesApiModule } from './notices-api.module';

interface TestNotices {
  readonly api: TestApi;
  readonly tell: (account: string, title: string) => Promise<void>;
  close(): Promise<void>;
}

/** The API with its notices and a short heartbeat. */
const startNoticesApi = async (): Promise<TestNotices> => {
  let stream: NoticeStream | undefined;
  const api = await startTestApi(
    {},
    {
      modulesOn: (database, clock) => {
        stream = new NoticeStream(database);
        const [notices, preferences] = [new Notices(database, clock), new NoticePreferences(database, clock)];
        return [createNoticesApiModule({ notices, preferences, stream, available: ['email'] }, 50)];
      },
    },
  );
  const { database, clock } = api;
  const fanOut = new FanOut({
    database,
    clock,
    recipients: { accountsOf: async () => [], inUse: async (accounts) => accounts },
    isWorkday: () => true,
    available: [],
  });
  return {
    api,
    tell: async (account, title) => {
      const key = uuid();
      await api.database.transaction((tx) =>
        postNoticeIn(tx, {
          key,
          kind: 'task.assigned',
          urgency: 'normal',
          title: { zh: title, en: title },
          audience: { accounts: [account], groups: [] },
          at: clock.now(),
        }),
      );
      await fanOut.run(key);
    },
    close: async () => {
      await stream?.close();
      await api.close();
    },
  };
};

/** Reads server-sent events as a browser would, without its reconnecting. */
const openStream = async (url: string, cookie: string) => {
  const response = await fetch(`${url}/api/notices/stream`, { headers: { cookie } });
  const heard: { unread: number; change: string }[] = [];
  let text = '';
  let over = false;
  const reading = (async () => {
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      heard.splice(0, heard.length, ...[...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '')));
    }
    over = true;
  })().catch(() => {});
  return { response, heard, text: () => text, isOver: () => over, close: () => reading };
};

const until = async (condition: () => boolean, limitMs = 10_000): Promise<void> => {
  const end = Date.now() + limitMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error('What was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

describe('notices over HTTP', () => {
  let world: TestNotices;
  let api: TestApi;
  let cookie: string;
  let account: string;
  beforeAll(async () => {
    world = await startNoticesApi();
    api = world.api;
    cookie = await api.signIn('d01.specialist');
    account = (await api.ask('/api/me', { cookie })).body.accountId;
  });
  afterAll(() => world.close());

  it('are for whoever is signed in', async () => {
    expect((await api.ask('/api/notices')).status).toBe(401);
    expect((await api.ask('/api/notices/stream')).status).toBe(401);
  });

  it('are listed, counted and read', async () => {
    for (const title of ['一', '二', '三']) await world.tell(account, title);
    const { body } = await api.ask('/api/notices?limit=2', { cookie });
    expect(body.unread).toBe(3);
    expect(body.items.map(({ title }: { title: { zh: string } }) => title.zh)).toEqual(['三', '二']);
    const rest = await api.ask(`/api/notices?cursor=${body.nextCursor}`, { cookie });
    expect(rest.body).toMatchObject({ items: [{ title: { zh: '一' }, readAt: null }], nextCursor: null });
    const read = (id: string, as = cookie) => api.ask(`/api/notices/${id}/read`, { method: 'POST', cookie: as });
    expect((await read(body.items[0].id)).status).toBe(204);
    const foreign = await read(body.items[1].id, await api.signIn('d01.head'));
    expect([foreign.status, foreign.body.code]).toEqual([404, 'NOTICE.NOT_FOUND']);
    expect((await api.ask('/api/notices?unread=true', { cookie })).body.items).toHaveLength(2);
    expect((await api.ask('/api/notices/read-all', { json: { upTo: body.items[1].id }, cookie })).status).toBe(204);
    expect((await api.ask('/api/notices', { cookie })).body.unread).toBe(0);
  });

  it('arrive in an open page, which ends with its session', async () => {
    const other = await api.ask('/api/auth/login', { json: { username: 'd01.specialist', password: SAMPLE_PASSWORD } });
    const [own = ''] = (other.headers.getSetCookie()[0] ?? '').split(';');
    const page = await openStream(api.url, own);
    expect(page.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await until(() => page.heard.length === 1);
    await world.tell(account, '四');
    await until(() => page.heard.length === 2);
    await api.ask('/api/notices/read-all', { json: {}, cookie });
    await until(() => page.heard.length === 3);
    expect(page.heard).toEqual([
      { unread: 0, change: 'unsure' },
      { unread: 1, change: 'new' },
      { unread: 0, change: 'read' },
    ]);
    await until(() => page.text().includes(': still here'));
    expect(page.isOver()).toBe(false);
    await api.ask('/api/auth/logout', { method: 'POST', cookie: own });
    await until(() => page.isOver());
  });

  it('do not keep a session open that nobody uses', async () => {
    const idle = await openStream(api.url, await api.signIn('d01.head'));
    await until(() => idle.heard.length === 1);
    api.clock.advance(8 * 3_600_000 + 1000);
    await until(() => idle.isOver());
    cookie = await api.signIn('d01.specialist');
  });

  it('are told as people choose', async () => {
    const { body } = await api.ask('/api/notices/preferences', { cookie });
    expect(body).toMatchObject({ available: ['email'], preferences: { digest: true, quiet: { from: '21:00' } } });
    const put = (preferences: unknown) =>
      api.ask('/api/notices/preferences', { method: 'PUT', json: preferences, cookie });
    const chosen = { ...body.preferences, email: 'li@tj.gov.example', digest: false };
    expect((await put(chosen)).body.preferences).toEqual(chosen);
    expect((await api.ask('/api/notices/preferences', { cookie })).body.preferences).toEqual(chosen);
    const wrong = await put({ ...chosen, quiet: { ...chosen.quiet, from: '25:00' } });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'NOTICE_PREFERENCE.TIME_INVALID']);
    expect((await put({ ...chosen, channels: { ...chosen.channels, task: ['pigeon'] } })).status).toBe(400);
  });
});
