import type { Texts } from '../en/all-areas.ts';

export const session: Texts['session'] = {
  failed: '无法显示此页面',
  failedWhy:
    '读取此处存储的内容失败。没有丢失或更改任何内容。请重试；如果问题仍然存在，服务器日志会说明原因。',
  reference: '日志参考编号：<code>{reference}</code>',
  tryAgain: '重试',
  renewal: '会话续订',
  ended: '您的会话已结束',
  endsAt: '您的会话将于 {time} 结束',
  signInAgain: '重新登录',
  nothingLost: '您将返回此视图，已输入的内容不会丢失。',
};
