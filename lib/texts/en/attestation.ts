export const attestation = {
  record: 'Record an attestation',
  renew: 'Renew or withdraw',
  linkedTo: 'Linked to',
  restsOn: 'What it rests on',
  who: 'Who showed what, and when',
  since: 'Linked since, if the evidence tells',
  until: 'Counts until',
  saving: 'Saving',
  save: 'Record',
  withdraw: 'Withdraw',
  recorded: 'Recorded: {who} is linked to {partnerId}.',
  withdrawn: 'Withdrawn: the attested link of {who}.',
} as const;
