import { yes, type Answer } from '../answers.ts';
import { NOBODY, pathOf, type AccessPath, type PathGrounds } from '../paths/access-path.ts';
import { ALWAYS } from './cause-case.ts';
import { NOW } from './made-facts.ts';

/** A path over the whole subscription, with one candidate for each answer. */
export const madePath = (
  grounds: Partial<PathGrounds> = {},
  answers: readonly Answer[] = [yes(ALWAYS)],
): AccessPath =>
  pathOf(
    {
      kind: 'lighthouse',
      sourceId: 'source',
      narrowScope: null,
      inherited: false,
      owner: 'us',
      origin: 'template',
      readAt: NOW,
      ...grounds,
    },
    answers.map((answer) => ({ ...NOBODY, answer })),
  );
