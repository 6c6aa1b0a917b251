import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';

/** Whether a browser loads the whole page: what asks for it by script, to show it within another, names no type. */
export const asksForDocument = cache(async (): Promise<boolean> =>
  ((await headers()).get('accept') ?? '').includes('text/html'),
);
