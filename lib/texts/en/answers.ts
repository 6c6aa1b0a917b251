export const answers = {
  noAnswer: 'The server did not answer. Try again in a moment.',
  notSaved: 'It was not saved.',
  refused: 'It was refused: {detail}',
  code: {
    'azure-not-configured': 'Azure is not connected: the Sync page names the settings that are missing.',
    'role-required': 'Your role does not allow this.',
    'person-required': 'Only a person who has signed in can do this.',
    'sign-in-required': 'Your session has ended. Sign in again.',
    'not-found': 'It is not there any more.',
    'too-many-requests': 'Too many requests came at once. Try again in a moment.',
    'too-many-views': 'You keep as many views as anybody can. Forget one first.',
    'run-ended': 'The run has ended already.',
    'import-ended': 'The import has ended already.',
    'sync-running': 'A sync is running already.',
    'foreign-partner-id': 'This partner ID is none of yours.',
    'file-too-large': 'The file is too large.',
    'file-not-whole': 'The file did not arrive whole. Send it again.',
    'disk-full': 'The server has no room left on its disk.',
    internal: 'The server could not answer. Its log says why.',
  },
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
