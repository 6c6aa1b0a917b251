import type { SetupStep } from './setup-steps.ts';

/** The public page that a step rests on, and the version of it that was read (docs/sources.md). */
export type SetupSource = { title: string; address: string; date: string };

const learn = (title: string, path: string, date: string): SetupSource => ({
  title,
  address: `https://learn.microsoft.com/${path}`,
  date,
});

const LINKING = learn(
  'Link a Microsoft partner ID',
  'azure/cost-management-billing/manage/link-partner-id',
  '2023-07-27',
);
const LIGHTHOUSE = learn(
  'Tenants, users, and roles in Azure Lighthouse scenarios',
  'azure/lighthouse/concepts/tenants-users-roles',
  '2026-04-06',
);
const PARTNER_COST = learn(
  'Get started with Cost Management for partners',
  'azure/cost-management-billing/costs/get-started-partners',
  '2023-04-05',
);
const BILLING_RIGHTS = learn(
  'Assign permissions to Cost Management APIs',
  'azure/cost-management-billing/automate/cost-management-api-permissions',
  '2023-11-17',
);
const GRAPH = learn('Microsoft Graph permissions reference', 'graph/permissions-reference', '2026-11-21');

/** null: no page of Microsoft's, it is how this product is set up. */
export const SETUP_SOURCES: Record<SetupStep, SetupSource | null> = {
  identity: null,
  'partner-ids': LINKING,
  'partner-type': learn(
    'Partner earned credit explained',
    'partner-center/billing/partner-earned-credit-explanation',
    '2023-04-13',
  ),
  'first-sync': null,
  'delegated-reader': LIGHTHOUSE,
  'billing-role': BILLING_RIGHTS,
  'cost-role': PARTNER_COST,
  'cost-detail': learn(
    'Cost and usage details file schema (MPA)',
    'azure/cost-management-billing/dataset-schema/cost-usage-details-mca-partner',
    '2025-06-26',
  ),
  'agent-groups': GRAPH,
  directory: GRAPH,
  'group-schedules': GRAPH,
  gdap: GRAPH,
  'customer-consent': LIGHTHOUSE,
  'customer-directory': GRAPH,
  'link-credentials': LINKING,
  'sign-in': null,
};
