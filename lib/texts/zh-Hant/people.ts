import type { Texts } from '../en/all-areas.ts';

export const people: Texts['people'] = {
  lead: '檢視者可看到指派給他們的客戶。支援人員和系統管理員可看到所有客戶；角色由 Entra 授與。',
  nobody: '尚無人登入',
  nobodyWhy: '人員首次登入或被程式指明時會顯示在此處。',
  notSignedIn: '尚未登入',
  noRole: '無角色',
  lastSeen: '上次出現於 {at}',
  owns: '負責 {count, number} 個',
};
