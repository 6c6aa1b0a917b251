import type { Texts } from '../en/all-areas.ts';

export const formats: Texts['formats'] = {
  percent: '{value} %',
  underOnePercent: 'under 1 %',
  instant: '{at} UTC',
  justNow: 'nyss',
  minutesAgo: 'för {minutes, number} min sedan',
  hoursAgo: 'för {hours, number} tim sedan',
  daysAgo: '{days, plural, one {för # dag sedan} other {för # dagar sedan}}',
  seconds: '{seconds, number} s',
  minutesSeconds: '{minutes, number} min {seconds, number} s',
  hoursMinutes: '{hours, number} tim {minutes, number} min',
  hours: '{hours, number} tim',
  minutes: '{minutes, number} min',
  underAMinuteLeft: 'mindre än en minut kvar',
  minutesLeft: 'ungefär {minutes, number} min kvar',
  hoursLeft: 'ungefär {hours, number} tim kvar',
};
