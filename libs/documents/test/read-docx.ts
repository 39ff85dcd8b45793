import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** One element of a part of a file of Word. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
});

type Raw = Record<string, unknown> & { ':@'?: Record<string, string> };

const nodeOf = (raw: Raw): XmlNode => {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  const inner = raw[name];
  if (!Array.isArray(inner)) return { name, attributes: {}, children: [], text: String(inner) };
  const children = inner.map((child) => nodeOf(child as Raw));
  return { name, attributes: raw[':@'] ?? {}, children, text: children.map(({ text }) => text).join('') };
};

/** Every element of a name below one, in order. */
export const all = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** The first element of a name below one. */
export const first = (node: XmlNode, name: string): XmlNode => {
  const [found] = all(node, name);
  if (found === undefined) throw new Error(`Expected ${name} in ${node.name}, but there is none`);
  return found;
};

/** A file of Word, opened as anybody can: unpacked and parsed. */
export class WordFile {
  private readonly parts: ReturnType<typeof unzipSync>;

  constructor(bytes: Buffer) {
    this.parts = unzipSync(bytes);
  }

  part(name: string): XmlNode {
    const bytes = this.parts[name];
    if (bytes === undefined) throw new Error(`Expected ${name} in the file, but there is none`);
    const children = (parser.parse(strFromU8(bytes)) as Raw[]).map(nodeOf);
    return { name, attributes: {}, children, text: '' };
  }

  names(): string[] {
    return Object.keys(this.parts);
  }

  get document(): XmlNode {
    return this.part('word/document.xml');
  }

  /** The words of the text, paragraph by paragraph. */
  get paragraphs(): string[] {
    return all(this.document, 'w:p').map((paragraph) =>
      all(paragraph, 'w:t')
        .map(({ text }) => text)
        .join(''),
    );
  }

  /** The properties of a paragraph style. */
  style(id: string): XmlNode {
    const found = all(this.part('word/styles.xml'), 'w:style').find(({ attributes }) => attributes['w:styleId'] === id);
    if (found === undefined) throw new Error(`Expected style ${id}, but there is none`);
    return found;
  }
}
