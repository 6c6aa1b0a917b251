import type { Texts } from '../en/all-areas.ts';

export const answers: Texts['answers'] = {
  noAnswer: '服务器未响应。请稍后重试。',
  notSaved: '未保存。',
  refused: '已被拒绝：{detail}',
  code: {
    'azure-not-configured': '未连接 Azure：“同步”页面会列出缺少的设置。',
    'role-required': '您的角色不允许此操作。',
    'person-required': '只有已登录的人员才能执行此操作。',
    'sign-in-required': '您的会话已结束。请重新登录。',
    'not-found': '该内容已不存在。',
    'too-many-requests': '请求过多。请稍后重试。',
    'too-many-views': '您保存的视图已达上限。请先删除一个。',
    'run-ended': '此运行已结束。',
    'import-ended': '此导入已结束。',
    'sync-running': '同步已在进行中。',
    'foreign-partner-id': '此合作伙伴 ID 不属于您。',
    'file-too-large': '文件过大。',
    'file-not-whole': '文件未完整到达。请重新发送。',
    'disk-full': '服务器磁盘空间已满。',
    internal: '服务器无法响应。其日志说明了原因。',
  },
  linkedAs: '{name} 已在租户 {tenantId} 中链接到合作伙伴 ID {partnerId}',
  linkedAsMember: '{name} 作为已授权组的成员，已在租户 {tenantId} 中链接到合作伙伴 ID {partnerId}',
  linkKnown: '{link}；{how}',
  linkHow: {
    'own-token': '于 {day} 使用其自己的令牌读取',
    'link-credential': '于 {day} 使用其自己的令牌读取',
    'on-behalf-of': '于 {day} 以登录者本人的身份读取',
    attested: '于 {day} 由人员证明',
  },
  automatic: {
    aobo: '我们的代理组在此订阅上持有角色（代表管理，AOBO），无需链接',
    marketplace: '根据合作伙伴中心的说明，通过市场产品套餐自动链接；Azure 文档并未证实',
  },
  noneLinked:
    '{count, plural, =0 {我们没有任何标识在此订阅上持有角色} other {我们在此订阅上的 # 个标识均未链接到我们的合作伙伴 ID}}',
  linkUnread: {
    delegations: '尚未读取此订阅的委派',
    'role-assignments': '尚未读取此订阅的角色分配',
    'agent-groups': '尚未读取合作伙伴的代理组的对象 ID',
    definitions: 'Azure 返回了一个委派，但未说明其授权对象',
    members: '尚未读取已授权的标识及其组成员',
    links: '已授权标识的链接只能使用其自己的令牌读取',
    owners: '不清楚具有直接角色的标识是否属于我们',
  },
};
