import { groupsOf } from './groups-of';
import type { HeldPost, PostsOfDay } from './post-directory';
import { isAdministrator } from './role';

/** An open account with the posts it ever held or will hold. */
export interface RosterRow {
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
  readonly open: boolean;
  /** Half-open spans of days, longest held first. */
  readonly spans: readonly { readonly post: string; readonly from: string; readonly to: string | null }[];
}

export interface RosterMember {
  readonly accountId: string;
  readonly name: string;
}

/** Somebody with the posts of the day. */
export interface RosterPerson extends RosterMember {
  readonly username: string;
  readonly posts: readonly HeldPost[];
}

/** Who holds what on one day; it never changes and answers at once. Closed accounts keep their names only. */
export class RosterView {
  /** Everybody who holds a post, by username. */
  readonly people: readonly RosterPerson[];
  private readonly names: ReadonlyMap<string, string>;
  private readonly holders: ReadonlyMap<string, readonly RosterMember[]>;
  private readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly members = new Map<string, readonly RosterMember[]>();

  constructor(
    rows: readonly RosterRow[],
    private readonly directory: PostsOfDay & { readonly day: string },
  ) {
    const { day } = directory;
    this.names = new Map(rows.map((row) => [row.accountId, row.name]));
    this.people = rows.flatMap(({ accountId, username, name, open, spans }) => {
      const held = spans.filter(({ from, to }) => from <= day && (to === null || day < to));
      const posts = open ? held.flatMap(({ post }) => directory.post(post) ?? []) : [];
      return posts.length === 0 ? [] : [{ accountId, username, name, posts }];
    });
    const holders = new Map<string, RosterMember[]>();
    for (const { accountId, name, posts } of this.people) {
      for (const { code } of posts) holders.set(code, [...(holders.get(code) ?? []), { accountId, name }]);
    }
    this.holders = holders;
    this.groups = new Map(this.people.map(({ accountId, posts }) => [accountId, new Set(groupsOf(posts, directory))]));
  }

  /** The day, YYYY-MM-DD. */
  get day(): string {
    return this.directory.day;
  }

  /** Who holds the post itself. */
  holdersOf(group: string): readonly RosterMember[] {
    return this.holders.get(group) ?? [];
  }

  /** Who may do the tasks of a group: holders of the post, then whoever heads its unit. */
  membersOf(group: string): readonly RosterMember[] {
    const known = this.members.get(group);
    if (known !== undefined) return known;
    const post = this.directory.post(group);
    const heads = post ? this.directory.postsOfUnit(post.unit).filter((other) => other.headsUnit) : [];
    const members = new Map<string, RosterMember>();
    for (const code of post ? [group, ...heads.map((head) => head.code)] : []) {
      for (const member of this.holdersOf(code)) {
        if (!members.has(member.accountId)) members.set(member.accountId, member);
      }
    }
    const answer = [...members.values()];
    this.members.set(group, answer);
    return answer;
  }

  /** Whether anybody may do the tasks of a group. */
  isStaffed(group: string): boolean {
    return this.membersOf(group).length > 0;
  }

  /** The only one who may do the tasks of a group; undefined when there are several or none. */
  soleMember(group: string): string | undefined {
    const [first, second] = this.membersOf(group);
    return second === undefined ? first?.accountId : undefined;
  }

  /** Whether an account may do the tasks of a group by its own posts. */
  holds(accountId: string, group: string): boolean {
    return this.groups.get(accountId)?.has(group) ?? false;
  }

  /** The groups that an account's posts give it, sorted; none for a closed account. */
  groupsOf(accountId: string): readonly string[] {
    return [...(this.groups.get(accountId) ?? [])];
  }

  /** What an account's person is called, of closed accounts too; undefined when there is none. */
  nameOf(accountId: string): string | undefined {
    return this.names.get(accountId);
  }

  /** Those who may have or be a substitute: everybody but the administrators. */
  get working(): readonly RosterPerson[] {
    return this.people.filter(({ posts }) => !posts.some(isAdministrator));
  }
}
