import type { Texts } from '../en/all-areas.ts';

export const attestation: Texts['attestation'] = {
  record: '记录证明',
  renew: '续期或撤回',
  linkedTo: '链接到',
  restsOn: '依据',
  who: '何人、何时、出示了什么',
  since: '链接开始日期（如证据说明）',
  until: '有效期至',
  saving: '正在保存',
  save: '记录',
  withdraw: '撤回',
  recorded: '已记录：{who} 已链接到 {partnerId}。',
  withdrawn: '已撤回：{who} 的经证明的链接。',
  restored: '{who} 的经证明的链接重新生效。',
};
