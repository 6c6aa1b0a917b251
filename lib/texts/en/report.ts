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
  advice: {
    inOrder: {
      title: 'In order',
      meaning: 'The access is as it should be.',
      remedy: 'Nothing has to be done.',
    },
    notByUs: {
      title: 'Not earned by us',
      meaning: 'Another party bills this subscription or receives its credit.',
      remedy: 'Nothing has to be done.',
    },
    cannotEarn: {
      title: 'Nothing here could earn',
      meaning:
        'There was nothing to charge, the cost is of products that never earn credit, or an Azure credit paid it.',
      remedy: 'Nothing has to be done.',
    },
    legacyOffer: {
      title: 'Older offer',
      meaning: 'The subscription is on an offer that cannot earn credit, not on the Azure plan.',
      remedy: 'If it suits you, we plan the move to the Azure plan together.',
    },
    waiting: {
      title: 'Too early to tell',
      meaning:
        'Access, a link or cost is too recent: credit counts whole days and shows up to 48 hours later.',
      remedy: 'Nothing has to be done; the next report tells.',
    },
    notKnown: {
      title: 'Not known yet',
      meaning: 'What would prove it could not be read so far, so nothing is claimed about it.',
      remedy: 'We complete what is missing; nothing is needed from you.',
    },
    clearedUp: {
      title: 'Access in place, no credit',
      meaning: 'The access should earn, yet the cost shows no credit.',
      remedy: 'We clear this up with Microsoft; nothing is needed from you.',
    },
    noAccess: {
      title: 'No access',
      meaning: 'We hold no access of our own to this subscription.',
      remedy:
        'If we are to manage it for you, we first agree on the service, then on the least access that it needs. You would give that with a template that we send you.',
    },
    partOnly: {
      title: 'Access to a part only',
      meaning: 'Our access covers some resource groups or resources; the rest cannot earn.',
      remedy:
        'If the service is for the whole subscription, we agree with you on access to all of it; otherwise it stays as it is.',
    },
    partOfTime: {
      title: 'Access for part of the time',
      meaning:
        'Our access held for a part of the month only, or rests on a membership that ends. Days that have passed cannot be won back.',
      remedy: 'We see to it that the agreed access holds, and come to you if that needs something of yours.',
    },
    notSetUp: {
      title: 'Access not set up to the end',
      meaning: 'Access for us was begun, but it names another party, did not succeed or was not completed.',
      remedy: 'If the agreed service needs it, we send you a template that sets it up anew.',
    },
    ourLink: {
      title: 'Our link is missing or wrong',
      meaning: 'We have access, but it is not linked to our partner ID as Microsoft asks.',
      remedy:
        'We put the link right ourselves. Where that takes a sign-in to your tenant, we tell you before.',
    },
    role: {
      title: 'Role earns no credit',
      meaning: 'Our access has a role that earns no credit, or has an earning one just in time only.',
      remedy: 'It can stay as it is. If the service needs more, we propose the smallest role that fits.',
    },
    protected: {
      title: 'Protected by a product',
      meaning: 'A managed product keeps others out of a part of the subscription.',
      remedy: 'Usually nothing has to be done: it belongs to the product.',
    },
  },
} as const;
