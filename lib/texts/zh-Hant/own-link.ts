import type { Texts } from '../en/all-areas.ts';

export const ownLink: Texts['ownLink'] = {
  partnerId: '合作夥伴識別碼',
  tenant: '租用戶（如非您自己的租用戶）：客戶的租用戶識別碼',
  consent:
    'Entra 會請求您同意一次「以您的身份存取 Azure」；系統管理員可以為所有人同意。連結屬於您和一個租用戶，不授與任何存取權。',
  asking: '正在查詢 Azure',
  check: '檢查我的連結',
  link: '為我建立連結',
  remove: '刪除我的連結',
  linkQuestion: '將您連結到 {partnerId}？',
  removeQuestion: '刪除您的連結？',
  keep: '保持不變',
  replaced: '指向其他合作夥伴識別碼的連結會被替換。點數從次日起計算。',
  creditEnds: '依賴您的連結的點數將終止。',
  consentMissing: '缺少您的同意',
  refused: '已被拒絕',
  linked: '您已連結到 {partnerId}。',
  linkedNamed: '您已連結到 {partnerId}，{name}。',
  notLinked: '您未連結到任何合作夥伴識別碼。',
  noAnswer: '沒有收到回應',
};
