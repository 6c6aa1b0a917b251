export type Turns = {
  /** Comes back when the work before is begun upon; what fails is heard of here, at the next work but one, or in the end. */
  add: (work: () => Promise<unknown>) => Promise<void>;
  /** Whatever fails, all of it has ended then. */
  ended: () => Promise<void>;
};

/** Works of one session in their order: each is made ready while the one before it is carried out, and no more than one. */
export function inTurn(first: Promise<unknown>): Turns {
  let before: Promise<unknown> = Promise.resolve();
  let last = first;
  // What fails is heard of where it is awaited.
  const heard = (work: Promise<unknown>): Promise<unknown> => {
    work.catch(() => undefined);
    return work;
  };
  heard(first);
  return {
    async add(work) {
      await before;
      [before, last] = [last, heard(work())];
    },
    async ended() {
      const ended = await Promise.allSettled([before, last]);
      for (const one of ended) if (one.status === 'rejected') throw one.reason;
    },
  };
}
