export const stepReasons = {
  detail: 'Technical detail',
  told: {
    'wrong-count': 'Azure announced {expected, plural, one {# row} other {# rows}} and sent {read, number}.',
    'fewer-rows':
      'Azure returned {read, plural, one {# row} other {# rows}} where {held, number} were held. What is held stays until a second read says the same.',
    'step-fault': 'An error of ours ended this step; the log says which.',
    'run-fault': 'An error of ours ended the run; the log says which.',
    'not-judged':
      '{count, plural, one {# customer} other {# customers}} could not be judged and kept the last verdict; the log says why.',
    'no-subscription': 'No subscription is visible yet.',
    'no-billing-account': 'No partner billing account is visible to the service identity.',
    'no-account-known': 'No partner billing account is known.',
    'of-subscriptions':
      '{unread, number} of {asked, plural, one {# subscription} other {# subscriptions}} could not be read.',
    'ownerless-cost':
      'Cost of {count, plural, one {# subscription or charge} other {# subscriptions or charges}} belongs to no customer that anything read names.',
    'graph-shows-nothing': 'Resource Graph shows nothing.',
    'refused-before': 'It was refused before the run was taken up again.',
    'http-status': 'Azure answered with status {status} and no words.',
    'long-wait': 'Azure asked for a longer wait than a call waits.',
    'no-export': 'No export of actual cost has delivered {period}.',
    'no-token': 'The identity gave no token.',
    'managed-identity': 'A managed identity has tokens of its own tenant only.',
    'no-report': 'Azure could not make the report.',
    'no-definitions': 'The definitions of the delegations were not read.',
    'no-dimensions': 'The cost dimensions of the billing scope have not been read.',
    'unlisted-customer': 'Billing lists subscriptions of customer {customer}, and no such customer.',
    'unlisted-subscription':
      'Subscription {subscription} is seen and has cost, and billing does not list it.',
    'delegations-differ':
      'Subscription {subscription}: Resource Graph shows {graph, plural, one {# delegation} other {# delegations}} and its list {list, number}.',
    'costs-differ': 'Its own read says {own}, that of its billing profile {profile}.',
    'no-exports': 'There is no export of actual cost.',
    'unknown-tenant': 'Nothing tells which tenant the billed customer {customer} is.',
    'totals-differ':
      'The lines of billing profile {profile} for {period} come to {lines}, a query to {query}.',
  },
  kind: {
    malformed: 'The answer was not of the form that Microsoft documents.',
    cut: 'The connection broke before the answer was whole.',
    timeout: 'No whole answer came in time.',
    'foreign-host': 'An address that is not Azure’s was to be called, and was not.',
    'missing-dimension': 'The billing scope does not offer a column that this way of reading needs.',
    'too-many-subscriptions': 'Resource Graph answered for some of the subscriptions only.',
    aborted: 'The read was given up.',
  },
} as const;
