import type { Texts } from '../en/all-areas.ts';

export const palette: Texts['palette'] = {
  open: '查詢任何內容',
  label: '查詢頁面、客戶、訂用帳戶、角色或操作',
  placeholder: '名稱，或 ID 的一部分',
  results: '結果',
  nothing: '沒有此名稱或 ID 的內容。',
  failed: '搜尋未回應。請稍後重新輸入。',
  hint: '箭頭鍵選擇，Enter 開啟，Esc 關閉',
  kinds: {
    page: '頁面',
    action: '操作',
    customer: '客戶',
    subscription: '訂用帳戶',
    role: '角色',
    language: '語言',
  },
  places: {
    overview: {
      name: '概觀',
      detail: '獲得和錯失的點數',
    },
    customers: {
      name: '客戶',
      detail: '誰有點數，誰沒有',
    },
    subscriptions: {
      name: '訂用帳戶',
      detail: '是否已連結及原因',
    },
    gaps: {
      name: '缺口',
      detail: '發現項，金額最大的在前',
    },
    costs: {
      name: '成本',
      detail: '哪些成本獲得了點數',
    },
    links: {
      name: '連結',
      detail: '身分識別及其合作夥伴識別碼',
    },
    roles: {
      name: '角色',
      detail: '哪些角色可獲得點數',
    },
    imports: {
      name: '匯入',
      detail: '成本檔案',
    },
    sync: {
      name: '同步',
      detail: '執行、來源、進度',
    },
    startSync: {
      name: '開始同步',
      detail: '在「同步」頁面',
    },
    notEarning: {
      name: '沒有點數的客戶',
      detail: '篩選後的清單',
    },
    mine: {
      name: '我負責的發現項',
      detail: '篩選後的清單',
    },
    largest: {
      name: '最大的缺口',
      detail: '按錯失點數排列的訂用帳戶',
    },
    ownLink: {
      name: '檢查我的連結',
      detail: '您自己的身分識別及其合作夥伴識別碼',
    },
    reconcile: {
      name: '對帳',
      detail: '檔案之間的比對',
    },
    settings: {
      name: '設定',
      detail: '設定內容和閾值',
    },
    people: {
      name: '人員',
      detail: '誰可以檢視哪些客戶',
    },
    audit: {
      name: '稽核',
      detail: '誰在何時做了什麼',
    },
    changes: {
      name: '變更',
      detail: '同步時發現的變化',
    },
  },
  switchTo: '以此語言顯示 Pecboard',
  shortcuts: {
    title: '鍵盤快速鍵',
    close: '關閉',
    find: '尋找任何項目',
    search: '在此清單中搜尋',
    move: '在清單中移動',
    ends: '第一欄和最後一欄；按住 Ctrl 時為第一列和最後一列',
    open: '開啟該列',
    choose: '選取該列',
    leave: '關閉或返回',
    help: '顯示這些快速鍵',
  },
};
