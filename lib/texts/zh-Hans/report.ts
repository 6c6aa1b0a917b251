import type { Texts } from '../en/all-areas.ts';

export const report: Texts['report'] = {
  title: '{name} 的合作伙伴获得的额度 (PEC)',
  back: '返回客户',
  print: '打印或另存为 PDF',
  openMonth: '{month}，尚未结算：在 Microsoft 结算之前，数字均为估算值',
  earned: '获得额度的部分',
  missed: '错失的部分',
  why: '原因及处理方法',
  noCost: '无法读取本月的成本，因此无法给出金额。',
  noCause: '每个订阅都有额度，或没有可产生额度的内容。',
  column: {
    currency: '货币',
    cost: '成本',
    eligible: '符合条件',
    received: '已获额度',
    missedEstimate: '错失的额度（估算）',
    subscription: '订阅',
    result: '结果',
  },
  doIt: '<strong>如何处理：</strong>{remedy}',
  concerns: '涉及 {count, plural, other {# 个订阅}}：{names}',
  concernsMore: '涉及 {count, plural, other {# 个订阅}}：{names} 等，另有 {more, number} 个',
  asked: 'Microsoft 禁止仅为获得额度而向客户施压索取访问权限：此处的请求以托管服务为出发点。',
  rests: '制作于 {made}。无法读取的内容视为未知，绝不视为已获得或错失。',
  restsSince: '制作于 {made}，所用数据最早读取于 {asOf}。无法读取的内容视为未知，绝不视为已获得或错失。',
};
