import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from './api-client';
import type { MovableTime } from './pass-meetings';

interface ClockState {
  readonly now: string;
  readonly move: {
    readonly state: 'moving' | 'done' | 'cancelled';
    /** How far it has come. */
    readonly reached: string;
    readonly steps: number;
    /** Moments that were left before all they caused had happened. */
    readonly unsettled: number;
  } | null;
}

const PATH = '/api/demo-clock';
const LOOK_AGAIN_MS = 20;

/** The clock of a demonstration, moved through the API; a move is over when everything in between has happened. */
export class MovedClock implements MovableTime {
  private state: ClockState | undefined;
  steps = 0;
  unsettled = 0;
  movedMs = 0;

  constructor(
    protected readonly api: ApiClient,
    protected readonly account: string,
  ) {}

  async open(): Promise<void> {
    this.state = await this.api.get<ClockState>(this.account, PATH);
  }

  now(): Date {
    return new Date(this.state?.now ?? 0);
  }

  /** @param onStep hears each day that is reached */
  nextWorkday(onStep: (reached: string) => void = () => undefined): Promise<void> {
    return this.move({ to: 'nextWorkday' }, onStep);
  }

  goTo(instant: Date): Promise<void> {
    return this.move({ until: instant.toISOString() }, () => undefined);
  }

  private async move(to: object, onStep: (reached: string) => void): Promise<void> {
    const began = Date.now();
    this.state = await this.api.post<ClockState>(this.account, PATH, to);
    while (this.state.move?.state === 'moving') {
      onStep(this.state.move.reached.slice(0, 10));
      await sleep(LOOK_AGAIN_MS);
      this.state = await this.api.get<ClockState>(this.account, PATH);
    }
    this.steps += this.state.move?.steps ?? 0;
    this.unsettled += this.state.move?.unsettled ?? 0;
    this.movedMs += Date.now() - began;
  }
}
