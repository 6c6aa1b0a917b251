import type { Texts } from '../en/all-areas.ts';

export const stepReasons: Texts['stepReasons'] = {
  detail: '技術細節',
  told: {
    'wrong-count': 'Azure 宣告有 {expected, plural, other {# 列}}，實際傳送了 {read, number} 列。',
    'fewer-rows':
      'Azure 傳回了 {read, plural, other {# 列}}，而現有 {held, number} 列。在第二次讀取得到相同結果之前，現有資料保持不變。',
    'step-fault': '我們的內部錯誤中止了此步驟；詳見日誌。',
    'run-fault': '我們的內部錯誤中止了此次執行；詳見日誌。',
    'not-judged': '{count, plural, other {# 個客戶}}無法判定，保留上次的判定；原因見日誌。',
    'no-subscription': '尚無可見的訂用帳戶。',
    'no-billing-account': '服務身分識別看不到任何合作夥伴計費帳戶。',
    'no-account-known': '沒有已知的合作夥伴計費帳戶。',
    'of-subscriptions': '{asked, plural, other {# 個訂用帳戶}}中有 {unread, number} 個無法讀取。',
    'ownerless-cost':
      '{count, plural, other {# 個訂用帳戶或費用項目}}的成本不屬於已讀取內容中出現的任何客戶。',
    'graph-shows-nothing': 'Resource Graph 未顯示任何內容。',
    'refused-before': '在繼續執行之前已被拒絕。',
    'http-status': 'Azure 傳回狀態 {status}，未附說明。',
    'long-wait': 'Azure 要求的等待時間超過了單次呼叫的等待上限。',
    'no-export': '沒有實際成本匯出提供 {period} 的資料。',
    'no-token': '該身分識別未提供權杖。',
    'managed-identity': '受控識別只有其自身租用戶的權杖。',
    'no-report': 'Azure 無法產生報告。',
    'no-definitions': '未讀取委派的定義。',
    'no-dimensions': '尚未讀取計費範圍的成本維度。',
    'unlisted-customer': '計費中列出了客戶 {customer} 的訂用帳戶，卻沒有該客戶。',
    'unlisted-subscription': '訂用帳戶 {subscription} 可見且有成本，但計費中未列出。',
    'delegations-differ':
      '訂用帳戶 {subscription}：Resource Graph 顯示 {graph, plural, other {# 個委派}}，其清單顯示 {list, number} 個。',
    'costs-differ': '客戶自身的讀取結果為 {own}，其帳單設定檔的讀取結果為 {profile}。',
    'no-exports': '沒有實際成本匯出。',
    'unknown-tenant': '沒有資訊表明計費客戶 {customer} 是哪個租用戶。',
    'totals-differ': '帳單設定檔 {profile} 在 {period} 的明細合計為 {lines}，查詢結果為 {query}。',
  },
  kind: {
    malformed: '回答的格式與 Microsoft 的文件不符。',
    cut: '連線在收到完整回答之前中斷。',
    timeout: '未能及時收到完整回答。',
    'foreign-host': '需要呼叫的位址不屬於 Azure，因此未呼叫。',
    'missing-dimension': '計費範圍未提供此讀取方式所需的欄位。',
    'too-many-subscriptions': 'Resource Graph 只回答了部分訂用帳戶的內容。',
    aborted: '讀取已放棄。',
  },
};
