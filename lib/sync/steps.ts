import type { Source } from '#lib/core/statuses.ts';
import type { ReadKey } from '#lib/db/reads.ts';
import type { StepWork } from './step-context.ts';
import {
  readAccounts,
  readBillingCustomers,
  readBillingSubscriptions,
  readCustomerTransfers,
  readProfiles,
  readTransfers,
} from './steps/billing.ts';
import {
  readAllDelegations,
  readAllRoleAssignments,
  readDefinitions,
  readDelegatedSubscriptions,
  readGroups,
} from './steps/bulk.ts';
import { readDimensions } from './steps/cost-scopes.ts';
import { readCosts } from './steps/costs.ts';
import {
  readCustomerDelegations,
  readCustomerRoleAssignments,
  readCustomerSubscriptions,
  readDenials,
  readDirectIdentities,
  readLinkInCustomerTenant,
  readOffersBought,
  readSchedules,
} from './steps/customer.ts';
import {
  readAuthorizedIdentities,
  readGroupSchedules,
  readOurAgentGroups,
  readOurLinks,
  readRelationships,
  readRoleNames,
  readVisibleTenants,
} from './steps/directory.ts';

/** A source that is read in two ways: of all customers, and of one. */
const either =
  (ofAll: StepWork, ofOne: StepWork): StepWork =>
  (context) =>
    isOwn(context.key) ? ofAll(context) : ofOne(context);

const isOwn = (key: ReadKey): boolean => key.tenantId === '';

/** What each source is read by: a new source is a row here. */
export const STEP_WORK: Record<Source, StepWork> = {
  'billing-accounts': readAccounts,
  'billing-profiles': readProfiles,
  'billing-customers': readBillingCustomers,
  'billing-subscriptions': readBillingSubscriptions,
  'billing-transfers': either(readTransfers, readCustomerTransfers),
  tenants: readVisibleTenants,
  subscriptions: readDelegatedSubscriptions,
  'resource-groups': readGroups,
  'delegation-definitions': readDefinitions,
  delegations: either(readAllDelegations, readCustomerDelegations),
  'role-assignments': either(readAllRoleAssignments, readCustomerRoleAssignments),
  'role-definitions': readRoleNames,
  'agent-groups': readOurAgentGroups,
  'partner-links': either(readOurLinks, readLinkInCustomerTenant),
  identities: readAuthorizedIdentities,
  'group-schedules': readGroupSchedules,
  gdap: readRelationships,
  'customer-subscriptions': readCustomerSubscriptions,
  'customer-delegations': readCustomerDelegations,
  'customer-role-assignments': readCustomerRoleAssignments,
  'customer-identities': readDirectIdentities,
  'marketplace-offers': readOffersBought,
  'deny-assignments': readDenials,
  'role-schedules': readSchedules,
  'cost-dimensions': readDimensions,
  costs: readCosts,
};
