import type { Texts } from '../en/all-areas.ts';

export const report: Texts['report'] = {
  title: '{name} 的合作夥伴獲得的點數 (PEC)',
  back: '返回客戶',
  print: '列印或另存為 PDF',
  openMonth: '{month}，尚未結算：在 Microsoft 結算之前，數字均為估算值',
  earned: '獲得點數的部分',
  missed: '錯失的部分',
  why: '原因及處理方法',
  noCost: '無法讀取本月的成本，因此無法給出金額。',
  noCause: '每個訂用帳戶都有點數，或沒有可產生點數的內容。',
  column: {
    currency: '貨幣',
    cost: '成本',
    eligible: '符合條件',
    received: '已獲得點數',
    missedEstimate: '錯失的點數（估計）',
    subscription: '訂用帳戶',
    result: '結果',
  },
  doIt: '<strong>如何處理：</strong>{remedy}',
  concerns: '涉及 {count, plural, other {# 個訂用帳戶}}：{names}',
  concernsMore: '涉及 {count, plural, other {# 個訂用帳戶}}：{names} 等，另有 {more, number} 個',
  asked: 'Microsoft 禁止僅為獲得點數而向客戶施壓要求存取權：此處的要求以受控服務為出發點。',
  rests: '製作於 {made}。無法讀取的內容視為未知，絕不視為已獲得或錯失。',
  restsSince: '製作於 {made}，所用資料最早讀取於 {asOf}。無法讀取的內容視為未知，絕不視為已獲得或錯失。',
};
