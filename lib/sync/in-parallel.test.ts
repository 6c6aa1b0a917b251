import { describe, expect, it } from 'vitest';
import { inParallel, openGate } from './in-parallel.ts';

it('never has more than the limit under way, and does every item', async () => {
  let underWay = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
    done.push(item);
  });
  expect(most).toBe(2);
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5]);
});

it('leaves nothing running behind a fault', async () => {
  const slow = Promise.withResolvers<void>();
  const log: string[] = [];
  const all = inParallel(['fault', 'slow', 'never'], 2, async (item) => {
    if (item === 'fault') throw new Error('the store is gone');
    await slow.promise;
    log.push(item);
  });
  const ended = all.catch((error: unknown) => log.push(String(error)));
  slow.resolve();
  await ended;
  expect(log).toEqual(['slow', 'Error: the store is gone']);
});

describe('a gate', () => {
  it('lets so many through at a time, in the order in which they came', async () => {
    const gate = openGate(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const work = (index: number) =>
      gate(() => {
        begun.push(index);
        return new Promise<void>((resolve) => ends.push(resolve));
      });
    const all = [0, 1, 2, 3].map(work);
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    ends[0]?.();
    await all[0];
    expect(begun).toEqual([0, 1, 2]);
    ends[1]?.();
    ends[2]?.();
    await Promise.all([all[1], all[2]]);
    expect(begun).toEqual([0, 1, 2, 3]);
    ends[3]?.();
    await all[3];
  });

  it('goes on after work that failed', async () => {
    const gate = openGate(1);
    await expect(gate(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(gate(() => Promise.resolve('next'))).resolves.toBe('next');
  });
});
