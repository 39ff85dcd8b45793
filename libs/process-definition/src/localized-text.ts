/** One text in the two languages of the product; Chinese is the one that decides. */
export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
}
