/** Words inside dates, durations and numbers. */
export const formats = {
  percent: '{value} %',
  underOnePercent: 'under 1 %',
  instant: '{at} UTC',
  justNow: 'just now',
  minutesAgo: '{minutes, number} min ago',
  hoursAgo: '{hours, number} h ago',
  daysAgo: '{days, plural, one {# day ago} other {# days ago}}',
  seconds: '{seconds, number} s',
  minutesSeconds: '{minutes, number} min {seconds, number} s',
  hoursMinutes: '{hours, number} h {minutes, number} min',
  hours: '{hours, number} h',
  minutes: '{minutes, number} min',
  underAMinuteLeft: 'less than a minute left',
  minutesLeft: 'about {minutes, number} min left',
  hoursLeft: 'about {hours, number} h left',
} as const;
