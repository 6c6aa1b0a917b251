import type { Texts } from '../en/all-areas.ts';

export const stepReasons: Texts['stepReasons'] = {
  detail: '技术细节',
  told: {
    'wrong-count': 'Azure 声明有 {expected, plural, other {# 行}}，实际发送了 {read, number} 行。',
    'fewer-rows':
      'Azure 返回了 {read, plural, other {# 行}}，而现有 {held, number} 行。在第二次读取得到相同结果之前，现有数据保持不变。',
    'step-fault': '我们的内部错误中止了此步骤；详见日志。',
    'run-fault': '我们的内部错误中止了此次运行；详见日志。',
    'not-judged': '{count, plural, other {# 个客户}}无法判定，保留上次的判定；原因见日志。',
    'no-subscription': '尚无可见的订阅。',
    'no-billing-account': '服务标识看不到任何合作伙伴计费帐户。',
    'no-account-known': '没有已知的合作伙伴计费帐户。',
    'of-subscriptions': '{asked, plural, other {# 个订阅}}中有 {unread, number} 个无法读取。',
    'ownerless-cost': '{count, plural, other {# 个订阅或费用项}}的成本不属于已读取内容中出现的任何客户。',
    'graph-shows-nothing': 'Resource Graph 未显示任何内容。',
    'refused-before': '在继续运行之前已被拒绝。',
    'http-status': 'Azure 返回状态 {status}，未附说明。',
    'long-wait': 'Azure 要求的等待时间超过了单次调用的等待上限。',
    'no-export': '没有实际成本导出提供 {period} 的数据。',
    'no-token': '该标识未提供令牌。',
    'managed-identity': '托管标识只有其自身租户的令牌。',
    'no-report': 'Azure 无法生成报告。',
    'no-definitions': '未读取委派的定义。',
    'no-dimensions': '尚未读取计费范围的成本维度。',
    'unlisted-customer': '计费中列出了客户 {customer} 的订阅，却没有该客户。',
    'unlisted-subscription': '订阅 {subscription} 可见且有成本，但计费中未列出。',
    'delegations-differ':
      '订阅 {subscription}：Resource Graph 显示 {graph, plural, other {# 个委派}}，其列表显示 {list, number} 个。',
    'costs-differ': '客户自身的读取结果为 {own}，其计费档案的读取结果为 {profile}。',
    'no-exports': '没有实际成本导出。',
    'unknown-tenant': '没有信息表明计费客户 {customer} 是哪个租户。',
  },
  kind: {
    malformed: '回答的格式与 Microsoft 的文档不符。',
    cut: '连接在收到完整回答之前中断。',
    timeout: '未能及时收到完整回答。',
    'foreign-host': '需要调用的地址不属于 Azure，因此未调用。',
    'missing-dimension': '计费范围未提供此读取方式所需的列。',
    'too-many-subscriptions': 'Resource Graph 只回答了部分订阅的内容。',
    aborted: '读取已放弃。',
  },
};
