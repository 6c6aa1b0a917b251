import type { Texts } from '../en/all-areas.ts';

export const evidence: Texts['evidence'] = {
  documentOf: '{document}, {date}',
  inferred: '{document}, {date}; de regel zelf is van ons, Microsoft schrijft hem niet uit',
  readAt: 'gelezen <age></age>',
  readBy: 'gelezen via {way}, <age></age>',
  missing: '{reason}; ontbrekend recht: {right}',
  linkOf: 'Partnerkoppeling van {identity}',
  versions: 'Regels {rules}, rollenlijst van {roles}.',
  versionsNoDate: 'Regels {rules}, rollenlijst zonder datum.',
  fact: {
    groupedCosts: 'Kosten per resourcegroep',
    ownSchedules: 'Planningen van de eigen groepen van de klant',
  },
};
