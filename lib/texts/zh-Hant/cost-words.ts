import type { Texts } from '../en/all-areas.ts';

export const costWords: Texts['costWords'] = {
  class: {
    EARNED: {
      name: '已獲得點數',
      meaning: 'Microsoft 已套用合作夥伴獲得的點數。',
    },
    ELIGIBLE_NOT_EARNED: {
      name: '符合條件，無點數',
      meaning: '產品可獲得點數但未獲得：取決於存取權。',
    },
    UNCLASSIFIED: {
      name: '無點數，尚未分類',
      meaning: '未套用點數；尚無來源說明該產品是否可獲得點數。',
    },
    CREDIT_UNKNOWN: {
      name: '未說明點數',
      meaning: '資料未說明點數。',
    },
    INELIGIBLE_MARKETPLACE: {
      name: 'Marketplace 或第三方',
      meaning: '其他發行者的產品永遠不會獲得點數。',
    },
    INELIGIBLE_RESERVATION: {
      name: '保留',
      meaning: '保留永遠不會獲得點數。',
    },
    INELIGIBLE_SAVINGS_PLAN: {
      name: '節省方案',
      meaning: '節省方案涵蓋的用量享有其折扣，而不是點數。',
    },
    INELIGIBLE_SPOT: {
      name: 'Spot',
      meaning: 'Spot 用量永遠不會獲得點數。',
    },
    OFFSET_BY_AZURE_CREDIT: {
      name: '由 Azure 點數支付',
      meaning: '先由 Azure 點數優惠支付；其餘部分可獲得點數。',
    },
    INELIGIBLE_PRODUCT: {
      name: '其他產品',
      meaning: '不是 Azure 方案的使用量產品，例如 Office 或電話服務。',
    },
    ZERO_PRICE: {
      name: '免費',
      meaning: '未收取任何費用。',
    },
  },
  way: {
    export: {
      name: '儲存體中的匯出',
      tells: '每一行：類別、資源群組和服務',
      short: '匯出',
    },
    'report-profile': {
      name: '帳單設定檔的成本詳細資料報表',
      tells: '每一行：類別、資源群組和服務',
      short: '報表（帳單設定檔）',
    },
    'report-customer': {
      name: '客戶的成本詳細資料報表',
      tells: '每一行：類別、資源群組和服務',
      short: '報表（客戶）',
    },
    'query-profile': {
      name: '帳單設定檔的成本查詢',
      tells: '按訂用帳戶和日期彙總；不含資源群組和服務',
      short: '查詢（帳單設定檔）',
    },
    'query-customer': {
      name: '客戶的成本查詢',
      tells: '按訂用帳戶和日期彙總；不含資源群組和服務',
      short: '查詢（客戶）',
    },
    file: {
      name: '匯入的檔案',
      tells: '檔案的每一行',
      short: '檔案',
    },
    'amortised-file': {
      name: '匯入的攤銷成本檔案',
      tells: '檔案的每一行，承諾的價格分攤到各天',
      short: '檔案（攤銷）',
    },
  },
  unknownWay: '未記錄的方式',
};
