import type { Texts } from '../en/all-areas.ts';

export const formats: Texts['formats'] = {
  percent: '{value}%',
  underOnePercent: '不到 1%',
  instant: '{at} UTC',
  justNow: '剛剛',
  minutesAgo: '{minutes, number} 分鐘前',
  hoursAgo: '{hours, number} 小時前',
  daysAgo: '{days, plural, other {# 天前}}',
  seconds: '{seconds, number} 秒',
  minutesSeconds: '{minutes, number} 分 {seconds, number} 秒',
  hoursMinutes: '{hours, number} 小時 {minutes, number} 分鐘',
  hours: '{hours, number} 小時',
  minutes: '{minutes, number} 分鐘',
  underAMinuteLeft: '剩餘不到 1 分鐘',
  minutesLeft: '大約還剩 {minutes, number} 分鐘',
  hoursLeft: '大約還剩 {hours, number} 小時',
};
