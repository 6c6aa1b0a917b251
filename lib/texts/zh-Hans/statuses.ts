import type { Texts } from '../en/all-areas.ts';

export const statuses: Texts['statuses'] = {
  verdict: {
    earning: '有额度',
    partial: '部分',
    'not-earning': '无额度',
    'not-applicable': '不适用',
    pending: '等待中',
    unverified: '未验证',
    unknown: '未知',
  },
  verdictUntil: '{word}（至 {day}）',
  verdictPart: '{word}（{percent}）',
  verdictPartAtLeast: '{word}（至少 {percent}）',
  linked: {
    yes: '已链接',
    automatic: '自动',
    no: '未链接',
    unknown: '未知',
  },
  access: {
    covered: '已覆盖',
    partly: '部分',
    'not-covered': '未覆盖',
    unknown: '未知',
  },
  credit: {
    credited: '已获额度',
    partly: '部分',
    'not-credited': '未获额度',
    'not-applicable': '不适用',
    unknown: '未知',
  },
  roleEarns: {
    yes: '可获额度',
    no: '不产生额度',
    unlisted: '未列出',
  },
  pathEarns: {
    yes: '应获额度',
    no: '不产生额度',
    unknown: '未知',
  },
  unread: {
    forbidden: '不允许',
    'no-consent': '未同意',
    failed: '失败',
    'not-asked': '不需要',
    'not-visible': '不可见',
    'too-old': '过旧，不计入',
  },
};
