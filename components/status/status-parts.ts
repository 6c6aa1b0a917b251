import type { Part } from '#components/grid/grid-shape.ts';
import type { Look } from './verdict-looks.ts';

/** Lines of a list's cells: the same words and looks as the components beside, as data. */
export const textPart = (text: string, look: (Part & { kind: 'text' })['look'] = 'plain'): Part => ({
  ...{ kind: 'text', text, look },
});

export const nonePart = (why: string): Part => ({ kind: 'none', why });

export const lookPart = ({ tone, icon, word }: Look): Part => ({ kind: 'badge', tone, icon, text: word });
