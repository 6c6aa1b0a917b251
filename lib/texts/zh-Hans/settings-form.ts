import type { Texts } from '../en/all-areas.ts';

export const settingsForm: Texts['settingsForm'] = {
  of: {
    attestationDays: {
      label: '经证明的链接最长有效',
      unit: '天',
      help: '适用于今后的证明；已记录的证明保留其日期。',
    },
    ownLinkDays: {
      label: '代表人员读取的链接有效',
      unit: '天',
      help: '其他人无法再次读取。下次同步及之后的每个页面均以此为准。',
    },
    heavyLinkSubscriptions: {
      label: '当单个标识承载以下数量时发出警告',
      unit: '个或更多订阅',
      help: '在“链接”页面上，与占全部订阅一半的警告一起显示。',
    },
  },
  saved: '设置已保存。',
  saving: '正在保存',
  save: '保存设置',
  range: '{least, number} 至 {most, number}。',
  usual: '这是常用值。',
  changed: '{who} 于 {date} 更改；通常为 {usual, number}。',
};
