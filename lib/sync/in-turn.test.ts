import { describe, expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

/** Works that end when they are told to, and what became of them. */
function openWorks() {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const work = (name: string) => (): Promise<void> => {
    begun.push(name);
    const end = Promise.withResolvers<void>();
    ends.set(name, end);
    return end.promise;
  };
  return { begun, work, of: (name: string) => ends.get(name) };
}

describe('works of one session', () => {
  it('are each begun upon while the one before is carried out, and no more than one', async () => {
    const { begun, work, of } = openWorks();
    const turns = inTurn(work('first')());
    await turns.add(work('second'));
    const third = turns.add(work('third'));
    await Promise.resolve();
    expect(begun).toEqual(['first', 'second']);
    of('first')?.resolve();
    await third;
    expect(begun).toEqual(['first', 'second', 'third']);
    of('second')?.resolve();
    of('third')?.resolve();
    await turns.ended();
  });

  it.each(['first', 'second', 'third'])(
    'fail as the %s fails, when all of them have ended',
    async (failed) => {
      const { work, of } = openWorks();
      const turns = inTurn(work('first')());
      await turns.add(work('second'));
      const added = turns.add(work('third'));
      const heard = added.catch((error: unknown) => String(error));
      if (failed === 'first') {
        of('first')?.reject(new Error('first'));
        of('second')?.resolve();
        expect(await heard).toBe('Error: first');
        return;
      }
      of('first')?.resolve();
      await added;
      let hasEnded = false;
      const ended = turns
        .ended()
        .finally(() => (hasEnded = true))
        .catch((error: unknown) => String(error));
      of(failed)?.reject(new Error(failed));
      await Promise.resolve();
      expect(hasEnded).toBe(false);
      of(failed === 'second' ? 'third' : 'second')?.resolve();
      expect(await ended).toBe(`Error: ${failed}`);
    },
  );
});
