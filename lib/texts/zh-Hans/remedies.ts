import type { Texts } from '../en/all-areas.ts';

export const remedies: Texts['remedies'] = {
  title: '补救方法',
  titlePast: '本可采用的补救方法',
  note: 'Pecboard 不会更改 Azure 中的任何内容：由有权限的人员执行。',
  stepsLabel: '步骤',
  beforeAsking: '在向客户提出请求之前',
  compliance:
    'Microsoft 禁止仅为获得额度而向客户施压索取访问权限。请仅请求您的托管服务所需的访问权限，不要超出。',
  purpose: {
    onboard: '委派',
    aobo: '为代理组分配角色',
    'direct-role': '分配角色',
    link: '链接合作伙伴 ID',
    relink: '更改合作伙伴 ID',
  },
  byOneOf: '{name}<faint>（任选一种方式）</faint>',
  shell: {
    'azure-cli': 'Azure CLI',
    powershell: 'PowerShell',
    arm: 'ARM 模板',
    bicep: 'Bicep 文件',
  },
  download: '下载 {file}',
  showText: '显示文本',
  unknown: {
    subscriptionId: '（订阅 ID 未知）',
    tenantId: '（租户 ID 未知）',
    managingTenantId: '（管理租户 ID 未知）',
    linkTenantId: '（链接所在租户 ID 未知）',
    partnerId: '（合作伙伴 ID 未知）',
    principalName: '（标识名称未知）',
    roleName: '（角色名称未知）',
    scope: '（作用域未知）',
    agentGroupId: '（代理组 ID 未知）',
    judgeableFrom: '（日期未知）',
    notBefore: '（日期未知）',
    missingRight: '（权限未知）',
  },
  step: {
    'ask-provider-for-cost':
      '作为间接经销商，您不会获得额度；您的访问权限计入您的提供商。请向提供商索取订阅 {subscriptionId} 的成本数据。',
    'leave-out-of-credit':
      '此订阅由其他合作伙伴或 Microsoft 计费。其成本不计入您的额度；合作伙伴链接仍可带来认可。',
    'move-to-azure-plan':
      '旧版套餐不产生额度。请在合作伙伴中心将客户迁移到 Azure 计划，并签署 Microsoft 客户协议。',
    'explain-ineligible': '预留、节省计划、Spot、市场和第三方产品不产生额度。无需修复。',
    'nothing-to-do': '无需修复。',
    'keep-and-watch': '保持访问权限不变。如被移除，下次同步后会在此显示。',
    'agree-managed-service':
      '与客户商定您为其管理哪项服务，以及该服务需要哪些访问权限。访问权限必须服务于该工作，而不是为了额度。',
    'link-service-principal':
      '以服务主体 {principalName} 的身份登录，在您的管理租户 {managingTenantId} 中将其链接到合作伙伴 ID {partnerId}。',
    'principal-is-linked':
      '服务主体 {principalName} 已链接到您的合作伙伴 ID。对此客户也使用该服务主体；无需重新链接。',
    'customer-deploys-template':
      '请客户在订阅 {subscriptionId} 上部署以下模板。它永久授予角色 {roleName}，仅此而已。',
    'customer-regrants-aobo':
      '或请客户的 Owner 或 User Access Administrator 重新为您的代理组 {agentGroupId} 分配角色（代表管理，AOBO）；这无需链接。',
    'delegate-whole-subscription':
      '仅覆盖 {scope}。如果您的服务面向整个订阅，请客户委派订阅 {subscriptionId}；否则请接受其余部分不产生额度。',
    'make-permanent': '确保访问权限、链接和成员身份无结束时间，且在当日开始之前即已生效。',
    'past-days-are-lost': '已过去的日期无法通过访问权限补回。',
    'link-in-managing-tenant':
      '链接仅在您的管理租户 {managingTenantId} 中有效。请在该处以 {principalName} 的身份登录，并链接合作伙伴 ID {partnerId}。',
    'link-in-customer-tenant':
      '链接仅在客户租户 {tenantId} 中有效。请在该处以 {principalName} 的身份登录，并链接合作伙伴 ID {partnerId}。',
    'update-link':
      '以 {principalName} 的身份登录租户 {linkTenantId}，将链接更改为合作伙伴 ID {partnerId}，即您自己组织的某个位置。',
    'add-earning-role':
      '为 {principalName} 添加一个可获额度的永久角色：{roleName}。实时 (JIT) 授权可以同时保留。',
    'confirm-with-cost':
      '该角色不在 Microsoft 的列表中，因此无法事先判断其是否产生额度。其成本上出现额度即可确认。',
    'add-linked-member': '向组 {principalName} 添加一个已链接的成员，或在授权中直接指定已链接的服务主体。',
    'link-one-more': '所有额度都依赖于一个人。请链接一个服务主体，并在该组之外对其授权。',
    'make-membership-permanent': '将已链接成员的成员身份设为永久，或在授权中直接指定已链接的服务主体。',
    'replace-identity':
      '已链接的标识 {principalName} 已被禁用或删除。请链接另一个成员（最好是服务主体）并对其授权。',
    'customer-delegates-offer':
      '已购买产品套餐，但未委派任何内容。客户需在 Azure 门户的“服务提供商”下委派订阅。',
    'redeploy-delegation': '委派未成功。请客户使用以下模板重新部署。',
    'onboard-to-right-tenant':
      '委派中指定的是另一个管理租户。请客户部署以下指定了 {managingTenantId} 的模板。',
    'accept-deny': 'Azure 自身保护此作用域 ({scope})，例如用于托管应用程序。通常应接受；客户无法移除。',
    'keep-history': '计费已转移到其他合作伙伴。此前各日的判定保持不变。',
    'tell-support-of-enrolment': '您的注册已转移到另一个计划组织。请提交支持请求并说明此变更。',
    'judge-again-later':
      '请等到 {judgeableFrom}：更改后最多 48 小时才显示额度，且一天只按整日计算。暂时不要提交支持请求。',
    'explain-azure-credit': 'Azure 额度已先支付此用量；合作伙伴获得的额度 (PEC) 适用于其余部分。',
    'grant-billing-role':
      '为服务标识授予管理代理 (Admin agent) 或合作伙伴计费帐户上的计费角色，或提供成本导出文件或合作伙伴中心的已定价使用量文件。',
    'read-credit-columns': '价格较低不能证明有额度：阶梯价格和协商折扣看起来相同。请在计费作用域读取额度列。',
    'wait-for-billed-data':
      'Microsoft 会先提供上个月的数据。最新几天的数据随后提供，通常不晚于 {judgeableFrom}。',
    'check-lines-and-agreement': '检查这些行是否在“G”发票上、产品是否可产生额度，以及您的计划协议是否有效。',
    'open-support-case':
      '如果符合条件的成本连续三个整日没有额度，请附上以下证据提交支持请求，且不早于 {notBefore}。',
    'read-more-access':
      '额度来自我们看不到的访问权限。请允许我们读取更多内容：代理组、客户租户中的角色分配、备案经销商。',
    'grant-missing-right':
      '部分内容无法读取。缺少的权限：{missingRight}。请将其授予此服务，然后刷新该客户；在此之前不对访问权限作出任何判断。',
    'add-link-credential':
      '只有 {principalName} 自己的令牌才能显示其链接。请将服务主体添加到链接凭据中；如果是人员，则由本人按“检查我的链接”。',
    'attest-link': '或记录对该链接的证明，并附上证据和结束日期。',
  },
};
