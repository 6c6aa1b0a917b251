import type { Texts } from '../en/all-areas.ts';

export const imports: Texts['imports'] = {
  lead: '成本文件可在数秒内显示哪些订阅获得了额度、错失了什么，无需任何 Azure 权限。',
  given: '已提供的文件',
  givenNote: '客户的每个月只采用一个来源：最新的；已结算的月份优先采用列出每一行的来源。绝不相加。',
  amortised: '摊销成本：仅在某月没有其他数据时采用。',
  reconciliation:
    '该文件不含日期和 Azure 订阅，因此不计入任何位置。它会与同月的每日已定价用量比较：请参阅“对帐”。',
  about: '{kind}，{lines, plural, other {# 行}}，{customers, plural, other {# 个客户}}。',
  way: {
    upload: '已上传',
    command: '通过命令行',
    folder: '来自监视的文件夹',
    container: '来自监视的容器',
  },
  wayWhen: '{way} <age></age>',
  wayWhenBy: '{way} <age></age>，{who}',
  earnedMissed: '<net></net> 中获得 <earned></earned>，错失 <missed></missed>',
  counts: {
    notJudged: '尚未判定任何内容。',
    all: '其所有客户的该月数据均来自此文件。',
    some: '此文件适用于 {count, plural, other {# 个客户}}。',
    nobody: '此文件目前不适用于任何客户。',
    azure: '对于 {count, plural, other {# 个客户}}，Azure 的回答更新或更详细，予以保留。',
    other: '对于 {count, plural, other {# 个客户}}，采用更新的文件。',
  },
  rejected: '{lines, plural, other {# 行}}无法读取，不计入任何位置。<link>下载这些行及原因</link>',
  without: '{lines, plural, other {# 行}}没有客户：随文件保留，不计入任何客户。',
  where: {
    title: '这些文件在哪里',
    note: '按列识别，与文件名无关。',
    forms:
      'CSV、JSON 行或 Parquet，也可用 gzip 或 zip 压缩。文件可证明谁获得了额度、错失了什么。谁已链接以及为何没有额度，只有 Azure 能说明：稍后连接，原因即会显示在相同数字旁边。',
    usage: {
      title: '合作伙伴中心：每日已定价用量',
      one: '以计费管理员或管理代理身份登录合作伙伴中心。',
      two: '打开“计费”，然后打开“计费历史记录”（或“每日用量”）。',
      three: '在某月的行中选择“每日已定价用量”：已结算月份选“已计费”，未结算月份选“未计费”。',
      four: '保留所有列。文件可能为 gzip 或 zip：按原样提供。',
    },
    portal: {
      title: 'Azure 门户：成本明细和导出',
      one: '以您的计费帐户、计费档案或客户为作用域打开成本管理。订阅不显示额度。',
      two: '打开“导出”，或打开“用量 + 费用”进行单次下载。',
      three: '选取一个月的实际成本或 FOCUS 导出；包括其所有分区，或整个文件夹的 zip。',
    },
    invoice: {
      title: '合作伙伴中心：发票对帐',
      one: '在同一计费历史记录中选择发票的对帐文件。',
      two: '该文件不含日期和资源，因此仅与其他现有数据比较。',
    },
  },
  mayNot: '文件由支持人员和管理员提供和收回。',
};
