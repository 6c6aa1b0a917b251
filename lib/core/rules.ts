import type { Cause } from './causes.ts';
import { ROLE_LIST_DATE } from './roles.ts';

/** Kept with every judgement, so that history can tell by which rules it was judged. */
export const RULES_VERSION = '2026-11-21.4';
export const ROLE_LIST_VERSION = ROLE_LIST_DATE;

/** Microsoft's pages behind the rules: the newest version that was found of each. */
export const SOURCE_DOCUMENTS = {
  explanation: { title: 'Partner earned credit explained (Partner Center)', date: '2023-04-13' },
  troubleshoot: { title: 'Troubleshoot partner earned credit (Partner Center)', date: '2022-01-25' },
  roles: {
    title: 'Azure roles and permissions for partner earned credit (Partner Center)',
    date: ROLE_LIST_DATE,
  },
  link: { title: 'Link a partner ID (Cost Management + Billing)', date: '2023-07-27' },
  lighthouse: { title: 'Link your partner ID to delegated resources (Azure Lighthouse)', date: '2023-05-23' },
  eligible: { title: 'Create eligible authorizations (Azure Lighthouse)', date: '2026-04-06' },
  delegation: { title: 'Tenants, users and roles (Azure Lighthouse)', date: '2026-04-06' },
  crossTenant: { title: 'Cross-tenant management experiences (Azure Lighthouse)', date: '2026-01-20' },
  offers: { title: 'Publish managed service offers (Azure Lighthouse)', date: '2026-01-16' },
  cost: { title: 'Cost Management for partners', date: '2023-04-05' },
  rated: { title: 'Daily rated usage files (Partner Center)', date: '2022-11-08' },
  transfer: {
    title: 'Transfer Azure subscriptions under an Azure plan (Partner Center)',
    date: '2023-09-14',
  },
  gdap: { title: 'GDAP frequently asked questions (Partner Center)', date: '2023-08-10' },
  creditOffer: { title: 'Azure credit offer balance (Partner Center)', date: '2022-07-27' },
  manage: { title: 'Manage subscriptions under the Azure plan (Partner Center)', date: '2022-11-22' },
  reinstate: { title: 'Reinstate admin privileges (Partner Center)', date: '2023-08-01' },
} as const;
export type SourceDocument = keyof typeof SOURCE_DOCUMENTS;

/** Facts on which a rule may rest. */
export type FactName =
  | 'access'
  | 'links'
  | 'cost'
  | 'groups'
  | 'billing'
  | 'people'
  | 'offers'
  | 'denies'
  | 'gdap';

type Rule = { document: SourceDocument; facts: readonly FactName[]; inferred?: true };

/** Which page each cause follows from and which facts it reads; `inferred`: the rule is ours (diagnosis.md). */
export const RULES: Record<Cause, Rule> = {
  'indirect-reseller': { document: 'troubleshoot', facts: [] },
  'not-billed-by-us': { document: 'troubleshoot', facts: ['billing', 'cost'] },
  'sold-without-access': { document: 'troubleshoot', facts: ['access', 'billing'] },
  'legacy-offer': { document: 'troubleshoot', facts: ['billing'] },
  'only-ineligible-products': { document: 'explanation', facts: ['cost'] },
  'no-chargeable-usage': { document: 'explanation', facts: ['cost'] },
  earning: { document: 'cost', facts: ['cost', 'access'] },
  'scope-too-narrow': { document: 'explanation', facts: ['access', 'groups'] },
  'access-part-of-period': { document: 'troubleshoot', facts: ['access', 'links', 'cost'] },
  'no-access': { document: 'troubleshoot', facts: ['access', 'billing'] },
  'foreign-principal-of-another-partner': { document: 'troubleshoot', facts: ['access', 'people'] },
  'aobo-role-not-earning': { document: 'roles', facts: ['access'] },
  'aobo-intact-cost-uncredited': { document: 'troubleshoot', facts: ['access', 'cost'] },
  'principal-not-linked': { document: 'lighthouse', facts: ['access', 'links'] },
  'linked-in-customer-tenant-only': { document: 'lighthouse', facts: ['access', 'links', 'people'] },
  'linked-in-partner-tenant-only': { document: 'manage', facts: ['access', 'links', 'people'] },
  'role-not-earning': { document: 'roles', facts: ['access'] },
  'just-in-time-only': { document: 'eligible', facts: ['access'] },
  'role-not-listed': { document: 'roles', facts: ['access'], inferred: true },
  'no-linked-group-member': { document: 'link', facts: ['access', 'links', 'people'] },
  'time-bound-membership': { document: 'troubleshoot', facts: ['access', 'links', 'people'] },
  'linked-identity-gone': { document: 'link', facts: ['access', 'links', 'people'] },
  'wrong-partner-organisation': { document: 'troubleshoot', facts: ['access', 'links'] },
  'global-partner-id': { document: 'link', facts: ['access', 'links'], inferred: true },
  'other-location-of-same-organisation': { document: 'troubleshoot', facts: ['links'] },
  'marketplace-link-unverified': { document: 'lighthouse', facts: ['access', 'links'], inferred: true },
  'offer-bought-not-delegated': { document: 'offers', facts: ['access', 'offers'] },
  'delegation-broken': { document: 'lighthouse', facts: ['access'] },
  'delegated-to-another-tenant': { document: 'delegation', facts: ['access'] },
  'resource-group-delegation-only': { document: 'explanation', facts: ['access', 'groups'] },
  'deny-assignment': { document: 'crossTenant', facts: ['access', 'denies'] },
  'third-partner-only': { document: 'troubleshoot', facts: ['access'] },
  'third-partner-also-present': { document: 'troubleshoot', facts: ['access'] },
  'reseller-of-record-access': { document: 'troubleshoot', facts: ['access'] },
  'transferred-in-without-access': { document: 'transfer', facts: ['access', 'billing'] },
  'transferred-away': { document: 'transfer', facts: ['billing'] },
  'enrolment-moved-organisation': { document: 'troubleshoot', facts: ['billing', 'cost'] },
  'gdap-removed-rbac-intact': { document: 'gdap', facts: ['access', 'gdap'] },
  'too-recent': { document: 'cost', facts: ['cost'], inferred: true },
  'offset-by-azure-credit': { document: 'creditOffer', facts: ['cost'] },
  'no-billing-scope-data': { document: 'cost', facts: ['cost'] },
  'price-lower-but-flag-absent': { document: 'cost', facts: ['cost'] },
  'unbilled-data-late': { document: 'rated', facts: ['cost'] },
  'access-good-cost-uncredited': {
    document: 'troubleshoot',
    facts: ['access', 'links', 'cost'],
    inferred: true,
  },
  'credited-by-unseen-access': { document: 'troubleshoot', facts: ['access', 'cost'], inferred: true },
  'single-linked-member': { document: 'link', facts: ['links', 'people'], inferred: true },
  'access-unread': { document: 'troubleshoot', facts: ['access', 'people'] },
  'link-unread': { document: 'link', facts: ['access', 'links'] },
};
