import type { Texts } from '../en/all-areas.ts';

export const evidence: Texts['evidence'] = {
  documentOf: '{document}, {date}',
  inferred: '{document}, {date}; själva regeln är vår, Microsoft skriver inte ut den',
  readAt: 'läst <age></age>',
  readBy: 'läst via {way}, <age></age>',
  missing: '{reason}; saknad behörighet: {right}',
  linkOf: 'Partnerlänk för {identity}',
  versions: 'Regler {rules}, rollista från {roles}.',
  versionsNoDate: 'Regler {rules}, rollista utan datum.',
  fact: {
    groupedCosts: 'Kostnader per resursgrupp',
    ownSchedules: 'Scheman för kundens egna grupper',
  },
};
