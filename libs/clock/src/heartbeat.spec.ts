import { setTimeout as sleep } from 'node:timers/promises';
import { Heartbeat } from './heartbeat';

describe('a heartbeat', () => {
  it('beats again and again until it is stopped', async () => {
    let beats = 0;
    const heart = new Heartbeat(async () => {
      beats += 1;
    }, 5);
    heart.start();
    heart.start();
    while (beats < 3) await sleep(2);
    await heart.stop();
    const then = beats;
    await sleep(30);
    expect(beats).toBe(then);
  });

  it('never runs two beats at once, and follows a nudge during a beat with another beat', async () => {
    let inside = 0;
    let beats = 0;
    const heart = new Heartbeat(async () => {
      inside += 1;
      expect(inside).toBe(1);
      beats += 1;
      await sleep(10);
      inside -= 1;
    }, 60_000);
    heart.start();
    await sleep(2);
    heart.nudge();
    heart.nudge();
    while (beats < 2) await sleep(2);
    await heart.stop();
    expect(beats).toBe(2);
  });

  it('wakes from its rest at a nudge', async () => {
    let beats = 0;
    const heart = new Heartbeat(async () => {
      beats += 1;
    }, 60_000);
    heart.start();
    while (beats < 1) await sleep(2);
    await sleep(5);
    heart.nudge();
    while (beats < 2) await sleep(2);
    await heart.stop();
    expect(beats).toBe(2);
  });

  it('tells of a beat that failed and goes on', async () => {
    const failures: unknown[] = [];
    let beats = 0;
    const heart = new Heartbeat(
      async () => {
        beats += 1;
        if (beats === 1) throw new Error('missed');
      },
      2,
      (error) => failures.push(error),
    );
    heart.start();
    while (beats < 2) await sleep(2);
    await heart.stop();
    expect(failures).toEqual([new Error('missed')]);
  });
});
