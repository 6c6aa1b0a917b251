export const evidence = {
  documentOf: '{document}, {date}',
  inferred: '{document}, {date}; the rule itself is ours, Microsoft does not spell it out',
  readAt: 'read <age></age>',
  readBy: 'read by {way}, <age></age>',
  missing: '{reason}; missing right: {right}',
  linkOf: 'Partner link of {identity}',
  versions: 'Rules {rules}, role list of {roles}.',
  versionsNoDate: 'Rules {rules}, role list without a date.',
  fact: {
    groupedCosts: 'Costs by resource group',
    ownSchedules: 'Schedules of the customer’s own groups',
  },
} as const;
