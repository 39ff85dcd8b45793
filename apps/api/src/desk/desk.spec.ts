import { type LandfallUnderTest, startLandfall } from '../../../../test/landfall-under-test';
import { completeTask, reportLead } from '../../test/lead-under-test';

describe('the desk over HTTP', () => {
  let landfall: LandfallUnderTest;

  beforeAll(async () => {
    landfall = await startLandfall();
  }, 60_000);
  afterAll(() => landfall.close());

  it('keeps saved filters, each person his own', async () => {
    const filter = { name: '超期', view: 'todo', query: { overdue: true, sort: 'due' } };
    const made = await landfall.api.post<{ id: string }>('d01.head', '/api/desk/filters', filter);
    expect(made).toEqual({ id: expect.any(String), ...filter });
    expect(await landfall.api.get('d01.head', '/api/desk/filters')).toEqual([made]);
    expect(await landfall.api.get('d02.head', '/api/desk/filters')).toEqual([]);
    await expect(landfall.api.delete('d02.head', `/api/desk/filters/${made.id}`)).rejects.toMatchObject({
      status: 404,
    });
    await expect(landfall.api.post('d01.head', '/api/desk/filters', filter)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('“超期”已有'),
    });
    await expect(
      landfall.api.post('d01.head', '/api/desk/filters', { ...filter, query: { colour: 'red' } }),
    ).rejects.toMatchObject({ status: 400, errors: [{ path: 'query.colour' }] });
    await landfall.api.delete('d01.head', `/api/desk/filters/${made.id}`);
    expect(await landfall.api.get('d01.head', '/api/desk/filters')).toEqual([]);
  });

  it("keeps phrases beside the office's", async () => {
    const phrases = () =>
      landfall.api.get<{ own: { id: string; text: string }[]; office: { text: unknown }[] }>(
        'd01.head',
        '/api/desk/phrases',
      );
    expect((await phrases()).office[0]).toEqual({ key: 'agree', text: { zh: '同意。', en: 'Agreed.' } });
    const add = (text: string) => landfall.api.post<{ id: string }>('d01.head', '/api/desk/phrases', { text });
    const [first, second] = [await add('请区工信局牵头。'), await add('请本周内反馈。')];
    await landfall.api.put('d01.head', '/api/desk/phrases/order', { ids: [second.id, first.id] });
    expect((await phrases()).own.map(({ text }) => text)).toEqual(['请本周内反馈。', '请区工信局牵头。']);
    await expect(add('同意。')).rejects.toMatchObject({ status: 409, code: 'PHRASE.KNOWN' });
    await landfall.api.delete('d01.head', `/api/desk/phrases/${first.id}`);
    expect((await phrases()).own).toEqual([second].map(({ id }) => ({ id, text: '请本周内反馈。' })));
  });

  describe('drafts', () => {
    const draftOf = (by: string, taskId: string) =>
      landfall.api.get<{ draft: { form: unknown; updatedAt: string } | null }>(by, `/api/user-tasks/${taskId}/draft`);
    const save = (by: string, taskId: string, form: unknown) =>
      landfall.api.put(by, `/api/user-tasks/${taskId}/draft`, { form });

    it('are kept for whoever may work on the task, incomplete as they are', async () => {
      const { taskId } = await reportLead(landfall, '草稿中的文旅项目');
      expect(await draftOf('d06.specialist', taskId)).toEqual({ draft: null });
      const draft = { taskId, form: { reason: '' }, updatedAt: '2026-11-23T02:00:00.000Z' };
      expect(await save('d06.specialist', taskId, { reason: '' })).toEqual(draft);
      expect(await draftOf('d06.specialist', taskId)).toEqual({ draft });
      expect(await draftOf('d06.head', taskId)).toEqual({ draft: null });
      expect(await landfall.api.get('d06.specialist', '/api/desk/drafts')).toEqual([draft]);
      await expect(save('d01.specialist', taskId, {})).rejects.toMatchObject({ status: 403 });
      // The office sees the project, and so the task, but it is not the office's to fill in.
      await expect(save('lgo.staff', taskId, {})).rejects.toMatchObject({
        status: 403,
        code: 'USER_TASK.NOT_CANDIDATE',
      });
      await landfall.api.post('d06.head', `/api/user-tasks/${taskId}/claim`);
      await expect(save('d06.specialist', taskId, {})).rejects.toMatchObject({
        status: 409,
        code: 'USER_TASK.ALREADY_CLAIMED',
      });
      await landfall.api.delete('d06.specialist', `/api/user-tasks/${taskId}/draft`);
      expect(await landfall.api.get('d06.specialist', '/api/desk/drafts')).toEqual([]);
    });

    it('are gone when the task is completed', async () => {
      const { taskId } = await reportLead(landfall, '将受理的文旅项目');
      await save('d06.specialist', taskId, { reason: '拟受理' });
      await completeTask(landfall.api, 'd06.specialist', taskId);
      expect(await draftOf('d06.specialist', taskId)).toEqual({ draft: null });
      expect(await landfall.api.get('d06.specialist', '/api/desk/drafts')).toEqual([]);
      await expect(save('d06.specialist', taskId, {})).rejects.toMatchObject({ status: 409, code: 'DRAFT.TASK_ENDED' });
    });

    it.each([
      [{ form: { text: '长'.repeat(22_000) } }, 413, 'DRAFT.TOO_LARGE'],
      [{ form: [] }, 400, 'REQUEST.INVALID'],
      [{ form: { text: 'a\0' } }, 400, 'REQUEST.INVALID'],
      [{}, 400, 'REQUEST.INVALID'],
    ])('are refused when they are no form that can be kept', async (body, status, code) => {
      const { taskId } = await reportLead(
        landfall,
        `第${status}号${code.length}号文旅项目${JSON.stringify(body).length}`,
      );
      await expect(landfall.api.put('d06.specialist', `/api/user-tasks/${taskId}/draft`, body)).rejects.toMatchObject({
        status,
        code,
      });
    });
  });
});
