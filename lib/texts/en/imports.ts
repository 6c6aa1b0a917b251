export const imports = {
  lead: 'A file of cost shows within seconds which subscriptions earned credit and what was missed, without any right in Azure.',
  given: 'Files that were given',
  givenNote:
    'For a customer’s month one source counts: the newest; of a closed month rather one that tells each line. They are never added up.',
  amortised: 'Amortised cost: it counts only where nothing else is held of a month.',
  reconciliation:
    'It tells no days and no Azure subscriptions, so it counts nowhere. It is compared with the daily rated usage of the same month: see Reconciliation.',
  about:
    '{kind}, {lines, plural, one {# line} other {# lines}}, {customers, plural, one {# customer} other {# customers}}.',
  way: {
    upload: 'uploaded',
    command: 'by the command line',
    folder: 'from the watched folder',
    container: 'from the watched container',
  },
  wayWhen: '{way} <age></age>',
  wayWhenBy: '{way} <age></age> by {who}',
  earnedMissed: '<earned></earned> earned, <missed></missed> missed of <net></net>',
  counts: {
    notJudged: 'Nothing of it is judged yet.',
    all: 'The month of all its customers comes from this file.',
    some: 'This file counts for {count, plural, one {# customer} other {# customers}}.',
    nobody: 'This file counts for nobody now.',
    azure:
      'For {count, plural, one {# customer} other {# customers}} what Azure answered is newer or tells more, and stays.',
    other: 'For {count, plural, one {# customer} other {# customers}} a newer file counts.',
  },
  rejected:
    '{lines, plural, one {# line could not be read and counts nowhere.} other {# lines could not be read and count nowhere.}} <link>Download them with the reasons</link>',
  without:
    '{lines, plural, one {# line} other {# lines}} without a customer: kept with the file, counted for nobody.',
  where: {
    title: 'Where these files are',
    note: 'Recognised by their columns, whatever the name.',
    forms:
      'CSV, JSON lines or Parquet, also compressed with gzip or zip. A file proves who earned credit and what was missed. Who is linked, and why credit is missing, only Azure can tell: connect it later, and the reasons appear beside the same figures.',
    usage: {
      title: 'Partner Center: daily rated usage',
      one: 'Sign in to Partner Center as billing admin or admin agent.',
      two: 'Open Billing, then Billing history (or Daily usage).',
      three:
        'In the row of a month choose Daily rated usage: billed for a closed month, unbilled for the open one.',
      four: 'Keep all columns. The file may come as gzip or zip: give it as it is.',
    },
    portal: {
      title: 'Azure portal: cost details and exports',
      one: 'Open Cost Management with the scope of your billing account, a billing profile or a customer. A subscription tells no credit.',
      two: 'Open Exports, or Usage + charges for a single download.',
      three:
        'Take actual cost of one month, or a FOCUS export; every partition of it, or the folder as a zip.',
    },
    invoice: {
      title: 'Partner Center: invoice reconciliation',
      one: 'In the same Billing history choose the reconciliation file of an invoice.',
      two: 'It tells no days and no resources, so it is only compared with what else is held.',
    },
  },
  mayNot: 'Support staff and administrators give files and take them back.',
} as const;
