import type { Client } from '@azure-rest/core-client';
import { z } from 'zod';

type Link = 'nextLink' | '@odata.nextLink';

const linked = z.record(z.string(), z.unknown());

export function nextOf(body: unknown, link: Link): string | null {
  const parsed = linked.safeParse(body);
  const next = parsed.success ? parsed.data[link] : null;
  return typeof next === 'string' && next !== '' ? next : null;
}

/** Yields each answer of a listing and follows its links, as generated clients do. */
export async function* listPages<Page>(
  client: Client,
  first: () => PromiseLike<{ body: Page }>,
  link: Link,
): AsyncGenerator<Page> {
  let { body } = await first();
  for (;;) {
    yield body;
    const next = nextOf(body, link);
    if (next === null) return;
    // The listing's own link leads to a page of the same shape; what arrives is parsed again by the reader.
    ({ body } = (await client.pathUnchecked(next).get()) as { body: Page });
  }
}
