export const overview = {
  what: 'Credit earned and missed',
  restsOn: 'What this page rests on',
  restsOnNote: 'Each source with the oldest date among its reads.',
  fromFiles: 'Known from files alone',
  fromFilesWhy:
    'What earned credit and what was missed is proven by the files that were imported. Who is linked, and which roles give access, is unknown until Azure is connected; then the reasons appear beside the same figures.',
  connect: 'Connect Azure',
  finding: {
    nobody: 'No customers were found in what was read.',
    allEarn: '{total, plural, one {Your customer earns credit.} other {All # customers earn credit.}}',
    someKnown:
      '{earning, number} of {total, plural, one {# customer} other {# customers}} are known to earn; the others are not known yet.',
    failing:
      '{failing, number} of {total, plural, one {# customer} other {# customers}} {failing, plural, one {does} other {do}} not earn all the credit they could.',
    unread: 'No cost was read for {month}, so what was missed is unknown.',
    none: 'No credit was missed in {when}.',
    noneOfRead: 'No credit was missed in {when}, on the cost that was read.',
    upTo: 'Up to {money} of credit was missed in {when}.',
    upToOfRead: 'Up to {money} of credit was missed in {when}, on the cost that was read.',
    estimated: 'An estimated {money} of credit was missed in {when}.',
    estimatedOfRead: 'An estimated {money} of credit was missed in {when}, on the cost that was read.',
    soFar: '{month} so far',
  },
  before: 'all of {month}: {money}',
  noBefore: 'no {currency} held for {month}',
  byVerdict: 'Customers by verdict',
  customersWord: '{count, plural, one {customer} other {customers}}',
  gaps: {
    title: 'Largest gaps',
    note: 'Customers by what they may have missed, with the cause that weighs most.',
    whatToDo: 'What to do about them',
    all: 'All customers',
    caption: 'Customers with the largest missed credit',
    customer: 'Customer',
    verdict: 'Verdict',
    mainCause: 'Main cause',
    noCause: 'no cause',
  },
  changed: {
    title: 'What changed',
    note: '{total, plural, =0 {No sync saw a change since {day}.} one {# change since {day}, as syncs saw it.} other {# changes since {day}, as syncs saw them.}}',
    noteNewest:
      '{total, plural, one {# change} other {# changes}} since {day}, as syncs saw them; the newest {newest, number} below.',
    ofKind: '{kind}: {count, number}',
    sinceYesterday:
      '{count, plural, =0 {None since yesterday} one {# since yesterday} other {# since yesterday}}',
    all: 'All changes',
  },
  matrix: {
    title: 'Access predicts, credit proves',
    note: 'Subscriptions and their cost before credit. Where the two disagree, that is the news.',
    caption: 'Subscriptions by access (rows) and credit (columns)',
    corner: 'Access ↓ Credit →',
    credit: 'Credit',
    access: 'Access',
    creditIs: 'Credit: {word}',
    none: 'none',
    subscriptions:
      '<number>{count, number}</number> <word>{count, plural, one {subscription} other {subscriptions}}</word>',
    news: {
      asItShould: 'as it should be',
      supportCase: 'support case',
      partMissing: 'part missing',
      tooNarrow: 'access too narrow',
      unseen: 'access you cannot see',
      mend: 'access to mend',
    },
  },
  together: {
    title: 'All currencies together, in {currency}',
    how: 'Converted at Microsoft’s own exchange rates, as the dollar amounts in the cost rows of {month} tell them. Each currency is shown by itself below.',
    rate: '1 {one} = {other} {currency}',
    noRate:
      'Amounts cannot be shown together in {currency}: no cost row of {month} tells dollars for {missing}.',
  },
} as const;
