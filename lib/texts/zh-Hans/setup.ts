import type { Texts } from '../en/all-areas.ts';

export const setup: Texts['setup'] = {
  title: '已连接的内容',
  note: '可以读取哪些内容、每项缺失的权限隐藏了什么，以及如何授予。一切均为只读。',
  missing: '{count, plural, other {还有 # 项未连接}}',
  nothingMissing: '全部已连接。',
  nextIs: '下一步：{title}',
  hides: '隐藏的内容',
  toDo: '应采取的操作',
  fillIn: '大写单词需由您替换。',
  askAdmin: '相关命令仅向此服务的管理员显示。',
  source: '来源：<link>{title}</link>，{date} 版本',
  unknown: {
    linked: '{count, plural, other {# 个订阅的“链接”未知。}}',
    access: '{count, plural, other {# 个订阅的“访问权限”未知。}}',
    credit: '{count, plural, other {# 个订阅的“额度”未知。}}',
    verdict: '{count, plural, other {# 个订阅的判定未知或未经证实。}}',
  },
  ofCustomers: '{count, plural, other {# 个客户缺少该权限：}}<names></names>',
  andMore: '另有 {count, number} 个',
  failed: '已尝试但因其他原因失败；<link>“同步”</link>页面会说明原因。',
  later: '完成上述步骤之前无法判断。',
  asideNote: '不会提醒您此项。',
  all: '所有可连接的内容',
  state: {
    done: '已连接',
    'to-do': '待处理',
    'under-way': '进行中',
    refused: '被拒绝',
    'partly-refused': '部分被拒绝',
    failed: '失败',
    later: '稍后',
  },
  kind: {
    settings: '环境变量或 .env',
    'azure-cli': 'Azure CLI',
    address: '地址',
    json: 'JSON',
  },
  of: {
    identity: {
      title: '连接您的租户',
      hides: '谁已链接、哪些角色授予访问权限；仅凭成本文件仍可证明额度。',
      how: '在您的管理租户中注册应用程序，为其添加机密或证书，设置这些变量并重新启动服务器。它不需要任何更改权限。',
    },
    'partner-ids': {
      title: '填写您的合作伙伴 ID',
      hides: '哪些链接属于您：“链接”和“访问权限”保持未知。',
      how: '列出您的位置（关联）合作伙伴 ID，将计费的 ID 放在首位，并单独填写全局 ID：链接到全局 ID 不会获得任何额度。',
    },
    'partner-type': {
      title: '说明您的合作伙伴类型',
      hides: '所有有利的判定：间接经销商自身不获得额度，因此不会判定为“获得额度”。',
      how: '设置为 direct-bill、indirect-provider 或 indirect-reseller，然后重新启动服务器。',
    },
    'first-sync': {
      title: '运行首次同步',
      hides: '只有 Azure 才能提供的全部信息。',
      how: '在<link>“同步”</link>页面启动，或运行 npm run sync。',
    },
    'delegated-reader': {
      title: '读取委派的订阅',
      hides: '它们的委派和角色分配，因此“链接”和“访问权限”未知。',
      how: '每个委派订阅上的 Reader 角色：使用命令输出的对象 ID，将此授权添加到您的 Lighthouse 委派中，并由客户重新部署。Reader 不产生额度，只允许本服务查看。',
    },
    'billing-role': {
      title: '读取合作伙伴计费帐户',
      hides: '您为哪些客户和订阅计费、通过哪种产品/服务以及使用哪种货币。',
      how: '您自己租户中合作伙伴计费帐户上的计费角色（Admin agent 或 Billing admin）。Microsoft 未针对合作伙伴的应用程序记录此做法：系统会尝试，并显示拒绝情况。该命令可显示应用程序是否有权读取；否则，<link>成本文件</link>是另一种方式。',
    },
    'cost-role': {
      title: '读取含额度的成本',
      hides: '哪些成本获得了额度，以及错失了多少。',
      how: '额度仅出现在合作伙伴计费帐户的成本中，您租户的 Admin agent 和全局管理员可以读取。若应用程序被拒绝，请从合作伙伴中心导入<link>成本文件</link>。',
    },
    'cost-detail': {
      title: '逐行读取成本',
      hides: '资源组和服务，以及哪些行属于 Azure 额度或不符合条件：成本来自查询，查询提供的信息较少。',
      how: '在计费档案上创建实际成本的每日导出，并在存储帐户上为应用程序授予 Storage Blob Data Reader 角色；或允许它生成成本详细信息报表。',
    },
    'agent-groups': {
      title: '识别您的代理组',
      hides: '代表客户管理的访问权限：哪些外部主体是您的 AdminAgents 和 HelpdeskAgents。',
      how: '管理租户中 Microsoft Graph 的应用程序权限 GroupMember.Read.All，并经管理员同意。',
    },
    directory: {
      title: '读取组和标识',
      hides: '通过组获得的访问权限：谁是成员，谁已被禁用或删除。',
      how: '管理租户中 Microsoft Graph 的应用程序权限 Directory.Read.All，并经管理员同意。',
    },
    'group-schedules': {
      title: '读取成员资格的期限',
      hides: '通过组获得的访问权限：成员资格是否永久，而额度要求其永久。',
      how: '管理租户中 Microsoft Graph 的应用程序权限 PrivilegedEligibilitySchedule.Read.AzureADGroup 和 PrivilegedAssignmentSchedule.Read.AzureADGroup，并经管理员同意。',
    },
    gdap: {
      title: '读取 GDAP 关系',
      hides: '仅影响备注：关系是否在角色保留的情况下已结束。任何判定均不依赖于此。',
      how: '管理租户中 Microsoft Graph 的应用程序权限 DelegatedAdminRelationship.Read.All，并经管理员同意。',
    },
    'customer-consent': {
      title: '查看没有委派的客户',
      hides: '他们的订阅和角色分配，因此“链接”和“访问权限”未知。他们的成本仍能显示哪些获得了额度。',
      how: '客户的管理员打开此地址并同意，然后在其订阅上为应用程序授予 Reader 角色。',
    },
    'customer-directory': {
      title: '读取客户租户中的标识',
      hides: '谁在其中直接、以来宾身份或通过组持有角色：该访问权限保持未知。',
      how: '在您的注册中请求应用程序权限 Directory.Read.All；由客户的管理员在此地址同意。',
    },
    'link-credentials': {
      title: '读取其他标识的链接',
      hides: '它们是否已链接：Microsoft 仅向所有者显示合作伙伴链接，因此通过它们的访问权限保持未知。',
      how: '将这些服务主体的凭据列入文件并指定该文件；或让每个人检查自己的链接；或在<link>“链接”</link>页面上记录证明。',
    },
    'sign-in': {
      title: '设置登录',
      hides: '不隐藏任何内容；但服务器仅响应本机，使用本机的任何人都是其管理员。',
      how: '按照 SECURITY.md 的说明向 Microsoft Entra 注册登录，设置这些变量并重新启动服务器。',
    },
  },
};
