export const settingsForm = {
  of: {
    attestationDays: {
      label: 'An attested link counts for at most',
      unit: 'days',
      help: 'Holds for attestations from now on; those recorded keep their date.',
    },
    ownLinkDays: {
      label: 'A link read on a person’s behalf counts for',
      unit: 'days',
      help: 'Nobody else can read it again. The next sync and every page after it go by this.',
    },
    heavyLinkSubscriptions: {
      label: 'Warn of an identity that alone carries',
      unit: 'subscriptions or more',
      help: 'On the page of links, beside the warning for half of all subscriptions.',
    },
  },
  saved: 'The settings were saved.',
  saving: 'Saving',
  save: 'Save settings',
  range: '{least, number} to {most, number}.',
  usual: 'This is the usual value.',
  changed: '{who} changed it on {date}; usually {usual, number}.',
} as const;
