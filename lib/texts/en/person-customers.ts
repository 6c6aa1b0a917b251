export const personCustomers = {
  seesByRole: 'The role lets them see every customer; this is for viewers.',
  seesAll: 'Sees every customer, whatever is ticked below',
  assigned: 'Assigned customers ({count, number})',
  saving: 'Saving',
  save: 'Save {name}',
  saved: 'Saved what {name} may see.',
  endSessions: 'End sessions',
  ended: '{name} was signed out everywhere.',
  find: 'Name or tenant id of a customer',
  more: '{count, plural, one {# more: look for it by its name} other {# more: look for them by name}}',
} as const;
