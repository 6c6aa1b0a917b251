import type { Texts } from '../en/all-areas.ts';

export const formats: Texts['formats'] = {
  percent: '{value}%',
  underOnePercent: 'minder dan 1%',
  instant: '{at} UTC',
  justNow: 'zojuist',
  minutesAgo: '{minutes, number} min geleden',
  hoursAgo: '{hours, number} uur geleden',
  daysAgo: '{days, plural, one {# dag geleden} other {# dagen geleden}}',
  seconds: '{seconds, number} s',
  minutesSeconds: '{minutes, number} min {seconds, number} s',
  hoursMinutes: '{hours, number} uur {minutes, number} min',
  hours: '{hours, number} uur',
  minutes: '{minutes, number} min',
  underAMinuteLeft: 'minder dan een minuut te gaan',
  minutesLeft: 'nog ongeveer {minutes, number} min',
  hoursLeft: 'nog ongeveer {hours, number} uur',
};
