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
  advice: {
    inOrder: {
      title: '正常',
      meaning: '访问权限符合要求。',
      remedy: '无需任何操作。',
    },
    notByUs: {
      title: '不由我们获得',
      meaning: '此订阅由其他方计费，或其额度由其他方获得。',
      remedy: '无需任何操作。',
    },
    cannotEarn: {
      title: '没有可获得额度的内容',
      meaning: '没有可计费的内容、成本属于从不获得额度的产品，或已由 Azure 额度支付。',
      remedy: '无需任何操作。',
    },
    legacyOffer: {
      title: '旧版产品/服务',
      meaning: '此订阅采用无法获得额度的产品/服务，而不是 Azure 计划。',
      remedy: '如果您愿意，我们可以一起规划迁移到 Azure 计划。',
    },
    waiting: {
      title: '尚早，无法判断',
      meaning: '访问权限、链接或成本太新：额度按整天计算，最多 48 小时后显示。',
      remedy: '无需任何操作；下一份报告会给出结果。',
    },
    notKnown: {
      title: '尚不清楚',
      meaning: '目前尚未能读取可以证明的数据，因此不作任何断言。',
      remedy: '我们会补全缺失的数据；您无需操作。',
    },
    clearedUp: {
      title: '访问权限已具备，但没有额度',
      meaning: '访问权限应能获得额度，但成本中没有额度。',
      remedy: '我们会与 Microsoft 查明原因；您无需操作。',
    },
    noAccess: {
      title: '没有访问权限',
      meaning: '我们自己没有此订阅的访问权限。',
      remedy:
        '如果由我们为您管理，我们会先商定服务内容，再商定所需的最小访问权限。您可使用我们发送的模板授予该权限。',
    },
    partOnly: {
      title: '仅有部分访问权限',
      meaning: '我们的访问权限只覆盖部分资源组或资源；其余部分无法获得额度。',
      remedy: '如果服务针对整个订阅，我们会与您商定对整个订阅的访问权限；否则保持现状。',
    },
    partOfTime: {
      title: '仅部分时间有访问权限',
      meaning: '我们的访问权限只在部分月份有效，或基于会到期的成员身份。已过去的日子无法追回。',
      remedy: '我们会确保商定的访问权限持续有效；如需您配合，会与您联系。',
    },
    notSetUp: {
      title: '访问权限未设置完成',
      meaning: '已开始为我们设置访问权限，但指向了其他方、未成功或未完成。',
      remedy: '如果商定的服务需要，我们会向您发送用于重新设置的模板。',
    },
    ourLink: {
      title: '我们的链接缺失或有误',
      meaning: '我们有访问权限，但未按 Microsoft 的要求链接到我们的合作伙伴 ID。',
      remedy: '我们会自行更正链接。如果需要登录您的租户，我们会事先告知。',
    },
    role: {
      title: '角色不获得额度',
      meaning: '我们的访问权限所用的角色不获得额度，或仅以实时 (JIT) 方式拥有可获得额度的角色。',
      remedy: '可以保持现状。如果服务需要更多权限，我们会建议最小的适用角色。',
    },
    protected: {
      title: '受产品保护',
      meaning: '某个托管产品阻止他人访问订阅的一部分。',
      remedy: '通常无需任何操作：这是该产品的一部分。',
    },
  },
};
