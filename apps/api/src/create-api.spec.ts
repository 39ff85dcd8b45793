import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@landfall/process-definition';
import { Body, Controller, Get, Module, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { z } from 'zod';
import { startTestApi, type TestApi } from '../test/start-test-api';
import { RequirePermission } from './session/access';
import { CurrentActor } from './session/current-person';

const Nested = z.strictObject({
  amount: z.number().min(1).max(10),
  tags: z.array(z.string().max(3)).min(1),
  at: z.strictObject({ on: z.iso.date(), kind: z.enum(['a', 'b']) }),
});

@Controller('api/probe')
class ProbeController {
  @Get('actor')
  actor(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @Get('incidents')
  @RequirePermission('incident.manage')
  incidents(): string[] {
    return [];
  }

  @Get('by-name/:name')
  byName(@Param('name') name: string): string {
    return name;
  }

  @Post('file')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 1000 } }))
  file(@UploadedFile() file: { size: number }): number {
    return file.size;
  }

  @Get('fault')
  fault(): never {
    throw new Error('the secret of the house');
  }

  @Post('nested')
  nested(@Body({ schema: Nested }) body: z.infer<typeof Nested>): z.infer<typeof Nested> {
    return body;
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

describe('the HTTP shell', () => {
  let api: TestApi;
  let cookie: string;
  const webFolder = mkdtempSync(join(tmpdir(), 'landfall-web-'));

  beforeAll(async () => {
    mkdirSync(join(webFolder, 'assets'));
    writeFileSync(join(webFolder, 'index.html'), '<title>client</title>');
    writeFileSync(join(webFolder, 'favicon.svg'), '<svg/>');
    writeFileSync(join(webFolder, 'assets/main-1a2b.js'), 'run()');
    api = await startTestApi({}, { modules: [ProbeModule], webFolder });
    cookie = await api.signIn('d01.specialist');
  });
  afterAll(async () => {
    await api.close();
    rmSync(webFolder, { recursive: true });
  });

  const refusal = (status: number, code: string) => ({ status, body: expect.objectContaining({ status, code }) });

  describe('access', () => {
    it('needs a session everywhere but where it says otherwise', async () => {
      expect(await api.ask('/api/me')).toMatchObject(refusal(401, 'SESSION.MISSING'));
      expect(await api.ask('/api/probe/actor')).toMatchObject(refusal(401, 'SESSION.MISSING'));
      for (const path of ['/healthz', '/readyz', '/api/openapi.json', '/api/docs/']) {
        expect([path, (await api.ask(path)).status]).toEqual([path, 200]);
      }
    });

    it('hands the actor to the route', async () => {
      expect((await api.ask('/api/probe/actor', { cookie })).body).toMatchObject({
        unit: 'D01',
        groups: ['D01.specialist'],
      });
    });

    it('opens a route with a permission to who holds it', async () => {
      expect(await api.ask('/api/probe/incidents', { cookie })).toMatchObject(refusal(403, 'PERMISSION.MISSING'));
      const admin = await api.signIn('admin.system');
      expect(await api.ask('/api/probe/incidents', { cookie: admin })).toMatchObject({ status: 200, body: [] });
    });

    it('refuses changes that a browser sends from another site, and takes those from its own', async () => {
      const login = (headers: Record<string, string>) => api.ask('/api/auth/logout', { method: 'POST', headers });
      const foreign: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: api.url.replace('127.0.0.1', 'localhost') },
        { 'sec-fetch-site': 'cross-site' },
      ];
      for (const headers of foreign) {
        expect(await login(headers)).toMatchObject(refusal(403, 'REQUEST.FOREIGN_ORIGIN'));
      }
      expect((await login({ origin: api.url, 'sec-fetch-site': 'same-origin' })).status).toBe(204);
    });
  });

  describe('problem documents', () => {
    it('are of their media type, in Chinese or English', async () => {
      const chinese = await api.ask('/api/me');
      expect(chinese.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(chinese.body).toEqual({
        type: 'urn:landfall:problem:SESSION.MISSING',
        title: '需要登录',
        status: 401,
        code: 'SESSION.MISSING',
        detail: '应先登录，但还没有登录。',
      });
      const english = await api.ask('/api/me', { headers: { 'accept-language': 'en-US,en' } });
      expect(english.body).toMatchObject({
        title: 'Not signed in',
        detail: 'Expected somebody to be signed in, but nobody is',
      });
    });

    it('tell a fault by its reference and leak nothing', async () => {
      const answer = await api.ask('/api/probe/fault', { cookie });
      expect(answer).toMatchObject(refusal(500, 'INTERNAL'));
      expect(JSON.stringify(answer.body)).not.toContain('secret of the house');
      expect(answer.body.reference).toBe(answer.headers.get('x-request-id'));
      expect(answer.body.detail).toContain(answer.body.reference);
      const logged = api.log.find((line) => line.includes('the secret of the house'));
      expect(logged).toContain(answer.body.reference);
    });

    it('answer an unknown address', async () => {
      expect(await api.ask('/api/no/such/thing')).toMatchObject(refusal(404, 'REQUEST.NO_SUCH_ADDRESS'));
      expect(await api.ask('/api/me', { method: 'DELETE' })).toMatchObject(refusal(404, 'REQUEST.NO_SUCH_ADDRESS'));
    });

    it('name every wrong field of a body', async () => {
      const answer = await api.ask('/api/probe/nested', {
        cookie,
        json: { amount: 11, tags: ['long-one', 7], at: { on: '2026-02-30', kind: 'c', extra: 1 }, more: true },
      });
      expect(answer).toMatchObject(refusal(400, 'REQUEST.INVALID'));
      expect(answer.body.errors.map((error: { path: string; code: string }) => [error.path, error.code])).toEqual([
        ['amount', 'FORM.OUT_OF_RANGE'],
        ['tags.0', 'FORM.TOO_LONG'],
        ['tags.1', 'FORM.TYPE'],
        ['at.on', 'FORM.FORMAT'],
        ['at.kind', 'FORM.NOT_AN_OPTION'],
        ['at.extra', 'FORM.UNKNOWN_FIELD'],
        ['more', 'FORM.UNKNOWN_FIELD'],
      ]);
      for (const error of answer.body.errors) expect(error.detail).toMatch(/\p{Script=Han}/u);
    });

    it('name every missing field, of an empty body and of none', async () => {
      for (const asking of [{ json: {} }, { method: 'POST' }]) {
        const { body } = await api.ask('/api/probe/nested', { cookie, ...asking });
        expect(body.errors.map((error: { path: string; code: string }) => [error.path, error.code])).toEqual([
          ['amount', 'FORM.REQUIRED'],
          ['tags', 'FORM.REQUIRED'],
          ['at', 'FORM.REQUIRED'],
        ]);
      }
    });

    it('say one wrong field in their own sentence', async () => {
      const { body } = await api.ask('/api/auth/login', { json: { username: 'd01.head' } });
      expect(body.detail).toBe('“password”必须填写，但现在为空。');
    });

    it.each([
      ['[1]', 400, 'REQUEST.INVALID'],
      ['{"username":', 400, 'REQUEST.MALFORMED_JSON'],
      ['"text"', 400, 'REQUEST.MALFORMED_JSON'],
      ['{"username":"a\\u0000b","password":"x"}', 400, 'REQUEST.INVALID'],
      ['{"username":"\\ud800","password":"x"}', 400, 'REQUEST.INVALID'],
      ['{"__proto__":{"username":"a"},"password":"x"}', 400, 'REQUEST.INVALID'],
      [`${'{"username":'.repeat(500)}1${'}'.repeat(500)}`, 400, 'REQUEST.INVALID'],
    ])('answer the body %.40s', async (body, status, code) => {
      const headers = { 'content-type': 'application/json' };
      expect(await api.ask('/api/auth/login', { body, headers })).toMatchObject(refusal(status, code));
    });

    it('refuse 20 MB in one sentence', async () => {
      const answer = await api.ask('/api/auth/login', {
        body: JSON.stringify({ username: 'x'.repeat(20_000_000), password: 'x' }),
        headers: { 'content-type': 'application/json' },
      });
      expect(answer).toMatchObject(refusal(413, 'REQUEST.TOO_LARGE'));
      expect(answer.body.detail).toBe('请求应在允许的大小之内，但它过大。');
    });

    it('refuse a file beyond its limit, and a form that is none', async () => {
      const send = (bytes: number, name: string) => {
        const body = new FormData();
        body.append(name, new Blob([new Uint8Array(bytes)]), 'plan.pdf');
        return api.ask('/api/probe/file', { body, cookie });
      };
      expect(await send(1000, 'file')).toMatchObject({ status: 201 });
      expect(await send(1001, 'file')).toMatchObject(refusal(413, 'REQUEST.TOO_LARGE'));
      expect(await send(10, 'other')).toMatchObject(refusal(400, 'REQUEST.MALFORMED'));
      const broken = { body: 'nonsense', headers: { 'content-type': 'multipart/form-data; boundary=x' }, cookie };
      expect(await api.ask('/api/probe/file', broken)).toMatchObject(refusal(400, 'REQUEST.MALFORMED'));
    });

    it('refuse another media type and encoding', async () => {
      const others: Record<string, string>[] = [
        { 'content-type': 'text/plain' },
        { 'content-type': 'application/x-www-form-urlencoded' },
        { 'content-type': 'application/json', 'content-encoding': 'compress' },
        { 'content-type': 'application/json; charset=gbk' },
      ];
      for (const headers of others) {
        expect(await api.ask('/api/auth/login', { body: '{}', headers })).toMatchObject(
          refusal(415, 'REQUEST.UNSUPPORTED_MEDIA_TYPE'),
        );
      }
    });

    it('answer an address that is no URL', async () => {
      const answer = await new Promise<{ status?: number; body: string }>((resolve, reject) => {
        httpRequest(api.url, { path: '/api/probe/by-name/%E0%A4%A' }, (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => {
            body += chunk.toString();
          });
          response.on('end', () => resolve({ ...(response.statusCode && { status: response.statusCode }), body }));
        })
          .on('error', reject)
          .end();
      });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'REQUEST.MALFORMED' });
    });
  });

  describe('the log', () => {
    it('has a line per request without bodies, queries and secrets', async () => {
      await api.ask('/api/organization/routing?industry=secretindustry', {
        cookie,
        headers: { 'x-request-id': 'from-the-proxy-1' },
      });
      const line = await waitFor(() => api.log.find((one) => one.includes('from-the-proxy-1')));
      expect(JSON.parse(line)).toMatchObject({
        method: 'GET',
        path: '/api/organization/routing',
        status: 200,
        account: 'd01.specialist',
      });
      const log = api.log.join('\n');
      expect(log).not.toContain('secretindustry');
      expect(log).not.toContain('Harbour-2026');
      expect(log).not.toContain(cookie.split('=')[1]);
      await api.ask('/calendar/the-secret-of-a-feed.ics');
      await waitFor(() => api.log.find((one) => one.includes('/calendar/….ics')));
      expect(api.log.join('\n')).not.toContain('the-secret-of-a-feed');
    });
  });

  describe('the web client', () => {
    it('is answered for every address of its own, and asked for every time', async () => {
      for (const path of ['/', '/inbox', '/projects/0194']) {
        const answer = await api.ask(path, { headers: { accept: 'text/html' } });
        expect(answer).toMatchObject({ status: 200, body: '<title>client</title>' });
        expect(answer.headers.get('cache-control')).toBe('no-cache');
        expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
      }
    });

    it('keeps hashed files for a year, and knows what is missing', async () => {
      const asset = await api.ask('/assets/main-1a2b.js');
      expect(asset).toMatchObject({ status: 200, body: 'run()' });
      expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await api.ask('/favicon.svg')).status).toBe(200);
      expect(await api.ask('/assets/gone-3c4d.js')).toMatchObject(refusal(404, 'REQUEST.NO_SUCH_ADDRESS'));
      expect(await api.ask('/../package.json')).toMatchObject({ status: 404 });
    });

    it('does not stand in for the API', async () => {
      const answer = await api.ask('/api/nothing', { headers: { accept: 'text/html' } });
      expect(answer).toMatchObject(refusal(404, 'REQUEST.NO_SUCH_ADDRESS'));
      expect(answer.headers.get('cache-control')).toBe('no-store');
    });
  });

  describe('OpenAPI', () => {
    it('describes every route with its schemas', async () => {
      const { body } = await api.ask('/api/openapi.json');
      expect(Object.keys(body.paths)).toEqual(
        expect.arrayContaining(['/api/auth/login', '/api/me', '/api/organization/units', '/healthz']),
      );
      const login = body.paths['/api/auth/login'].post;
      expect(login.requestBody.content['application/json'].schema.$ref).toBe('#/components/schemas/Credentials');
      expect(login.responses[200].content['application/json'].schema.$ref).toBe('#/components/schemas/Me');
      expect(login.responses.default.content['application/problem+json']).toBeDefined();
      const named = new Set(Object.keys(body.components.schemas));
      const used = [...JSON.stringify(body).matchAll(/#\/components\/schemas\/([\w.-]+)/g)].map(([, name]) => name);
      expect(used.filter((name) => !named.has(name ?? ''))).toEqual([]);
    });

    it('has a page that needs nothing from outside', async () => {
      const { body } = await api.ask('/api/docs/');
      expect(body).toContain('swagger-ui');
      expect(body).not.toMatch(/(src|href)="https?:/);
      expect((await api.ask('/api/docs/swagger-ui-bundle.js')).status).toBe(200);
    });
  });
});

const waitFor = async <Value>(look: () => Value | undefined): Promise<Value> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const value = look();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not come within a second');
};
