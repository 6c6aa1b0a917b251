import type { Texts } from '../en/all-areas.ts';

export const decision: Texts['decision'] = {
  changed: '{changed, plural, other {已變更 # 個發現項目。}}',
  changedSome:
    '{changed, plural, =0 {沒有變更任何發現項目} other {已變更 # 個發現項目}}；{unknown, plural, other {# 個已不存在。}}',
  same: '沒有任何變更：已經是這樣。',
  undone: '{undone, plural, other {# 個發現項目已恢復原狀。}}',
  undoneSome:
    '{undone, plural, =0 {沒有恢復任何發現項目} other {# 個發現項目已恢復原狀}}；{kept, plural, other {# 個此後已有變更，保持現狀。}}',
};
