import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, utimes } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSettings } from '@landfall/config';
import { openInstallation } from '@landfall/installation';
import { Inbox } from '@landfall/process-engine';
import { TaskVisibility } from '../../apps/api/src/processes/task-visibility';
import type { TaskPage } from '../../apps/standalone/src/demo/answers';
import { ApiProblem } from '../../apps/standalone/src/demo/api-client';
import { fillForm, syntheticUscc } from '../../apps/standalone/src/demo/form-filler';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';

interface Paper {
  readonly id: string;
  readonly fileName: string;
  readonly author: { readonly accountId: string; readonly name: string };
}

const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
const LIMIT = 300_000;
const root = join(__dirname, '../..');

describe('comments and attachments over HTTP', () => {
  let landfall: LandfallUnderTest;
  let projectId: string;
  let taskId: string;

  beforeAll(async () => {
    landfall = await startLandfall({ environment: { LANDFALL_ATTACHMENT_LIMIT: '300kB' } });
    ({ projectId } = await landfall.api.post<{ projectId: string }>('t05.specialist', '/api/leads', {
      projectName: '海滨邮轮文旅综合体（测试样例）',
      investorName: '样例邮轮文旅有限公司',
      industryFocus: '文化旅游业',
      totalInvestment: '52000',
      landingUnit: 'Z01',
      sourceType: 'taskForce',
      contact: '样例 13800000000',
      brief: '建设邮轮母港旁的文旅综合体，带动夜间消费和就业。',
    }));
    taskId = await until(async () => {
      const { openTasks } = await landfall.api.get<{ openTasks: { userTaskId: string; taskKey: string }[] }>(
        'd06.specialist',
        `/api/projects/${projectId}`,
      );
      return openTasks.find(({ taskKey }) => taskKey === 'leadScreening')?.userTaskId;
    });
  }, 60_000);
  afterAll(() => landfall.close());

  const until = async <Found>(find: () => Promise<Found | undefined>): Promise<Found> => {
    for (let waited = 0; waited < 20_000; waited += 50) {
      const found = await find();
      if (found !== undefined) return found;
      await sleep(50);
    }
    throw new Error(`It did not come to pass: ${find}`);
  };
  const cookieOf = async (username: string, url = landfall.url): Promise<string> => {
    const answer = await fetch(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: SAMPLE_PASSWORD }),
    });
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const refused = async (promise: Promise<unknown>): Promise<{ status: number; code: string; sentence: string }> => {
    try {
      await promise;
    } catch (error) {
      if (error instanceof ApiProblem) return { status: error.status, code: error.code, sentence: error.message };
      throw error;
    }
    throw new Error('It was accepted');
  };
  const attach = (username: string, content: string | Buffer, name: string): Promise<Paper> =>
    landfall.api.upload<Paper>(
      username,
      `/api/user-tasks/${taskId}/attachments`,
      new Blob([new Uint8Array(Buffer.from(content))]),
      name,
    );
  const kept = async (): Promise<number> => {
    const [row] = await landfall.installation.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM attachment',
    );
    return row?.count ?? -1;
  };
  const incoming = (): Promise<string[]> => readdir(landfall.installation.attachments.reception.folder);

  it('gives a Chinese file back under its name, as a file to save', async () => {
    const content = '名称,金额（万元）\n样例项目,52000\n';
    const name = '投资测算（终稿） v2.csv';
    const paper = await attach('d06.specialist', content, name);
    expect(paper).toEqual({
      id: expect.any(String),
      fileName: name,
      size: Buffer.byteLength(content),
      mediaType: 'text/csv',
      author: { accountId: expect.any(String), name: expect.any(String) },
      at: '2026-11-23T02:00:00.000Z',
    });
    const download = await fetch(`${landfall.url}/api/attachments/${paper.id}`, {
      headers: { cookie: await cookieOf('d06.head') },
    });
    expect(download.status).toBe(200);
    expect(await download.text()).toBe(content);
    expect(Object.fromEntries(download.headers)).toMatchObject({
      'content-type': 'text/csv',
      'content-length': String(Buffer.byteLength(content)),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    const [, encoded = ''] = /^attachment; .*filename\*=UTF-8''(.+)$/.exec(
      download.headers.get('content-disposition') ?? '',
    ) as string[];
    expect(decodeURIComponent(encoded)).toBe(name);
    expect(await landfall.api.get('d06.head', `/api/user-tasks/${taskId}`)).toMatchObject({ attachments: [paper] });
    expect(await landfall.api.get('d06.head', `/api/projects/${projectId}/attachments`)).toEqual([paper]);
  });

  it('keeps comments in their order', async () => {
    const path = `/api/user-tasks/${taskId}/comments`;
    const first = await landfall.api.post('d06.specialist', path, { text: ' 请补充环评材料 ' });
    const second = await landfall.api.post('d06.head', path, { text: '已补充\n见附件' });
    expect(first).toMatchObject({ text: '请补充环评材料', author: { name: expect.any(String) } });
    expect(await landfall.api.get('d06.head', path)).toEqual([first, second]);
  });

  it.each([
    ['of nothing', '', 400, 'REQUEST.INVALID'],
    ['of blanks', '   ', 422, 'COMMENT.EMPTY'],
    ['of 2001 characters', '长'.repeat(2001), 422, 'COMMENT.TOO_LONG'],
    ['with a NUL', 'a\0b', 400, 'REQUEST.INVALID'],
  ])('refuses a comment %s', async (_what, text, status, code) => {
    const problem = await refused(landfall.api.post('d06.head', `/api/user-tasks/${taskId}/comments`, { text }));
    expect(problem).toMatchObject({ status, code, sentence: expect.stringMatching(/\p{Script=Han}/u) });
  });

  it.each([
    ['a program', 'run.exe', 'MZ', 415, 'ATTACHMENT.TYPE_NOT_ALLOWED'],
    ['a page', 'page.html', '<script>alert(1)</script>', 415, 'ATTACHMENT.TYPE_NOT_ALLOWED'],
    ['no ending', 'pdf', PDF, 415, 'ATTACHMENT.TYPE_NOT_ALLOWED'],
    ['a lying ending', 'contract.docx', PDF, 415, 'ATTACHMENT.TYPE_MISMATCH'],
    ['text that is none', 'list.csv', Buffer.of(1, 2, 0, 3), 415, 'ATTACHMENT.TYPE_MISMATCH'],
    ['an empty file', 'empty.pdf', '', 422, 'ATTACHMENT.EMPTY'],
    ['one byte too many', 'large.txt', Buffer.alloc(LIMIT + 1, 'a'), 413, 'ATTACHMENT.TOO_LARGE'],
    ['far too many bytes', 'large.txt', Buffer.alloc(30_000_000, 'a'), 413, 'ATTACHMENT.TOO_LARGE'],
  ])('refuses %s in one sentence and keeps nothing', async (_what, name, content, status, code) => {
    const before = await kept();
    const problem = await refused(attach('d06.specialist', content, name));
    expect(problem).toMatchObject({ status, code, sentence: expect.stringMatching(/应.*，但/u) });
    expect(await kept()).toBe(before);
    expect(await incoming()).toEqual([]);
  });

  it('refuses too large a file also when its size is not announced', async () => {
    const form = new FormData();
    form.append('file', new Blob([Buffer.alloc(2_000_000, 'a')]), 'large.txt');
    const { body, headers } = new Response(form);
    const answer = await fetch(`${landfall.url}/api/user-tasks/${taskId}/attachments`, {
      method: 'POST',
      headers: {
        cookie: await cookieOf('d06.specialist'),
        'content-type': headers.get('content-type') ?? '',
      },
      body,
      duplex: 'half',
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'ATTACHMENT.TOO_LARGE']);
    expect(await incoming()).toEqual([]);
  });

  it('takes a file of exactly the limit and says the limit as it is set', async () => {
    expect(await attach('d06.specialist', Buffer.alloc(LIMIT, 'a'), 'full.txt')).toMatchObject({ size: LIMIT });
    const { sentence } = await refused(attach('d06.specialist', Buffer.alloc(LIMIT + 1, 'a'), 'large.txt'));
    expect(sentence).toContain('附件应不超过 300 kB');
  });

  it('refuses a form without the file, with others beside it, and what is no form', async () => {
    const path = `/api/user-tasks/${taskId}/attachments`;
    const before = await kept();
    const send = async (body: FormData | string, type?: string): Promise<unknown> => {
      const answer = await fetch(`${landfall.url}${path}`, {
        method: 'POST',
        headers: { cookie: await cookieOf('d06.specialist'), ...(type === undefined ? {} : { 'content-type': type }) },
        body,
      });
      const { code } = (await answer.json()) as { code: string };
      return [answer.status, code];
    };
    const two = new FormData();
    two.append('file', new Blob([PDF]), 'a.pdf');
    two.append('file', new Blob([PDF]), 'b.pdf');
    const other = new FormData();
    other.append('upload', new Blob([PDF]), 'a.pdf');
    const none = new FormData();
    none.append('text', 'x');
    expect(await send(two)).toEqual([400, 'REQUEST.MALFORMED_MULTIPART']);
    expect(await send(other)).toEqual([400, 'REQUEST.MALFORMED_MULTIPART']);
    expect(await send(none)).toEqual([400, 'ATTACHMENT.FILE_MISSING']);
    expect(await send('{}', 'application/json')).toEqual([400, 'ATTACHMENT.FILE_MISSING']);
    expect(await send('nothing', 'multipart/form-data; boundary=x')).toEqual([400, 'REQUEST.MALFORMED_MULTIPART']);
    expect(await send('nothing', 'multipart/form-data')).toEqual([400, 'REQUEST.MALFORMED_MULTIPART']);
    expect(await kept()).toBe(before);
    expect(await incoming()).toEqual([]);
  });

  /** Sends a form byte by byte as told, as no well-meaning client would. */
  const sendRaw = async (
    url: string,
    cookie: string,
    parts: { readonly fileName: string; readonly content: string; readonly announced?: number; readonly end: string },
  ): Promise<Socket> => {
    const form = `--x\r\nContent-Disposition: form-data; name="file"; filename="${parts.fileName}"\r\n\r\n${parts.content}${parts.end}`;
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `POST /api/user-tasks/${taskId}/attachments HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${cookie}\r\n` +
        `Content-Type: multipart/form-data; boundary=x\r\nContent-Length: ${parts.announced ?? Buffer.byteLength(form)}\r\n` +
        `Connection: close\r\n\r\n${form}`,
    );
    return socket;
  };
  const answerOf = async (socket: Socket): Promise<string> => {
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    return answer;
  };

  it.each([
    ['../../../outside.txt', 'outside.txt'],
    ['/etc/cron.d/outside.txt', 'outside.txt'],
    ['..\\\\..\\\\outside.txt', 'outside.txt'],
    ['a%0D%0ASet-Cookie: x=1.txt', 'a__Set-Cookie_ x=1.txt'],
    ['会议纪要.txt', '会议纪要.txt'],
  ])('makes a harmless name of %s', async (fileName, safe) => {
    const cookie = await cookieOf('d06.specialist');
    const answer = await answerOf(
      await sendRaw(landfall.url, cookie, { fileName, content: 'text', end: '\r\n--x--\r\n' }),
    );
    expect(answer).toMatch(/^HTTP\/1.1 201/);
    const { id } = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)) as Paper;
    expect(await landfall.installation.attachments.find(id)).toMatchObject({ fileName: safe });
    const places = await readdir(landfall.installation.settings.attachmentDir, { recursive: true });
    expect(places).toContain(join(id.slice(-2), id));
    expect(places.filter((place) => place.includes('outside'))).toEqual([]);
    const download = await fetch(`${landfall.url}/api/attachments/${id}`, { headers: { cookie } });
    expect(download.status).toBe(200);
    expect(download.headers.get('set-cookie')).toBeNull();
  });

  it('keeps nothing of an upload whose sender goes away', async () => {
    const before = await kept();
    const cookie = await cookieOf('d06.specialist');
    const content = 'half '.repeat(1000);
    const socket = await sendRaw(landfall.url, cookie, { fileName: 'a.txt', content, announced: 90_000, end: '' });
    await until(async () => ((await incoming()).length === 1 ? true : undefined));
    socket.destroy();
    await until(async () => ((await incoming()).length === 0 ? true : undefined));
    expect(await kept()).toBe(before);
  });

  it('keeps nothing of an upload during which the server is killed', async () => {
    const before = await kept();
    const { settings, databaseUrl, attachments } = landfall.installation;
    const child = spawn(
      process.execPath,
      ['--require', join(root, 'test/environment/typescript-hook.cjs'), join(root, 'apps/api/src/main.ts')],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'test',
          PORT: '0',
          DATABASE_URL: databaseUrl,
          LANDFALL_DATA_DIR: settings.dataDir,
          LANDFALL_SAMPLE_PASSWORD: SAMPLE_PASSWORD,
        },
      },
    );
    try {
      let said = '';
      child.stdout.on('data', (chunk) => {
        said += String(chunk);
      });
      const url = await until(async () => /listens at (http:\/\/[\w.:[\]]+)/.exec(said)?.[1]);
      // The other process has the computer's own time, in which a session of the test's time is over.
      const cookie = await cookieOf('d06.specialist', url);
      const content = 'half '.repeat(1000);
      const socket = await sendRaw(url, cookie, { fileName: 'a.txt', content, announced: 90_000, end: '' });
      socket.on('error', () => {});
      await until(async () => ((await incoming()).length === 1 ? true : undefined));
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    expect(await kept()).toBe(before);
    const [left = ''] = await incoming();
    const old = new Date(Date.now() - 2 * 3_600_000);
    await utimes(join(attachments.reception.folder, left), old, old);
    await attachments.open();
    expect(await incoming()).toEqual([]);
  }, 60_000);

  it('shows and takes nothing to and from another unit', async () => {
    const [paper] = await landfall.api.get<Paper[]>('d06.head', `/api/projects/${projectId}/attachments`);
    const before = await kept();
    const stranger = 'd03.specialist';
    const problems = await Promise.all([
      refused(landfall.api.get(stranger, `/api/user-tasks/${taskId}/comments`)),
      refused(landfall.api.post(stranger, `/api/user-tasks/${taskId}/comments`, { text: '插话' })),
      refused(attach(stranger, PDF, 'a.pdf')),
      refused(landfall.api.get(stranger, `/api/attachments/${paper?.id}`)),
      refused(landfall.api.get(stranger, `/api/projects/${projectId}/attachments`)),
    ]);
    expect(problems.map(({ status, code }) => [status, code])).toEqual([
      [403, 'USER_TASK.NOT_VISIBLE'],
      [403, 'USER_TASK.NOT_VISIBLE'],
      [403, 'USER_TASK.NOT_VISIBLE'],
      [403, 'USER_TASK.NOT_VISIBLE'],
      [404, 'PROJECT.NOT_FOUND'],
    ]);
    expect(await kept()).toBe(before);
    expect(await incoming()).toEqual([]);
    expect((await fetch(`${landfall.url}/api/attachments/${paper?.id}`)).status).toBe(401);
  });

  it('knows no attachment and no task that there is not', async () => {
    const nothing = '00000000-0000-7000-8000-000000000000';
    expect(await refused(landfall.api.get('lgo.staff', `/api/attachments/${nothing}`))).toMatchObject({
      status: 404,
      code: 'ATTACHMENT.NOT_FOUND',
    });
    expect(await refused(landfall.api.get('lgo.staff', '/api/attachments/..%2F..%2Fetc%2Fpasswd'))).toMatchObject({
      status: 400,
      code: 'REQUEST.INVALID',
    });
    expect(
      await refused(landfall.api.post('lgo.staff', `/api/user-tasks/${nothing}/comments`, { text: 'x' })),
    ).toMatchObject({ status: 404, code: 'USER_TASK.NOT_FOUND' });
  });

  it('does not open with its files inside a database', async () => {
    const { databaseUrl } = landfall.installation;
    const [row] = await landfall.installation.database.query<{ data_directory: string }>('SHOW data_directory');
    const settings = loadSettings({
      NODE_ENV: 'test',
      LANDFALL_ATTACHMENT_DIR: join(row?.data_directory ?? '', 'attachments'),
    });
    await expect(openInstallation({ settings, databaseUrl })).rejects.toThrow(
      /^Expected LANDFALL_ATTACHMENT_DIR to lie outside the database's own folder, but /,
    );
  });

  it('takes papers to an ended task from those only who see its project', async () => {
    const page = await landfall.api.get<TaskPage>('d06.specialist', `/api/user-tasks/${taskId}`);
    const outcome = page.outcomes.find(({ tone }) => tone === 'positive');
    if (!outcome) throw new Error('Expected a positive outcome');
    const form = fillForm(page, outcome, syntheticUscc(), { now: landfall.clock.now() });
    await landfall.api.post('d06.specialist', `/api/user-tasks/${taskId}/complete`, { outcome: outcome.key, form });
    expect(await attach('d06.head', PDF, '会后补充.pdf')).toMatchObject({ fileName: '会后补充.pdf' });

    const { database, engine, organization, sessions, meetings } = landfall.installation;
    const inbox = new Inbox(database, engine.definitions);
    const visibility = new TaskVisibility(database, inbox, organization, meetings.meetings);
    const token = (await cookieOf('d06.specialist')).split('=')[1] ?? '';
    const { person } = await sessions.authenticate(decodeURIComponent(token));
    expect(await visibility.writable(person, taskId)).toMatchObject({ state: 'completed' });
    await expect(visibility.writable({ ...person, projectScope: { kind: 'none' } }, taskId)).rejects.toMatchObject({
      code: 'USER_TASK.NOT_OPEN',
      status: 409,
    });
  });
});
