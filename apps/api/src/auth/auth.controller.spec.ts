import { SAMPLE_PASSWORD, startTestApi, type TestApi } from '../../test/start-test-api';

describe('signing in and out', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const login = (json: unknown, headers: Record<string, string> = {}) => api.ask('/api/auth/login', { json, headers });

  it('sets a cookie that only the server reads, and answers who it is', async () => {
    const answer = await login({ username: 'LGO.Staff', password: SAMPLE_PASSWORD });
    expect(answer.status).toBe(200);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^landfall_session=[\w-]{43}; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/);
    expect(answer.body).toMatchObject({
      username: 'lgo.staff',
      unit: { code: 'LGO', name: { zh: '领导小组办公室', en: 'Leading Group Office' } },
      posts: [{ code: 'LGO.staff', unit: 'LGO', role: 'staff', title: { zh: '办公室工作人员', en: 'Office Staff' } }],
      groups: ['LGO.staff'],
      roles: ['OFFICE_STAFF'],
    });
    expect(answer.body.permissions).toEqual(expect.arrayContaining(['lead.create', 'lead.import', 'project.viewAll']));
    const me = await api.ask('/api/me', { cookie: cookie.split(';')[0] ?? '' });
    expect(me.body).toEqual(answer.body);
  });

  it('marks the cookie as https only when the request came by https through a trusted proxy', async () => {
    const credentials = { username: 'lgo.staff', password: SAMPLE_PASSWORD };
    const forged = await login(credentials, { 'x-forwarded-proto': 'https' });
    expect(forged.headers.getSetCookie()[0]).not.toContain('Secure');
    const behindProxy = await startTestApi({ LANDFALL_TRUST_PROXY: '1' });
    const trusted = await behindProxy.ask('/api/auth/login', {
      json: credentials,
      headers: { 'x-forwarded-proto': 'https' },
    });
    await behindProxy.close();
    expect(trusted.headers.getSetCookie()[0]).toContain('; Secure');
  });

  it('lets every sample account in, each with its own groups', async () => {
    const accounts = await api.database.query<{ username: string; name: string; post_code: string }>(
      'SELECT username, name, post_code FROM account JOIN post_assignment ON account_id = account.id ORDER BY username',
    );
    expect(accounts).toHaveLength(153);
    expect(new Set(accounts.map((account) => account.name)).size).toBe(153);
    expect(accounts.map((account) => account.username)).toEqual(
      expect.arrayContaining([
        ...['lgo.staff', 'lgo.director', 'seo.staff', 'd01.head', 'd01.specialist', 't05.commander', 'z01.coordinator'],
        ...['l03.liaison', 'm02.reviewer', 'lg.exec', 'admin.system', 'd18.verifier', 'l11.reviewer', 'l10.verifier'],
      ]),
    );
    for (const { username, post_code } of accounts.filter((_, index) => index % 15 === 0)) {
      const { body } = await api.ask('/api/me', { cookie: await api.signIn(username) });
      expect(body.groups).toContain(post_code);
    }
  });

  it('says no to a wrong password and an unknown name in the same words', async () => {
    const wrong = await login({ username: 'd01.head', password: 'wrong' });
    const unknown = await login({ username: 'd99.head', password: 'wrong' });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'SIGN_IN.REFUSED' } });
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('locks after five failures and says for how long', async () => {
    for (let time = 0; time < 5; time += 1) await login({ username: 'd02.head', password: 'wrong' });
    expect(await login({ username: 'd02.head', password: SAMPLE_PASSWORD })).toMatchObject({
      status: 429,
      body: { code: 'SIGN_IN.LOCKED', detail: '账号“d02.head”应可登录，但多次输错密码已被锁定，请 30 分钟后再试。' },
    });
  });

  it('ends the session by signing out; doing it again is no error', async () => {
    const cookie = await api.signIn('d03.head');
    const out = await api.ask('/api/auth/logout', { method: 'POST', cookie });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/^landfall_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await api.ask('/api/me', { cookie })).toMatchObject({ status: 401, body: { code: 'SESSION.ENDED' } });
    expect((await api.ask('/api/auth/logout', { method: 'POST', cookie })).status).toBe(204);
    expect((await api.ask('/api/auth/logout', { method: 'POST' })).status).toBe(204);
  });

  it('says that a session has ended: idle, invented or broken', async () => {
    const cookie = await api.signIn('d04.head');
    api.clock.advance(9 * 3_600_000);
    for (const ended of [cookie, 'landfall_session=invented', `landfall_session=${'x'.repeat(4000)}`]) {
      expect(await api.ask('/api/me', { cookie: ended })).toMatchObject({
        status: 401,
        body: { code: 'SESSION.ENDED', detail: '会话应有效，但已结束，请重新登录。' },
      });
    }
  });

  it('changes the password and ends all sessions', async () => {
    const [here, there] = [await api.signIn('d05.head'), await api.signIn('d05.head')];
    const change = (json: unknown) => api.ask('/api/me/password', { json, cookie: here });
    expect(await change({ current: 'wrong', next: 'New-Harbour-2027' })).toMatchObject({ status: 403 });
    expect(await change({ current: SAMPLE_PASSWORD, next: 'simple' })).toMatchObject({
      status: 422,
      body: { code: 'ACCOUNT.PASSWORD_WEAK' },
    });
    expect((await change({ current: SAMPLE_PASSWORD, next: 'New-Harbour-2027' })).status).toBe(204);
    for (const cookie of [here, there]) expect((await api.ask('/api/me', { cookie })).status).toBe(401);
  });
});
