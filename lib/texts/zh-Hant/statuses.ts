import type { Texts } from '../en/all-areas.ts';

export const statuses: Texts['statuses'] = {
  verdict: {
    earning: '有點數',
    partial: '部分',
    'not-earning': '無點數',
    'not-applicable': '不適用',
    pending: '等待中',
    unverified: '未驗證',
    unknown: '未知',
  },
  verdictUntil: '{word}（至 {day}）',
  verdictPart: '{word}（{percent}）',
  verdictPartAtLeast: '{word}（至少 {percent}）',
  linked: {
    yes: '已連結',
    automatic: '自動',
    no: '未連結',
    unknown: '未知',
  },
  access: {
    covered: '已涵蓋',
    partly: '部分',
    'not-covered': '未涵蓋',
    unknown: '未知',
  },
  credit: {
    credited: '已獲得點數',
    partly: '部分',
    'not-credited': '未獲得點數',
    'not-applicable': '不適用',
    unknown: '未知',
  },
  roleEarns: {
    yes: '可獲得點數',
    no: '不會獲得點數',
    unlisted: '未列出',
  },
  pathEarns: {
    yes: '應獲得點數',
    no: '不會獲得點數',
    unknown: '未知',
  },
  unread: {
    forbidden: '不允許',
    'no-consent': '未同意',
    failed: '失敗',
    'not-asked': '不需要',
    'not-visible': '看不到',
    'too-old': '過舊，不計入',
  },
};
