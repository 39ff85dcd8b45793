import { startTestApi } from '../../test/start-test-api';

describe('health', () => {
  it('is ready when the database and everything else is', async () => {
    const api = await startTestApi({}, { readiness: [{ name: 'queue', check: async () => {} }] });
    expect(await api.ask('/readyz')).toMatchObject({
      status: 200,
      body: {
        status: 'ready',
        checks: [
          { name: 'database', ready: true },
          { name: 'queue', ready: true },
        ],
      },
    });
    await api.close();
  });

  it('is alive but not ready while something fails, and says what', async () => {
    const queue = {
      name: 'queue',
      check: async () => {
        throw new Error('the relay is two minutes behind');
      },
    };
    const api = await startTestApi({}, { readiness: [queue] });
    await api.database.query('DELETE FROM schema_migration');
    expect((await api.ask('/healthz')).status).toBe(200);
    const { status, body } = await api.ask('/readyz');
    expect(status).toBe(503);
    expect(body).toMatchObject({
      status: 'notReady',
      checks: [
        { name: 'database', ready: false, detail: expect.stringContaining('Identity1764110000000') },
        { name: 'queue', ready: false, detail: 'the relay is two minutes behind' },
      ],
    });
    await api.close();
  });
});
