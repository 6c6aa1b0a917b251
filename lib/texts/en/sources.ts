export const sources = {
  group: {
    billing: 'Billing',
    cost: 'Cost',
    access: 'Access',
    identities: 'Identities and links',
    customerTenants: 'Customer tenants',
  },
  of: {
    'billing-accounts': {
      name: 'Billing accounts',
      shows: 'which partner billing accounts may be read',
    },
    'billing-profiles': {
      name: 'Billing profiles',
      shows: 'in which currencies you are billed',
    },
    'billing-customers': {
      name: 'Billed customers',
      shows: 'which customers you bill',
    },
    'billing-subscriptions': {
      name: 'Billed subscriptions',
      shows: 'which subscriptions you bill, by which offer',
    },
    'billing-transfers': {
      name: 'Billing transfers',
      shows: 'which subscriptions moved between partners',
    },
    tenants: {
      name: 'Tenants',
      shows: 'names and domains of customer tenants',
    },
    subscriptions: {
      name: 'Delegated subscriptions',
      shows: 'which subscriptions Lighthouse lets you see',
    },
    'resource-groups': {
      name: 'Resource groups',
      shows: 'what narrow access leaves out, and groups Azure manages',
    },
    'delegation-definitions': {
      name: 'Delegation definitions',
      shows: 'who is authorized through Lighthouse, with which role',
    },
    delegations: {
      name: 'Delegations',
      shows: 'which subscriptions and resource groups are delegated',
    },
    'role-assignments': {
      name: 'Role assignments',
      shows: 'access by agent groups and direct access',
    },
    'role-definitions': {
      name: 'Role definitions',
      shows: 'names of roles',
    },
    'agent-groups': {
      name: 'Agent groups',
      shows: 'which foreign principals are yours',
    },
    'partner-links': {
      name: 'Partner links',
      shows: 'which identities are linked',
    },
    identities: {
      name: 'Identities in your tenant',
      shows: 'group members and disabled accounts',
    },
    'group-schedules': {
      name: 'Time-bound group members',
      shows: 'memberships that end or are activated just in time',
    },
    gdap: {
      name: 'GDAP relationships',
      shows: 'which delegated admin relationships are active',
    },
    'customer-subscriptions': {
      name: 'Subscriptions in customer tenants',
      shows: 'subscriptions that are not delegated',
    },
    'customer-delegations': {
      name: 'Delegations in customer tenants',
      shows: 'delegations of subscriptions you do not see otherwise',
    },
    'customer-role-assignments': {
      name: 'Role assignments in customer tenants',
      shows: 'access on subscriptions that are not delegated',
    },
    'customer-identities': {
      name: 'Identities in customer tenants',
      shows: 'whose the direct access is',
    },
    'marketplace-offers': {
      name: 'Marketplace offers',
      shows: 'managed service offers bought, delegated or not',
    },
    'deny-assignments': {
      name: 'Deny assignments',
      shows: 'where Azure itself blocks access',
    },
    'role-schedules': {
      name: 'Role schedules',
      shows: 'direct roles that end or are activated just in time',
    },
    'cost-dimensions': {
      name: 'Cost columns',
      shows: 'whether cost can say what was credited',
    },
    costs: {
      name: 'Costs',
      shows: 'which cost received credit',
    },
  },
  status: {
    complete: 'Complete',
    partial: 'Partial',
    failed: 'Failed',
    never: 'Never read',
    notNeeded: 'Not needed',
  },
  way: {
    'resource-graph': 'Azure Resource Graph',
    list: 'the list of each subscription',
    'managing-tenant': 'a token of your tenant',
    'customer-tenant': 'a token of the customer’s tenant',
    'own-token': 'its own token',
    'link-credential': 'its link credential',
    'on-behalf-of': 'the person’s own sign-in',
    attested: 'a person’s word',
  },
  neverRead: 'Never read',
  stale: 'Stale',
  oldestData: 'Oldest data: <age></age>',
  readAge: 'read <age></age>',
  readOf: '{read, number} of {expected, number}',
  readOfFaint: '{read, number} <faint>of {expected, number}</faint>',
  announcedSent: '{announced, number} announced, {sent, number} sent',
  sent: '{sent, number} sent',
  tableCaption: 'What was read from each source, and when',
  source: 'Source',
  shows: 'Shows',
  showsThis: 'shows {what}',
  state: 'State',
  read: 'Read',
  rows: 'Rows',
  oldest: 'Oldest data',
  nothingToRead: 'nothing to read',
  failedReads:
    '{count, plural, one {# read did not succeed; what it would show counts as unknown} other {# reads did not succeed; what they would show counts as unknown}}',
  moreTenants: 'and {count, plural, one {# more tenant} other {# more tenants}}',
  yourTenant: 'Your tenant',
  failureOf: '<tenant></tenant><faint>, <age></age></faint>',
  readWhen: 'read {age}',
} as const;
