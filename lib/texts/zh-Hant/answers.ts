import type { Texts } from '../en/all-areas.ts';

export const answers: Texts['answers'] = {
  noAnswer: '伺服器未回應。請稍後重試。',
  notSaved: '未儲存。',
  refused: '已被拒絕：{detail}',
  code: {
    'azure-not-configured': '未連線 Azure：「同步」頁面會列出缺少的設定。',
    'role-required': '您的角色不允許此操作。',
    'person-required': '只有已登入的人員才能執行此操作。',
    'sign-in-required': '您的工作階段已結束。請重新登入。',
    'not-found': '該內容已不存在。',
    'too-many-requests': '請求過多。請稍後重試。',
    'too-many-views': '您儲存的檢視已達上限。請先刪除一個。',
    'run-ended': '此執行已結束。',
    'import-ended': '此匯入已結束。',
    'sync-running': '同步已在進行中。',
    'foreign-partner-id': '此合作夥伴識別碼不屬於您。',
    'file-too-large': '檔案過大。',
    'file-not-whole': '檔案未完整到達。請重新傳送。',
    'disk-full': '伺服器磁碟空間已滿。',
    internal: '伺服器無法回應。其記錄說明了原因。',
    'import-taken-back': '在讀取之前已被撤回。',
    'unreadable-answer': '伺服器的回答無法讀取。',
  },
};
