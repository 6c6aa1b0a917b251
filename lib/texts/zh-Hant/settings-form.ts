import type { Texts } from '../en/all-areas.ts';

export const settingsForm: Texts['settingsForm'] = {
  of: {
    attestationDays: {
      label: '經證明的連結最長有效',
      unit: '天',
      help: '適用於今後的證明；已記錄的證明保留其日期。',
    },
    ownLinkDays: {
      label: '代表人員讀取的連結有效',
      unit: '天',
      help: '其他人無法再次讀取。下次同步及之後的每個頁面均以此為準。',
    },
    heavyLinkSubscriptions: {
      label: '當單個身分識別承載以下數量時發出警告',
      unit: '個或更多訂用帳戶',
      help: '在「連結」頁面上，與佔全部訂用帳戶一半的警告一起顯示。',
    },
  },
  saved: '設定已儲存。',
  saving: '正在儲存',
  save: '儲存設定',
  range: '{least, number} 至 {most, number}。',
  usual: '這是常用值。',
  changed: '{who} 於 {date} 變更；通常為 {usual, number}。',
};
