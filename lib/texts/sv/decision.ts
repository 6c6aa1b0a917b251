import type { Texts } from '../en/all-areas.ts';

export const decision: Texts['decision'] = {
  changed: '{changed, plural, one {# iakttagelse ändrades.} other {# iakttagelser ändrades.}}',
  changedSome:
    '{changed, plural, =0 {Ingen iakttagelse ändrades} one {# iakttagelse ändrades} other {# iakttagelser ändrades}}; {unknown, plural, one {# finns inte längre.} other {# finns inte längre.}}',
  same: 'Ingenting ändrades: det står redan så.',
  undone:
    '{undone, plural, one {# iakttagelse är som förut igen.} other {# iakttagelser är som förut igen.}}',
  undoneSome:
    '{undone, plural, =0 {Ingen iakttagelse återställdes} one {# iakttagelse är som förut igen} other {# iakttagelser är som förut igen}}; {kept, plural, one {# har ändrats sedan dess och står kvar.} other {# har ändrats sedan dess och står kvar.}}',
};
