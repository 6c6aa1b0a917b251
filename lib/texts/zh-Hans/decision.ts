import type { Texts } from '../en/all-areas.ts';

export const decision: Texts['decision'] = {
  changed: '{changed, plural, other {已更改 # 个发现项。}}',
  changedSome:
    '{changed, plural, =0 {没有更改任何发现项} other {已更改 # 个发现项}}；{unknown, plural, other {# 个已不存在。}}',
  same: '没有任何更改：已经是这样。',
  undone: '{undone, plural, other {# 个发现项已恢复原状。}}',
  undoneSome:
    '{undone, plural, =0 {没有恢复任何发现项} other {# 个发现项已恢复原状}}；{kept, plural, other {# 个此后已有更改，保持现状。}}',
};
