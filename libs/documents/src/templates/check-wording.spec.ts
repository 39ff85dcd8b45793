import { wordingProblems } from './check-wording';
import { DOCUMENT_TYPE_NAMES } from './document-type-names';
import { documentTypes, requireDocumentType } from './document-types';
import { SHIPPED_WORDINGS } from './shipped-wordings';
import type { View } from './wording';

const namesIn = (view: View, prefix = ''): string[] =>
  Object.entries(view).flatMap(([name, value]) => {
    const own = prefix + name;
    if (typeof value !== 'object') return [own];
    const inner = Array.isArray(value) ? value[0] : value;
    return [own, ...(inner === undefined ? [] : namesIn(inner as View, `${own}.`))];
  });

describe('the words of documents', () => {
  it.each(DOCUMENT_TYPE_NAMES)('those shipped for %s are valid, and every placeholder has a meaning', (name) => {
    const type = requireDocumentType(name);
    expect(wordingProblems(type, SHIPPED_WORDINGS[name])).toEqual([]);
    expect(Object.keys(type.fields).sort()).toEqual(namesIn(type.view(type.sample)).sort());
  });

  const check = (body: string, more: Record<string, string> = {}) => {
    const wording = { ...SHIPPED_WORDINGS.meetingNotice, body, ...more };
    return wordingProblems(documentTypes.meetingNotice, wording).map(({ code, path }) => [path, code]);
  };
  const good = '{{startsAt}}{{place}}{{attendees}}';

  it.each([
    [`${good}{{nobody}}`, 'UNKNOWN_PLACEHOLDER'],
    [`${good}{{constructor}}`, 'UNKNOWN_PLACEHOLDER'],
    [`${good}{{items.length}}`, 'UNKNOWN_PLACEHOLDER'],
    [`${good}{{title}}`, 'UNKNOWN_PLACEHOLDER'],
    [`${good}{{#items}}{{title}}`, 'SECTION_UNBALANCED'],
    [`${good}{{title}}{{/items}}`, 'SECTION_UNBALANCED'],
    [`${good}{{startsAt`, 'TAG_UNREADABLE'],
    [`${good}{{> other}}`, 'TAG_NOT_ALLOWED'],
    ['{{startsAt}}{{place}}', 'PLACEHOLDER_MISSING'],
    ['  ', 'PART_MISSING'],
  ])('refuses %s', (body, code) => {
    expect(check(body)).toEqual([['body', `DOCUMENT_TEMPLATE.${code}`]]);
  });

  it('takes sections, and names parts that there are not', () => {
    expect(check(`${good}{{#items}}{{number}}{{title}}{{/items}}{{^hasItems}}无{{/hasItems}}`)).toEqual([]);
    expect(check(good, { layout: 'x' })).toEqual([['layout', 'DOCUMENT_TEMPLATE.UNKNOWN_PART']]);
  });
});
