/**
 * Who sends an event: a person in a post, or the system itself.
 *
 * `groups` are the candidate groups the actor's posts give (`D01.specialist`); they are loaded before deciding, so that
 * machines and command handlers never look anything up. `onBehalfOf` names the person whose decision is recorded by
 * somebody else (代录); both names go into history.
 */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly unit: string;
  readonly groups: readonly string[];
  readonly onBehalfOf?: string;
  /** Those whose work this person does today (代理); the engine says for whom it was when it was for one of them. */
  readonly principals?: readonly Principal[];
}

/** Somebody who is away and whose substitute acts. */
export interface Principal {
  readonly accountId: string;
  readonly name: string;
  readonly groups: readonly string[];
}

/** The actor of timers, sweepers and jobs. */
export const SYSTEM_ACTOR: Actor = { accountId: 'system', name: 'system', unit: 'SYSTEM', groups: [] };

export const isSystem = (actor: Pick<Actor, 'accountId'>): boolean => actor.accountId === SYSTEM_ACTOR.accountId;
