import type { Texts } from '../en/all-areas.ts';

export const causes: Texts['causes'] = {
  whatToDo: '<strong>如何处理：</strong>{remedy}',
  askingRule:
    'Microsoft 禁止仅为获得额度而向客户施压索取访问权限：请从您提供的服务出发，使用满足需要的最小角色。',
  earning: {
    title: '有额度',
    meaning: '所有符合条件的成本都已获得合作伙伴获得的额度 (PEC)。',
    remedy: '保持访问权限和链接不变。',
  },
  'indirect-reseller': {
    title: '由提供商获得',
    meaning: '您在此处是间接经销商：额度归间接提供商所有。',
    remedy: '向提供商索取成本数据；您的访问权限有助于提供商获得额度。',
  },
  'not-billed-by-us': {
    title: '非由您计费',
    meaning: '此订阅由其他合作伙伴或与 Microsoft 的协议计费。',
    remedy: '链接仍可计入认可；此处无法获得额度。',
  },
  'legacy-offer': {
    title: '旧版套餐',
    meaning: '该订阅使用无法产生额度的套餐，而不是 Azure 计划。',
    remedy: '将客户迁移到 Azure 计划。',
  },
  'only-ineligible-products': {
    title: '仅有不符合条件的产品',
    meaning: '所有成本都来自没有额度的产品，例如市场产品、预留或 Spot。',
    remedy: '无需处理：这些产品从不产生额度。',
  },
  'no-chargeable-usage': {
    title: '无计费用量',
    meaning: '此期间没有可收费的用量，因此也没有额度。',
    remedy: '无需处理。',
  },
  'transferred-away': {
    title: '已转出',
    meaning: '此订阅的计费已转移到其他合作伙伴。',
    remedy: '无需处理；历史记录保留在此处。',
  },
  'enrolment-moved-organisation': {
    title: '注册已转移',
    meaning: 'CSP 注册在此期间转移到了另一个组织。',
    remedy: '提交支持请求并说明此次转移。',
  },
  'too-recent': {
    title: '太新，无法判定',
    meaning: '某个链接、角色、委派或成本日期距今不足 72 小时：额度按整天计算，最晚 48 小时后才显示。',
    remedy: '请在所示日期再次查看；在此之前不要提交支持请求。',
  },
  'offset-by-azure-credit': {
    title: '由 Azure 额度支付',
    meaning: '此成本先由 Azure 额度优惠支付。',
    remedy: '无需处理。',
  },
  'no-billing-scope-data': {
    title: '额度仍待证明',
    meaning: '可作证明的成本未被读取、没有说明额度，或未获得额度且尚不清楚是否符合条件。',
    remedy:
      '如果无法读取成本，请在合作伙伴计费帐户上为此服务授予计费角色。已读取、仅待分类的成本无需您处理。',
  },
  'price-lower-but-flag-absent': {
    title: '价格较低，无额度标记',
    meaning: '价格低于目录价，但额度列为空：阶梯价或折扣看起来也是如此。',
    remedy: '在下结论之前，请从计费作用域读取额度列。',
  },
  'unbilled-data-late': {
    title: '成本数据仍在到达',
    meaning: 'Microsoft 尚未提供这些日期的成本。',
    remedy: '请等待；下次同步会读取。',
  },
  'access-good-cost-uncredited': {
    title: '访问权限正常，但无额度',
    meaning: '访问权限应可产生额度，但成本未显示额度：可能是协议、组织、产品或 Microsoft 的事件所致。',
    remedy: '确认合作伙伴协议有效，然后附上该发现项的证据包提交支持请求。',
  },
  'aobo-intact-cost-uncredited': {
    title: '管理员访问权限完好，但无额度',
    meaning: '代表管理 (AOBO) 已就位并具有可获额度的角色，但成本未显示额度。',
    remedy: '检查产品、日期、Azure 额度优惠以及协议是否有效，然后提交支持请求。',
  },
  'credited-by-unseen-access': {
    title: '额度来自您看不到的访问权限',
    meaning: '成本获得了额度，但此处找到的访问权限无法解释。',
    remedy: '读取更多证据：客户租户中的角色分配、代理组、经销商的访问权限。',
  },
  'sold-without-access': {
    title: '已销售但无访问权限',
    meaning: '您为此订阅计费，但没有其访问权限。',
    remedy: '先约定托管服务，再以满足需要的最小角色进行委派。',
  },
  'scope-too-narrow': {
    title: '仅对部分有访问权限',
    meaning: '访问权限覆盖部分资源组或资源；其余部分无法产生额度。',
    remedy: '在订阅级别委派或分配，或接受现状。',
  },
  'access-part-of-period': {
    title: '仅部分期间有访问权限',
    meaning: '访问权限在期间内开始或结束；仅计入全天具有访问权限的日期。',
    remedy: '使访问权限永久有效。过去的日期无法追回。',
  },
  'no-access': {
    title: '无访问权限',
    meaning: '您的代理组、委派或已链接的标识均无访问权限。',
    remedy:
      '先约定托管服务，再通过 Lighthouse 委派 Support Request Contributor 或工作所需的角色，并使用已链接的服务主体；或重新授予代理组访问权限。',
  },
  'foreign-principal-of-another-partner': {
    title: '其他合作伙伴的代理组',
    meaning: '某个外部主体具有访问权限，但即使名称相同，它也不是您或备案经销商的代理组。',
    remedy: '使用您自己代理组的对象 ID 重新授予访问权限。',
  },
  'aobo-role-not-earning': {
    title: '代理组的角色不产生额度',
    meaning: '您的代理组有访问权限，但其角色（例如 Reader）在此不产生额度。',
    remedy: '在所需作用域分配可获额度的角色，范围不超过服务所需。',
  },
  'principal-not-linked': {
    title: '标识未链接',
    meaning: '存在应可产生额度的访问权限，但持有它的标识均未链接到您的合作伙伴 ID。',
    remedy: '将服务主体链接到合作伙伴 ID：对于委派，在管理租户中链接；对于直接访问，在客户租户中链接。',
  },
  'linked-in-customer-tenant-only': {
    title: '仅在客户租户中链接',
    meaning: '访问权限来自 Lighthouse，但链接建立在客户租户中。',
    remedy: '在管理租户中链接同一标识。',
  },
  'linked-in-partner-tenant-only': {
    title: '仅在您的租户中链接',
    meaning: '访问权限为来宾或直接分配；在客户租户中，该标识是另一个对象。',
    remedy: '登录客户租户并在其中链接。',
  },
  'role-not-earning': {
    title: '角色不产生额度',
    meaning: '已链接的标识只拥有不产生额度的角色，例如 Reader。',
    remedy: '如果服务需要，请添加可获额度的永久角色；Support Request Contributor 是最小的常用角色。',
  },
  'just-in-time-only': {
    title: '仅实时 (JIT)',
    meaning: '可获额度的角色只能实时 (JIT) 激活，从不永久有效。',
    remedy: '添加具有较小可获额度角色的永久授权；更高权限保留实时 (JIT)。',
  },
  'role-not-listed': {
    title: '角色不在 Microsoft 的列表中',
    meaning: 'Microsoft 的列表未说明此角色是否产生额度。',
    remedy: '让成本来证明，或添加适合服务的最小列出角色。',
  },
  'no-linked-group-member': {
    title: '组中没有已链接的成员',
    meaning: '某个组拥有访问权限，但其成员均未链接。',
    remedy: '添加已链接的成员，或在授权中加入已链接的服务主体。',
  },
  'time-bound-membership': {
    title: '有期限的成员身份',
    meaning: '已链接的成员仅在有限时间内属于该组。',
    remedy: '使成员身份永久有效，或使用服务主体。',
  },
  'linked-identity-gone': {
    title: '已链接的标识不复存在',
    meaning: '已链接的标识已被禁用或删除，因此链接不再有效。',
    remedy: '链接其他成员；服务主体不会离职。',
  },
  'wrong-partner-organisation': {
    title: '链接到其他组织',
    meaning: '链接中的合作伙伴 ID 属于其他组织。',
    remedy: '将链接更改为您自己组织的位置合作伙伴 ID。',
  },
  'global-partner-id': {
    title: '链接了全局合作伙伴 ID',
    meaning: '链接使用了全局合作伙伴 ID；Microsoft 要求使用位置 ID。',
    remedy: '将链接更改为位置合作伙伴 ID。',
  },
  'other-location-of-same-organisation': {
    title: '您的另一个位置',
    meaning: '链接使用了同一组织的另一个位置，这有效。',
    remedy: '无需处理。',
  },
  'marketplace-link-unverified': {
    title: '市场产品链接未验证',
    meaning: '委派来自市场产品套餐；Microsoft 的文档对其是否自动链接说法不一。',
    remedy: '让成本来证明；为保险起见，请链接服务主体。',
  },
  'offer-bought-not-delegated': {
    title: '已购买套餐，但未委派',
    meaning: '客户接受了您的市场产品套餐，但未委派任何内容。',
    remedy: '由客户在“服务提供商”下委派该订阅或其资源组。',
  },
  'delegation-broken': {
    title: '委派已损坏',
    meaning: '委派存在，但其预配未成功或缺少其定义。',
    remedy: '重新部署委派。',
  },
  'delegated-to-another-tenant': {
    title: '委派给其他租户',
    meaning: '委派中的管理租户不是您的租户。',
    remedy: '使用您的管理租户重新载入。',
  },
  'resource-group-delegation-only': {
    title: '仅委派了资源组',
    meaning: '访问权限覆盖部分资源组；其外的成本无法产生额度。',
    remedy: '委派整个订阅，或接受现状并关注未覆盖的资源组。',
  },
  'deny-assignment': {
    title: '在托管资源组上被拒绝',
    meaning: '拒绝分配（例如来自托管应用程序）阻止了您在该处的访问。',
    remedy: '通常应接受：这是产品所有者设置的。',
  },
  'third-partner-only': {
    title: '仅第三方合作伙伴有访问权限',
    meaning: '既非提供商也非经销商的合作伙伴拥有访问权限；这不计入。',
    remedy: '为您提供的服务获取自己的访问权限。',
  },
  'third-partner-also-present': {
    title: '还有第三方合作伙伴',
    meaning: '第三方合作伙伴与您同时拥有访问权限，互不影响。',
    remedy: '无需处理。',
  },
  'reseller-of-record-access': {
    title: '经销商的访问权限',
    meaning: '仅备案经销商拥有可获额度的访问权限。',
    remedy: '无需处理。',
  },
  'transferred-in-without-access': {
    title: '转入但无访问权限',
    meaning: '订阅已转移给您；其权限仍属于之前的合作伙伴。',
    remedy: '与客户约定您自己的访问权限；下次转移时，请在计费转移之前完成。',
  },
  'gdap-removed-rbac-intact': {
    title: '管理员关系已结束，角色完好',
    meaning: '委派管理员特权已结束，但可获额度的角色分配仍然存在。',
    remedy: '无需处理。',
  },
  'single-linked-member': {
    title: '仅一名已链接的成员',
    meaning: '链接仅由一人承担；此人离开后，额度即终止。',
    remedy: '同时链接一个服务主体。',
  },
  'access-unread': {
    title: '访问权限未读取',
    meaning: '判定访问权限所需的某些内容无法读取，因此不作任何断言。',
    remedy:
      '如果读取失败，请为此服务授予所示权限并重新同步。如果全部读取成功，证据会说明仍未明确的内容，例如某个具有直接访问权限的标识属于谁。',
  },
  'link-unread': {
    title: '链接情况未知',
    meaning: '只有标识本身才能读取自己的链接，而目前还没有任何标识这样做。',
    remedy: '将服务主体添加到链接凭据文件，或链接您自己的服务主体。',
  },
};
