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
    'import-taken-back': '在读取之前已被撤回。',
    'unreadable-answer': '服务器的回答无法读取。',
  },
};
