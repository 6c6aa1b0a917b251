import type { Look } from '#components/status/verdict-looks.ts';
import type { FindingState, Severity } from '#lib/core/statuses.ts';

export const STATE_LOOKS: Record<FindingState, Look> = {
  open: { tone: 'miss', icon: 'warn', word: 'Open' },
  'in-progress': { tone: 'wait', icon: 'sync', word: 'In progress' },
  waiting: { tone: 'wait', icon: 'pause', word: 'Waiting' },
  resolved: { tone: 'earn', icon: 'check', word: 'Resolved' },
  accepted: { tone: 'mute', icon: 'none', word: 'Accepted' },
};

/** What each state means to whoever sets it. */
export const STATE_HELP: Record<FindingState, string> = {
  open: 'Nobody has taken it up.',
  'in-progress': 'Somebody works on it.',
  waiting: 'It waits for a customer, a colleague or Microsoft.',
  resolved: 'Done. It resolves by itself once a sync sees that the cause is gone.',
  accepted: 'It stays as it is, on purpose.',
};

export const SEVERITY_LOOKS: Record<Severity, Look> = {
  high: { tone: 'miss', icon: 'warn', word: 'High' },
  medium: { tone: 'part', icon: 'partly', word: 'Medium' },
  low: { tone: 'mute', icon: 'info', word: 'Low' },
  none: { tone: 'mute', icon: 'none', word: 'No money yet' },
  unknown: { tone: 'mute', icon: 'unknown', word: 'Money unknown' },
};
