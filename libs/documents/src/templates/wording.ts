import type { OfficialDocument } from '../layout/document-model';
import type { DocumentTypeName } from './document-type-names';

/** The words of one type of document, part by part; placeholders in two braces are filled from the data. */
export type Wording = Readonly<Record<string, string>>;

/** One part of a template, as the office sees it. */
export interface TemplatePart {
  readonly name: string;
  readonly label: string;
  readonly mandatory: boolean;
  /** Placeholders without which the part would hide what the document is there to say. */
  readonly mustSay?: readonly string[];
}

/** What a part may be filled with; texts, lists of such, and whether something is there. */
export interface View {
  readonly [name: string]: string | boolean | View | readonly View[];
}

/** One type of document: what it is made of, and how its data become an official document. */
export interface DocumentType<Data> {
  readonly type: DocumentTypeName;
  readonly label: string;
  readonly parts: readonly TemplatePart[];
  /** What its placeholders mean, by name. */
  readonly fields: Readonly<Record<string, string>>;
  /** The values of the placeholders. */
  view(data: Data): View;
  compose(data: Data, wording: Wording): OfficialDocument;
  /** Data that are made up, and say so. */
  readonly sample: Data;
}
