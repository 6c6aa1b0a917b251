import type { Texts } from '../en/all-areas.ts';

export const palette: Texts['palette'] = {
  open: '查找任何内容',
  label: '查找页面、客户、订阅、角色或操作',
  placeholder: '名称，或 ID 的一部分',
  results: '结果',
  nothing: '没有此名称或 ID 的内容。',
  failed: '搜索未响应。请稍后重新输入。',
  hint: '箭头键选择，Enter 打开，Esc 关闭',
  kinds: {
    page: '页面',
    action: '操作',
    customer: '客户',
    subscription: '订阅',
    role: '角色',
    language: '语言',
  },
  places: {
    overview: {
      name: '概览',
      detail: '获得和错失的额度',
    },
    customers: {
      name: '客户',
      detail: '谁有额度，谁没有',
    },
    subscriptions: {
      name: '订阅',
      detail: '是否已链接及原因',
    },
    gaps: {
      name: '缺口',
      detail: '发现项，金额最大的在前',
    },
    costs: {
      name: '成本',
      detail: '哪些成本获得了额度',
    },
    links: {
      name: '链接',
      detail: '标识及其合作伙伴 ID',
    },
    roles: {
      name: '角色',
      detail: '哪些角色可获额度',
    },
    imports: {
      name: '导入',
      detail: '成本文件',
    },
    sync: {
      name: '同步',
      detail: '运行、来源、进度',
    },
    startSync: {
      name: '开始同步',
      detail: '在“同步”页面',
    },
    notEarning: {
      name: '没有额度的客户',
      detail: '筛选后的列表',
    },
    mine: {
      name: '我负责的发现项',
      detail: '筛选后的列表',
    },
    largest: {
      name: '最大的缺口',
      detail: '按错失额度排列的订阅',
    },
    ownLink: {
      name: '检查我的链接',
      detail: '您自己的标识及其合作伙伴 ID',
    },
    reconcile: {
      name: '对帐',
      detail: '文件之间的比对',
    },
    settings: {
      name: '设置',
      detail: '配置内容和阈值',
    },
    people: {
      name: '人员',
      detail: '谁可以查看哪些客户',
    },
    audit: {
      name: '审核',
      detail: '谁在何时做了什么',
    },
    changes: {
      name: '变更',
      detail: '同步时发现的变化',
    },
  },
  switchTo: '以此语言显示 Pecboard',
  shortcuts: {
    title: '键盘快捷键',
    close: '关闭',
    find: '查找任何内容',
    search: '在此列表中搜索',
    move: '在列表中移动',
    ends: '第一列和最后一列；按住 Ctrl 时为第一行和最后一行',
    open: '打开该行',
    choose: '选择该行',
    leave: '关闭或退出',
    help: '显示这些快捷键',
  },
};
