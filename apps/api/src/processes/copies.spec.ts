import { type LandfallUnderTest, startLandfall } from '../../../../test/landfall-under-test';
import { reportLead } from '../../test/lead-under-test';

interface Copied {
  readonly copy: { readonly id: string; readonly sentBy: string; readonly note: string | null } | null;
  readonly copies: readonly { readonly readAt: string | null }[];
}

describe('copies over HTTP', () => {
  let landfall: LandfallUnderTest;

  beforeAll(async () => {
    landfall = await startLandfall();
  }, 60_000);
  afterAll(() => landfall.close());

  const task = (by: string, taskId: string) => landfall.api.get<Copied>(by, `/api/user-tasks/${taskId}`);
  const unread = (by: string) =>
    landfall.api.get<{ items: Copied[]; counts: { toRead: number } }>(by, '/api/inbox?view=toRead');

  it('tell the reader of a task which copy is his to read, until he has read it', async () => {
    const { taskId } = await reportLead(landfall, '抄送中的文旅项目');
    const [reader] = await landfall.api.get<{ accountId: string }[]>(
      'd06.specialist',
      '/api/substitutions/colleagues?q=d10.specialist',
    );
    await landfall.api.post('d06.specialist', `/api/user-tasks/${taskId}/claim`);
    await landfall.api.post('d06.specialist', `/api/user-tasks/${taskId}/operations`, {
      kind: 'copy',
      to: [reader?.accountId],
      note: '供知悉。',
    });

    expect((await task('d06.specialist', taskId)).copy).toBeNull();
    const { copy } = await task('d10.specialist', taskId);
    expect(copy).toMatchObject({ sentBy: expect.any(String), note: '供知悉。' });
    expect(await unread('d10.specialist')).toMatchObject({ items: [{ copy }], counts: { toRead: 1 } });

    await expect(landfall.api.post('d06.specialist', `/api/copies/${copy?.id}/read`)).rejects.toMatchObject({
      status: 403,
    });
    await landfall.api.post('d10.specialist', `/api/copies/${copy?.id}/read`);
    expect(await task('d10.specialist', taskId)).toMatchObject({
      copy: null,
      copies: [{ readAt: '2026-11-23T02:00:00.000Z' }],
    });
    expect(await unread('d10.specialist')).toMatchObject({ items: [], counts: { toRead: 0 } });
  });
});
