import type { English } from '#lib/texts/en/all-areas.ts';
import type { Language } from '#lib/texts/languages.ts';

type Described = { name: string; detail: string };

/** Leads to a page, or shows this one in another language. */
export type PaletteEntry =
  | (Described & {
      kind: Exclude<keyof English['palette']['kinds'], 'language'>;
      path: string;
      /** Loaded anew: it may ask what the other pages may not. */
      isWhole?: boolean;
    })
  | (Described & { kind: 'language'; language: Language });

/** What a place asks of whoever goes there. */
export type PlaceFor = 'everybody' | 'support' | 'admin' | 'person';

type Place = {
  kind: 'page' | 'action';
  place: keyof English['palette']['places'];
  path: string;
  of?: PlaceFor;
  isWhole?: boolean;
};

const PLACES: readonly Place[] = [
  { kind: 'page', place: 'overview', path: '/' },
  { kind: 'page', place: 'customers', path: '/customers' },
  { kind: 'page', place: 'subscriptions', path: '/subscriptions' },
  { kind: 'page', place: 'gaps', path: '/gaps' },
  { kind: 'page', place: 'costs', path: '/costs' },
  { kind: 'page', place: 'changes', path: '/changes' },
  { kind: 'page', place: 'links', path: '/links' },
  { kind: 'page', place: 'roles', path: '/roles' },
  { kind: 'page', place: 'imports', path: '/imports' },
  { kind: 'page', place: 'reconcile', path: '/imports/reconcile' },
  { kind: 'page', place: 'sync', path: '/sync' },
  { kind: 'page', place: 'settings', path: '/settings', of: 'admin' },
  { kind: 'page', place: 'people', path: '/settings/people', of: 'admin' },
  { kind: 'page', place: 'audit', path: '/audit', of: 'admin' },
  { kind: 'action', place: 'startSync', path: '/sync', of: 'support' },
  { kind: 'action', place: 'notEarning', path: '/customers?verdict=not-earning' },
  { kind: 'action', place: 'mine', path: '/gaps?owner=me' },
  { kind: 'action', place: 'largest', path: '/subscriptions?sort=-missed' },
  { kind: 'action', place: 'ownLink', path: '/links/me', of: 'person', isWhole: true },
];

/** Those that whoever looks may open. */
export const placesFor = (who: readonly PlaceFor[]): readonly Place[] =>
  PLACES.filter(({ of = 'everybody' }) => of === 'everybody' || who.includes(of));
