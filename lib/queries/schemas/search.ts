import { z } from 'zod';
import { searchText } from './shared.ts';

export const searchQuery = z.strictObject({ q: searchText });
export type SearchQuery = z.infer<typeof searchQuery>;

export const found = z
  .object({
    kind: z.enum(['customer', 'subscription', 'role']),
    name: z.string(),
    detail: z.string().meta({ description: 'Its id, or whose it is' }),
    path: z.string().meta({ description: 'Where the page about it is' }),
  })
  .meta({ id: 'Found' });
export type Found = z.infer<typeof found>;

export const searchAnswer = z
  .object({ items: z.array(found).meta({ description: 'At most eight of each kind' }) })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof searchAnswer>;
