import type { Texts } from '../en/all-areas.ts';

export const people: Texts['people'] = {
  lead: '查看者可看到分配给他们的客户。支持人员和管理员可看到所有客户；角色由 Entra 授予。',
  nobody: '尚无人登录',
  nobodyWhy: '人员首次登录或被程序指明时会显示在此处。',
  notSignedIn: '尚未登录',
  noRole: '无角色',
  lastSeen: '上次出现于 {at}',
  owns: '负责 {count, number} 个',
};
