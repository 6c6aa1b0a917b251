import type { Texts } from '../en/all-areas.ts';

export const formats: Texts['formats'] = {
  percent: '{value}%',
  underOnePercent: '不到 1%',
  instant: '{at} UTC',
  justNow: '刚刚',
  minutesAgo: '{minutes, number} 分钟前',
  hoursAgo: '{hours, number} 小时前',
  daysAgo: '{days, plural, other {# 天前}}',
  seconds: '{seconds, number} 秒',
  minutesSeconds: '{minutes, number} 分 {seconds, number} 秒',
  hoursMinutes: '{hours, number} 小时 {minutes, number} 分钟',
  hours: '{hours, number} 小时',
  minutes: '{minutes, number} 分钟',
  underAMinuteLeft: '剩余不到 1 分钟',
  minutesLeft: '大约还剩 {minutes, number} 分钟',
  hoursLeft: '大约还剩 {hours, number} 小时',
};
