import type { Texts } from '../en/all-areas.ts';

export const costWords: Texts['costWords'] = {
  class: {
    EARNED: {
      name: '已获额度',
      meaning: 'Microsoft 已应用合作伙伴获得的额度。',
    },
    ELIGIBLE_NOT_EARNED: {
      name: '符合条件，无额度',
      meaning: '产品可产生额度但未产生：取决于访问权限。',
    },
    UNCLASSIFIED: {
      name: '无额度，尚未分类',
      meaning: '未应用额度；尚无来源说明该产品是否可产生额度。',
    },
    CREDIT_UNKNOWN: {
      name: '未说明额度',
      meaning: '数据未说明额度。',
    },
    INELIGIBLE_MARKETPLACE: {
      name: '市场产品或第三方',
      meaning: '其他发布者的产品从不产生额度。',
    },
    INELIGIBLE_RESERVATION: {
      name: '预留',
      meaning: '预留从不产生额度。',
    },
    INELIGIBLE_SAVINGS_PLAN: {
      name: '节省计划',
      meaning: '节省计划覆盖的用量享受其折扣，而不是额度。',
    },
    INELIGIBLE_SPOT: {
      name: 'Spot',
      meaning: 'Spot 用量从不产生额度。',
    },
    OFFSET_BY_AZURE_CREDIT: {
      name: '由 Azure 额度支付',
      meaning: '先由 Azure 额度优惠支付；其余部分可产生额度。',
    },
    INELIGIBLE_PRODUCT: {
      name: '其他产品',
      meaning: '不是 Azure 计划的消费产品，例如 Office 或电话服务。',
    },
    ZERO_PRICE: {
      name: '免费',
      meaning: '未收取任何费用。',
    },
  },
  way: {
    export: {
      name: '存储中的导出',
      tells: '每一行：类别、资源组和服务',
      short: '导出',
    },
    'report-profile': {
      name: '计费档案的成本明细报表',
      tells: '每一行：类别、资源组和服务',
      short: '报表（计费档案）',
    },
    'report-customer': {
      name: '客户的成本明细报表',
      tells: '每一行：类别、资源组和服务',
      short: '报表（客户）',
    },
    'query-profile': {
      name: '计费档案的成本查询',
      tells: '按订阅和日期汇总；不含资源组和服务',
      short: '查询（计费档案）',
    },
    'query-customer': {
      name: '客户的成本查询',
      tells: '按订阅和日期汇总；不含资源组和服务',
      short: '查询（客户）',
    },
    file: {
      name: '导入的文件',
      tells: '文件的每一行',
      short: '文件',
    },
    'amortised-file': {
      name: '导入的摊销成本文件',
      tells: '文件的每一行，承诺的价格分摊到各天',
      short: '文件（摊销）',
    },
  },
  unknownWay: '未记录的方式',
};
