import { startTestApi, type TestApi } from '../../test/start-test-api';

describe('the organisation over HTTP', () => {
  let api: TestApi;
  let cookie: string;

  beforeAll(async () => {
    api = await startTestApi();
    cookie = await api.signIn('l03.liaison');
  });
  afterAll(() => api.close());

  const get = (path: string) => api.ask(`/api/organization/${path}`, { cookie });

  it('lists the units', async () => {
    const { body } = await get('units');
    expect(body).toHaveLength(65);
    expect(body.find((unit: { code: string }) => unit.code === 'D01')).toEqual({
      code: 'D01',
      kind: 'DEPARTMENT',
      name: { zh: '区工业和信息化局', en: 'Industry & Information Technology Bureau' },
      shortName: '区工信局',
      aliases: ['工信局', '工业和信息化局'],
      parentCode: null,
      isMember: true,
      taskForce: { zh: '区工业和信息化局招商专班', en: 'Industry & Information Technology Bureau Task Force' },
    });
    expect((await get('units?on=2022-01-01')).body).toEqual([]);
  });

  it('lists the industries of the notice', async () => {
    const { body } = await get('industries');
    expect(body).toHaveLength(75);
    expect(body).toContainEqual(
      expect.objectContaining({ keyword: { zh: '生物医药', en: 'biomedicine' }, leadTaskForce: 'D05' }),
    );
  });

  it('previews the routing with its reason', async () => {
    const { body } = await get(`routing?industry=${encodeURIComponent('乡村旅游')}&landingUnit=T21`);
    expect(body).toMatchObject({
      leadTaskForce: { code: 'D03', name: { zh: '区农业农村委招商专班' } },
      assistTaskForces: [{ code: 'D06' }, { code: 'D18' }],
      landingUnit: { code: 'T21', name: { zh: '中塘镇' } },
      ambiguous: false,
    });
    expect(body.reason.zh).toContain('通知三（四）3');
    expect((await get(`routing?industry=${encodeURIComponent('旅游')}`)).body).toMatchObject({
      leadTaskForce: null,
      ambiguous: true,
      candidates: [{ taskForce: { code: 'D03' } }, { taskForce: { code: 'D06' } }],
    });
  });

  it.each([
    ['units?on=yesterday', 'on', 'FORM.FORMAT'],
    ['units?on=2026-01-01&on=2026-01-02', 'on', 'FORM.TYPE'],
    ['units?when=2026-01-01', 'when', 'FORM.UNKNOWN_FIELD'],
    ['routing', 'industry', 'FORM.REQUIRED'],
    [`routing?industry=${'x'.repeat(200)}`, 'industry', 'FORM.TOO_LONG'],
    ['routing?industry=%00', 'industry', 'FORM.UNREADABLE_TEXT'],
  ])('refuses %s', async (path, field, code) => {
    expect(await get(path)).toMatchObject({
      status: 400,
      body: { code: 'REQUEST.INVALID', errors: [{ path: field, code }] },
    });
  });
});
