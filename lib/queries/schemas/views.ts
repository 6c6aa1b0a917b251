import { z } from 'zod';
import { instant } from './shared.ts';

/** Pages of which views can be kept. */
export const VIEW_PATHS = [
  '/',
  '/customers',
  '/subscriptions',
  '/gaps',
  '/costs',
  '/links',
  '/roles',
  '/changes',
  '/audit',
] as const;

export const viewName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{Cc}]*$/u, 'must not hold control characters');

export const viewChange = z.strictObject({
  path: z.enum(VIEW_PATHS),
  search: z
    .string()
    .max(1500)
    .regex(/^(\?[^\s\p{Cc}#]*)?$/u, "must be the part of an address from '?' on")
    .meta({ description: "The page's filters, order and columns, as in its address" }),
  shared: z.boolean().meta({ description: 'Everybody who signs in can open it' }),
});
export type ViewChange = z.infer<typeof viewChange>;

export const savedView = viewChange
  .extend({
    name: z.string(),
    own: z.boolean(),
    owner: z.string().nullable(),
    savedAt: instant,
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedView>;

export const savedViewList = z.object({ items: z.array(savedView) }).meta({ id: 'SavedViewList' });
export type SavedViewList = z.infer<typeof savedViewList>;
