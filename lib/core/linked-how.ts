import type { LinkMethod } from './facts.ts';
import type { LinkedHow } from './linked.ts';

const READ_HOW: Record<LinkMethod, string> = {
  'own-token': 'read with its own token',
  'link-credential': 'read with its own token',
  'on-behalf-of': 'read as the person signed in',
  attested: 'attested by a person',
};

const UNREAD = {
  delegations: 'The delegations of this subscription have not been read',
  'role-assignments': 'The role assignments of this subscription have not been read',
  'agent-groups': "The object ids of the partner's agent groups have not been read",
  definitions: 'Azure returned a delegation without saying whom it authorises',
  members: 'Who the authorised identities and the members of their groups are has not been read',
  links: 'The link of an authorised identity can be read only with its own token',
  owners: 'It is not known whether identities with direct roles are ours',
} as const;

/** One sentence for the API and the page: which identity, which partner id, which tenant, how and when we know. */
export function formatLinkedHow(how: LinkedHow): string {
  switch (how.kind) {
    case 'link': {
      const { link, displayName, principalId, tenantId, checkedAt } = how.link;
      const partnerId = link.state === 'linked' ? link.partnerId : '';
      const group = how.throughGroup === null ? '' : ', as a member of an authorised group';
      return `${displayName ?? principalId} is linked to partner ID ${partnerId} in tenant ${tenantId}${group}; ${READ_HOW[how.link.how]} on ${checkedAt.slice(0, 10)}`;
    }
    case 'aobo':
      return 'Our agent group holds a role on the subscription (admin on behalf of), which needs no link';
    case 'marketplace':
      return 'By the Marketplace offer, as Partner Center says; the Azure documentation does not confirm it';
    case 'none-linked':
      return how.identities === 0
        ? 'No identity of ours holds a role on this subscription'
        : `None of the ${how.identities} identities of ours on this subscription is linked to our partner ID`;
    case 'unread':
      return UNREAD[how.what];
  }
}
