import type { Texts } from '../en/all-areas.ts';

export const ownLinkPage: Texts['ownLinkPage'] = {
  lead: '已連結的身分識別擁有可獲得點數的角色時即獲得點數。Azure 僅向身分識別本身顯示其連結，因此以您的名義讀取和變更。',
  card: '檢查、設定或刪除',
  cardNote: 'Pecboard 代表您向 Azure 查詢一次，並記錄 Azure 的回答。',
  mayNot: '此伺服器無法代表您操作',
  mayNotWhy: '其註冊沒有機密或證書。由系統管理員設定 SIGN_IN_CLIENT_SECRET。',
  lastRead: '上次讀取的結果',
  linkedTo: '已連結到 {partnerId}，{at}',
  linkedToNamed: '已連結到 {partnerId}，{name}，{at}',
  notLinked: '未連結，{at}',
};
