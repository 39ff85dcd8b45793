/** Tells the time. Machines never ask it: the time of a decision arrives in the event. */
export abstract class Clock {
  abstract now(): Date;
}

/** The computer's own time. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A time that stands still until it is moved: for tests, and for showing how a period passes. */
export class ManualClock extends Clock {
  constructor(private current: Date) {
    super();
  }

  now(): Date {
    return new Date(this.current);
  }

  /** Moves the time forward by milliseconds. */
  advance(milliseconds: number): void {
    this.current = new Date(this.current.getTime() + milliseconds);
  }

  set(instant: Date): void {
    this.current = new Date(instant);
  }
}
