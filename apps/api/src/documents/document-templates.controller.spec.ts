import { DocumentTemplates } from '@landfall/documents';
import { startTestApi, type TestApi } from '../../test/start-test-api';
import { createDocumentsApiModule } from './documents-api.module';

const CHANGE = { basedOn: 0, reason: '统一表述' };

describe('the words of documents over HTTP', () => {
  let api: TestApi;
  let cookie: string;
  beforeAll(async () => {
    api = await startTestApi(
      // No LibreOffice is needed for what is looked at here.
      {},
      { modulesOn: (database, clock) => [createDocumentsApiModule(new DocumentTemplates(database, clock))] },
    );
    cookie = await api.signIn('lgo.staff');
  });
  afterAll(() => api.close());

  const path = (rest = '') => `/api/document-templates${rest}`;
  const ask = (rest: string, method?: string, json?: unknown) =>
    api.ask(path(rest), {
      cookie,
      ...(method === undefined ? {} : { method }),
      ...(json === undefined ? {} : { json }),
    });

  it('are for the office', async () => {
    expect(await api.ask(path(), { cookie: await api.signIn('l03.liaison') })).toMatchObject({ status: 403 });
    expect(await api.ask(path())).toMatchObject({ status: 401 });
  });

  it('are listed, changed, and come back', async () => {
    const list = await ask('');
    expect(list.body).toHaveLength(9);
    expect(list.body[0]).toEqual({ type: 'meetingNotice', label: '会议通知', currentVersion: 0, latestVersion: 0 });
    const { body: agenda } = await ask('/agenda');
    expect(agenda.placeholders).toContainEqual({ name: 'startsAt', label: '会议时间' });
    const wording = { ...agenda.wording, closing: '请准时参会。' };
    const changed = await ask('/agenda', 'PUT', { ...CHANGE, wording });
    expect(changed).toMatchObject({ status: 200, body: { currentVersion: 1, wording: { closing: '请准时参会。' } } });
    expect(changed.body.versions[0].createdBy.name).toBeTruthy();
    expect(await ask('/agenda', 'PUT', { ...CHANGE, wording })).toMatchObject({
      status: 409,
      body: { code: 'DOCUMENT_TEMPLATE.CHANGED_MEANWHILE' },
    });
    expect(await ask('/agenda/restore', 'POST', { ...CHANGE, basedOn: 1, version: 0 })).toMatchObject({
      status: 200,
      body: { currentVersion: 2 },
    });
    expect((await ask('/agenda/versions/1')).body).toMatchObject({
      version: 1,
      isCurrent: false,
      wording: { closing: '请准时参会。' },
    });
  });

  it('are shown as a page that runs nothing, and as a file of Word', async () => {
    const html = await ask('/minutes/preview?showGrid=true');
    expect(html.status).toBe(200);
    expect(html.headers.get('content-security-policy')).toMatch(/^sandbox/);
    expect(html.body).toContain('样例');
    const docx = await ask('/minutes/preview?format=docx');
    expect(docx.headers.get('content-type')).toContain('wordprocessingml');
    expect(String(docx.body).slice(0, 2)).toBe('PK');
  });

  it('are shown before they are kept, and refused in Chinese where they are wrong', async () => {
    const { body } = await ask('/agenda');
    const wording = { ...body.wording, closing: '另行通知的议题以会场为准。' };
    expect((await ask('/agenda/preview', 'POST', { wording })).body).toContain('另行通知的议题以会场为准。');
    expect((await ask('/agenda')).body.wording.closing).toBe('');
    const wrong = await ask('/agenda/preview', 'POST', { wording: { ...wording, closing: '{{nobody}}' } });
    expect(wrong).toMatchObject({
      status: 422,
      body: { code: 'DOCUMENT_TEMPLATE.INVALID', detail: '占位符应为可用的数据，但“表后说明”中的“nobody”不是。' },
    });
  });

  it.each([
    ['/nothing', 400],
    ['/agenda/versions/99', 404],
    ['/agenda/preview?format=exe', 400],
    ['/agenda/preview?version=-1', 400],
  ])('refuses %s', async (rest, status) => {
    expect((await ask(rest)).status).toBe(status);
  });
});
