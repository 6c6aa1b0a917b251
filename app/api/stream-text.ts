import { AsyncLocalStorage } from 'node:async_hooks';
import { Refusal } from '#lib/auth/actor.ts';

type Part = string | Uint8Array;

/**
 * Text as it comes. Each part is made within the request, so that it can be asked again who that is. A session that
 * has ended since ends events quietly; half a file is broken, so that nobody takes it for a whole one.
 */
export function streamText(parts: AsyncGenerator<Part>, of: 'events' | 'file'): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const inRequest = AsyncLocalStorage.snapshot();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await inRequest(() => parts.next());
        if (done === true) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      } catch (error) {
        if (of === 'file' || !(error instanceof Refusal)) throw error;
        controller.close();
      }
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
