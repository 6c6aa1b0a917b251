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
  advice: {
    inOrder: {
      title: '正常',
      meaning: '存取權符合要求。',
      remedy: '無需任何操作。',
    },
    notByUs: {
      title: '不由我們獲得',
      meaning: '此訂用帳戶由其他方計費，或其點數由其他方獲得。',
      remedy: '無需任何操作。',
    },
    cannotEarn: {
      title: '沒有可獲得點數的內容',
      meaning: '沒有可計費的內容、成本屬於從不獲得點數的產品，或已由 Azure 點數支付。',
      remedy: '無需任何操作。',
    },
    legacyOffer: {
      title: '舊版供應項目',
      meaning: '此訂用帳戶採用無法獲得點數的供應項目，而不是 Azure 方案。',
      remedy: '如果您願意，我們可以一起規劃移轉到 Azure 方案。',
    },
    waiting: {
      title: '尚早，無法判斷',
      meaning: '存取權、連結或成本太新：點數按整天計算，最多 48 小時後顯示。',
      remedy: '無需任何操作；下一份報告會提供結果。',
    },
    notKnown: {
      title: '尚不清楚',
      meaning: '目前尚未能讀取可以證明的資料，因此不作任何斷言。',
      remedy: '我們會補全缺少的資料；您無需操作。',
    },
    clearedUp: {
      title: '存取權已具備，但沒有點數',
      meaning: '存取權應能獲得點數，但成本中沒有點數。',
      remedy: '我們會與 Microsoft 查明原因；您無需操作。',
    },
    noAccess: {
      title: '沒有存取權',
      meaning: '我們自己沒有此訂用帳戶的存取權。',
      remedy:
        '如果由我們為您管理，我們會先商定服務內容，再商定所需的最小存取權。您可使用我們傳送的範本授予該權限。',
    },
    partOnly: {
      title: '僅有部分存取權',
      meaning: '我們的存取權只覆蓋部分資源群組或資源；其餘部分無法獲得點數。',
      remedy: '如果服務針對整個訂用帳戶，我們會與您商定對整個訂用帳戶的存取權；否則保持現狀。',
    },
    partOfTime: {
      title: '僅部分時間有存取權',
      meaning: '我們的存取權只在部分月份有效，或基於會到期的成員身分。已過去的日子無法追回。',
      remedy: '我們會確保商定的存取權持續有效；如需您配合，會與您聯絡。',
    },
    notSetUp: {
      title: '存取權未設定完成',
      meaning: '已開始為我們設定存取權，但指向了其他方、未成功或未完成。',
      remedy: '如果商定的服務需要，我們會向您傳送用於重新設定的範本。',
    },
    ourLink: {
      title: '我們的連結缺少或有誤',
      meaning: '我們有存取權，但未按 Microsoft 的要求連結到我們的合作夥伴識別碼。',
      remedy: '我們會自行更正連結。如果需要登入您的租用戶，我們會事先告知。',
    },
    role: {
      title: '角色不獲得點數',
      meaning: '我們的存取權所用的角色不獲得點數，或僅以即時 (JIT) 方式擁有可獲得點數的角色。',
      remedy: '可以保持現狀。如果服務需要更多權限，我們會建議最小的適用角色。',
    },
    protected: {
      title: '受產品保護',
      meaning: '某個受控產品阻止他人存取訂用帳戶的一部分。',
      remedy: '通常無需任何操作：這是該產品的一部分。',
    },
  },
};
