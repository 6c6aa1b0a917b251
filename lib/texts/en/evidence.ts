export const evidence = {
  documentOf: '{document}, {date}',
  inferred: '{document}, {date}; the rule itself is ours, Microsoft does not spell it out',
  readAt: 'read <age></age>',
  readBy: 'read by {way}, <age></age>',
  missing: '{reason}; missing right: {right}',
  linkOf: 'Partner link of {identity}',
} as const;
