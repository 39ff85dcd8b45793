import { safeFileName } from './safe-file-name';

describe('safeFileName', () => {
  it.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\windows\\system.csv', 'system.csv'],
    ['C:\\docs\\合同.pdf', '合同.pdf'],
    ['/', 'file'],
    ['..', 'file'],
    ['a<b>:c|"d?*.txt', 'a_b__c__d__.txt'],
    ['.. .hidden.txt. ', 'hidden.txt'],
    ['con.txt', '_con.txt'],
    ['\u0000\u202Egpj.txt', '__gpj.txt'],
    ['a\r\nSet-Cookie: x.txt', 'a__Set-Cookie_ x.txt'],
    ['\uD800a.txt', '_a.txt'],
    ['', 'file'],
    // One letter or two, the name is the same.
    ['re\u0301sume\u0301.pdf', 'résumé.pdf'],
    ['𠮷田集团（滨海）.xlsx', '𠮷田集团（滨海）.xlsx'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(116)}.pdf`],
  ])('makes %j a safe name', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});
