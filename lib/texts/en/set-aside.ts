export const setAside = {
  hide: 'Do not remind me',
  remind: 'Remind me again',
  hidden: 'It stands on the Sync page still, and reminds you no more.',
  reminding: 'It reminds you again.',
} as const;
