export const report = {
  title: 'Partner earned credit of {name}',
  back: 'Back to the customer',
  print: 'Print or save as PDF',
  openMonth: '{month}, an open month: its figures are estimates until Microsoft closes it',
  earned: 'What earned',
  missed: 'What was missed',
  why: 'Why, and what to do',
  noCost: 'No cost of this month could be read, so no amounts can be told.',
  noCause: 'Every subscription earns, or has nothing that could.',
  column: {
    currency: 'Currency',
    cost: 'Cost',
    eligible: 'Eligible',
    received: 'Credit received',
    missedEstimate: 'Credit missed (estimate)',
    subscription: 'Subscription',
    result: 'Result',
  },
  doIt: '<strong>What to do:</strong> {remedy}',
  concerns: 'Concerns {count, plural, one {# subscription} other {# subscriptions}}: {names}',
  concernsMore:
    'Concerns {count, plural, one {# subscription} other {# subscriptions}}: {names} and {more, number} more',
  asked:
    'Microsoft forbids pressing customers for access only to earn credit: what is asked for here starts from the managed service.',
  rests: 'Made on {made}. What could not be read counts as unknown, never as earned or missed.',
  restsSince:
    'Made on {made}, from data read on {asOf} at the earliest. What could not be read counts as unknown, never as earned or missed.',
} as const;
