import { MOST_AT_ONCE } from '#lib/core/statuses.ts';

const NOBODY = 'none';

export type FormDecision = { state?: string; ownerId?: string | null; note?: string };

/** What a form decides. A field that it does not have, or leaves empty, stays as it is; a note may become empty. */
export function decisionIn(field: (name: string) => string | null): FormDecision {
  const state = field('state') ?? '';
  const owner = field('owner') ?? '';
  const note = field('note');
  return {
    ...(state === '' ? {} : { state }),
    ...(owner === '' ? {} : { ownerId: owner === NOBODY ? null : owner }),
    ...(note === null ? {} : { note: note.replaceAll('\r\n', '\n') }),
  };
}

/** Why nothing can be done about it; null: it can. */
export function decisionFault(
  ids: readonly string[],
  decision: FormDecision,
): 'nothing-chosen' | 'nothing-decided' | 'too-many-chosen' | null {
  if (ids.length === 0) return 'nothing-chosen';
  if (Object.keys(decision).length === 0) return 'nothing-decided';
  return ids.length > MOST_AT_ONCE ? 'too-many-chosen' : null;
}
