import type { LocalizedText } from '@landfall/process-definition';

/** A post as this library needs it: what it is called, where it is, and whether it heads its unit. */
export interface HeldPost {
  readonly code: string;
  readonly unit: string;
  readonly role: string;
  readonly title: LocalizedText;
  readonly headsUnit: boolean;
}

/** The posts of one day. */
export interface PostsOfDay {
  post(code: string): HeldPost | undefined;
  postsOfUnit(unit: string): readonly HeldPost[];
}

/** Where posts are looked up; the organisation is one. A day is YYYY-MM-DD, today when left out. */
export interface PostDirectory {
  view(day?: string): Promise<PostsOfDay & { readonly day: string }>;
}

/** A directory that also answers at once what it last read of today; `view` was awaited before. */
export interface PresentPostDirectory extends PostDirectory {
  latest(): PostsOfDay & { readonly day: string };
}
