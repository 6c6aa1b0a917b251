import type { Texts } from '../en/all-areas.ts';

export const attestation: Texts['attestation'] = {
  record: '記錄證明',
  renew: '續期或撤回',
  linkedTo: '連結到',
  restsOn: '依據',
  who: '何人、何時、出示了什麼',
  since: '連結開始日期（如證據說明）',
  until: '有效期至',
  saving: '正在儲存',
  save: '記錄',
  withdraw: '撤回',
  recorded: '已記錄：{who} 已連結到 {partnerId}。',
  withdrawn: '已撤回：{who} 的經證明的連結。',
  restored: '{who} 的經證明的連結重新生效。',
};
