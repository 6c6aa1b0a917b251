/**
 * Runs `work` over items, at most `limit` at a time. Outcomes are values here; when `work` throws all the same, no
 * further item begins, and the fault is thrown once the others have ended.
 */
export async function inParallel<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let broken = false;
  const worker = async () => {
    for (const item of queue) {
      if (broken) return;
      await work(item).catch((error: unknown) => {
        broken = true;
        throw error;
      });
    }
  };
  const workers = Array.from({ length: Math.min(limit, items.length) }, worker);
  await Promise.allSettled(workers);
  await Promise.all(workers);
}

export type Gate = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Lets so many pieces of work through at a time, in the order in which they came. */
export function openGate(limit: number): Gate {
  let free = limit;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
