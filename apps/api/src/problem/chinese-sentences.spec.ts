import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayInChinese } from './chinese-sentences';

const ROOT = join(__dirname, '../../../..');
const SERVER_SIDE = ['libs', 'workflows', 'apps/api', 'apps/worker', 'apps/standalone'];

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.spec|\.e2e-spec)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\/(test|bench)\//.test(file));

/** Every code in the sources: quoted, dotted, in capitals. */
const codes = new Map<string, string>();
for (const file of SERVER_SIDE.flatMap(sourcesIn)) {
  for (const [, code = ''] of readFileSync(file, 'utf8').matchAll(/['"`]([A-Z][A-Z0-9_]+\.[A-Z][A-Z0-9_]+)['"`]/g)) {
    codes.set(code, file);
  }
}

describe('Chinese sentences', () => {
  it('finds the codes at all', () => {
    expect([...codes.keys()]).toEqual(expect.arrayContaining(['SESSION.ENDED', 'USER_TASK.ALREADY_CLAIMED']));
  });

  it.each([...codes])('there is one for %s', (code) => {
    expect(sayInChinese(code, {})).toMatch(/\p{Script=Han}/u);
  });

  it('are filled from the params, in Chinese words', () => {
    expect(sayInChinese('SIGN_IN.LOCKED', { username: 'd01.head', minutes: 30 })).toBe(
      '账号“d01.head”应可登录，但多次输错密码已被锁定，请 30 分钟后再试。',
    );
    expect(sayInChinese('FORM.TYPE', { field: 'amount', type: 'string' })).toBe('“amount”应为文字，但现在不是。');
  });

  it('name something also where the whole of what was sent is wrong', () => {
    expect(sayInChinese('FORM.FORMAT', { field: '', format: 'uuid' })).toBe('“所填内容”的格式不正确。');
    expect(sayInChinese('FORM.FORMAT', { field: 'startsOn', format: 'date' })).toBe('“startsOn”的格式不正确。');
  });

  it('are missing for codes that nobody uses', () => {
    expect(sayInChinese('NOBODY.SAYS_THIS', {})).toBeUndefined();
    expect(sayInChinese('toString', {})).toBeUndefined();
  });
});
