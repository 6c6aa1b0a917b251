import type { Texts } from '../en/all-areas.ts';

export const decision: Texts['decision'] = {
  changed: '{changed, plural, one {# bevinding is gewijzigd.} other {# bevindingen zijn gewijzigd.}}',
  changedSome:
    '{changed, plural, =0 {Er is geen bevinding gewijzigd} one {# bevinding is gewijzigd} other {# bevindingen zijn gewijzigd}}; {unknown, plural, one {# is er niet meer.} other {# zijn er niet meer.}}',
  same: 'Er is niets gewijzigd: het staat al zo.',
  undone:
    '{undone, plural, one {# bevinding is weer zoals ervoor.} other {# bevindingen zijn weer zoals ervoor.}}',
  undoneSome:
    '{undone, plural, =0 {Er is geen bevinding teruggezet} one {# bevinding is weer zoals ervoor} other {# bevindingen zijn weer zoals ervoor}}; {kept, plural, one {# is sindsdien gewijzigd en blijft zo.} other {# zijn sindsdien gewijzigd en blijven zo.}}',
};
