import type { Texts } from '../en/all-areas.ts';

export const session: Texts['session'] = {
  failed: '無法顯示此頁面',
  failedWhy:
    '讀取此處儲存的內容失敗。沒有丟失或變更任何內容。請重試；如果問題仍然存在，伺服器記錄會說明原因。',
  reference: '記錄參考編號：<code>{reference}</code>',
  tryAgain: '重試',
  renewal: '工作階段續訂',
  ended: '您的工作階段已結束',
  endsAt: '您的工作階段將於 {time} 結束',
  signInAgain: '重新登入',
  nothingLost: '您將返回此檢視，已輸入的內容不會丟失。',
};
