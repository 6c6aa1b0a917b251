import { expect, it } from 'vitest';
import { inParallel } from './in-parallel.ts';

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
