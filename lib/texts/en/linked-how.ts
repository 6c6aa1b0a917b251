export const linkedHow = {
  linkedAs: '{name} is linked to partner ID {partnerId} in tenant {tenantId}',
  linkedAsMember:
    '{name} is linked to partner ID {partnerId} in tenant {tenantId}, as a member of an authorised group',
  linkKnown: '{link}; {how}',
  linkHow: {
    'own-token': 'read with its own token on {day}',
    'link-credential': 'read with its own token on {day}',
    'on-behalf-of': 'read as the person signed in on {day}',
    attested: 'attested by a person on {day}',
  },
  automatic: {
    aobo: 'Our agent group holds a role on the subscription (admin on behalf of), which needs no link',
    marketplace:
      'By the Marketplace offer, as Partner Center says; the Azure documentation does not confirm it',
  },
  noneLinked:
    '{count, plural, =0 {No identity of ours holds a role on this subscription} one {None of the # identities of ours on this subscription is linked to our partner ID} other {None of the # identities of ours on this subscription is linked to our partner ID}}',
  linkUnread: {
    delegations: 'The delegations of this subscription have not been read',
    'role-assignments': 'The role assignments of this subscription have not been read',
    'agent-groups': 'The object ids of the partner’s agent groups have not been read',
    definitions: 'Azure returned a delegation without saying whom it authorises',
    members: 'Who the authorised identities and the members of their groups are has not been read',
    links: 'The link of an authorised identity can be read only with its own token',
    owners: 'It is not known whether identities with direct roles are ours',
  },
} as const;
