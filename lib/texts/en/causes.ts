export const causes = {
  whatToDo: '<strong>What to do:</strong> {remedy}',
  askingRule:
    'Microsoft forbids pressing customers for access only to earn credit: start from the service you deliver and the least role that fits it.',
  earning: {
    title: 'Earning',
    meaning: 'Every eligible cost received partner earned credit.',
    remedy: 'Keep the access and the link as they are.',
  },
  'indirect-reseller': {
    title: 'Earned by the provider',
    meaning: 'You are an indirect reseller here: the credit goes to the indirect provider.',
    remedy: 'Ask the provider for the cost data; your access helps the provider earn.',
  },
  'not-billed-by-us': {
    title: 'Not billed by you',
    meaning: 'Another partner or an agreement with Microsoft bills this subscription.',
    remedy: 'A link still counts as recognition; no credit is possible here.',
  },
  'legacy-offer': {
    title: 'Legacy offer',
    meaning: 'The subscription is on an offer that cannot earn credit, not on an Azure plan.',
    remedy: 'Move the customer to an Azure plan.',
  },
  'only-ineligible-products': {
    title: 'Only ineligible products',
    meaning: 'All cost is of products without credit, such as Marketplace, reservations or Spot.',
    remedy: 'Nothing to do: these products never earn.',
  },
  'no-chargeable-usage': {
    title: 'No chargeable usage',
    meaning: 'There was nothing to charge in this period, so nothing to credit.',
    remedy: 'Nothing to do.',
  },
  'transferred-away': {
    title: 'Transferred away',
    meaning: 'Billing of this subscription moved to another partner.',
    remedy: 'Nothing to do; the history stays here.',
  },
  'enrolment-moved-organisation': {
    title: 'Enrolment moved',
    meaning: 'The CSP enrolment was moved to another organisation in this period.',
    remedy: 'Open a support case and mention the move.',
  },
  'too-recent': {
    title: 'Too recent to judge',
    meaning:
      'A link, role, delegation or day of cost less than 72 hours old: credit counts whole days and shows up to 48 hours later.',
    remedy: 'Look again on the date shown; do not open a case before it.',
  },
  'offset-by-azure-credit': {
    title: 'Paid by Azure credit',
    meaning: 'An Azure credit offer pays this cost first.',
    remedy: 'Nothing to do.',
  },
  'no-billing-scope-data': {
    title: 'Credit still to be proven',
    meaning:
      'The cost that would prove it was not read, says nothing about credit, or got none and is not yet known to be eligible.',
    remedy:
      'Where costs could not be read, give this service a billing role on the partner billing account. Cost that was read and only waits to be classified needs nothing from you.',
  },
  'price-lower-but-flag-absent': {
    title: 'Lower price, no credit flag',
    meaning: 'The price is below list, but the credit columns are empty: a tier or discount looks the same.',
    remedy: 'Read the credit columns from the billing scope before concluding.',
  },
  'unbilled-data-late': {
    title: 'Cost data still arriving',
    meaning: 'Microsoft has not delivered the cost of these days yet.',
    remedy: 'Wait; the next sync reads them.',
  },
  'access-good-cost-uncredited': {
    title: 'Access good, no credit',
    meaning:
      'Access should earn, yet the cost shows no credit: agreement, organisation, products or an incident at Microsoft.',
    remedy:
      'Check that the partner agreement is active, then open a support case with the evidence pack of the finding.',
  },
  'aobo-intact-cost-uncredited': {
    title: 'Admin access intact, no credit',
    meaning: 'Admin on behalf of is in place with an earning role, yet the cost shows no credit.',
    remedy:
      'Check products, dates, Azure credit offers and that the agreement is active, then open a support case.',
  },
  'credited-by-unseen-access': {
    title: 'Credit by access you cannot see',
    meaning: 'Cost received credit although no access found here explains it.',
    remedy:
      'Read more evidence: role assignments in the customer tenant, agent groups, the reseller’s access.',
  },
  'sold-without-access': {
    title: 'Sold without access',
    meaning: 'You bill this subscription, but hold no access to it.',
    remedy: 'Agree a managed service, then a delegation with the least role that fits.',
  },
  'scope-too-narrow': {
    title: 'Access to a part only',
    meaning: 'Access covers some resource groups or resources; the rest cannot earn.',
    remedy: 'Delegate or assign at the subscription, or accept it.',
  },
  'access-part-of-period': {
    title: 'Access for part of the period',
    meaning: 'Access began or ended within the period; only whole days with access count.',
    remedy: 'Make the access permanent. Past days cannot be recovered.',
  },
  'no-access': {
    title: 'No access',
    meaning: 'No agent group, delegation or linked identity of yours has access.',
    remedy:
      'Agree a managed service, then a Lighthouse delegation with Support Request Contributor or what the work needs and a linked service principal, or access for your agent group again.',
  },
  'foreign-principal-of-another-partner': {
    title: 'Another partner’s agent group',
    meaning:
      'A foreign principal has access, but it is no agent group of yours or of the reseller of record, even if the name matches.',
    remedy: 'Grant access again with the object id of your own agent group.',
  },
  'aobo-role-not-earning': {
    title: 'Agent group’s role does not earn',
    meaning: 'Your agent group has access, but with a role that earns no credit there, such as Reader.',
    remedy: 'Assign a role that earns at the scope you want, no wider than the service needs.',
  },
  'principal-not-linked': {
    title: 'Identity not linked',
    meaning: 'Access that should earn is there, but no identity that holds it is linked to your partner ID.',
    remedy:
      'Link the service principal to the partner ID: in the managing tenant for a delegation, in the customer’s tenant for direct access.',
  },
  'linked-in-customer-tenant-only': {
    title: 'Linked in the customer tenant only',
    meaning: 'Access comes through Lighthouse, but the link was made in the customer’s tenant.',
    remedy: 'Link the same identity in the managing tenant.',
  },
  'linked-in-partner-tenant-only': {
    title: 'Linked in your tenant only',
    meaning:
      'Access is a guest or direct assignment; in the customer tenant that identity is another object.',
    remedy: 'Sign in to the customer tenant and link there.',
  },
  'role-not-earning': {
    title: 'Role does not earn',
    meaning: 'The linked identity holds only roles that earn no credit, such as Reader.',
    remedy:
      'Where the service needs it, add a permanent role that earns; Support Request Contributor is the smallest common one.',
  },
  'just-in-time-only': {
    title: 'Just-in-time only',
    meaning: 'The earning role can only be activated just in time; it is never permanent.',
    remedy: 'Add a permanent authorization with a small earning role; keep just-in-time for more.',
  },
  'role-not-listed': {
    title: 'Role not in Microsoft’s list',
    meaning: 'Microsoft’s list does not say whether this role earns.',
    remedy: 'Let cost prove it, or add the smallest listed role that fits the service.',
  },
  'no-linked-group-member': {
    title: 'No linked member in the group',
    meaning: 'A group has the access, and none of its members is linked.',
    remedy: 'Add a linked member, or put a linked service principal in the authorizations.',
  },
  'time-bound-membership': {
    title: 'Membership with an end',
    meaning: 'The linked member belongs to the group for a limited time only.',
    remedy: 'Make the membership permanent, or use a service principal.',
  },
  'linked-identity-gone': {
    title: 'Linked identity gone',
    meaning: 'The linked identity is disabled or deleted, so the link no longer counts.',
    remedy: 'Link another member; a service principal does not leave.',
  },
  'wrong-partner-organisation': {
    title: 'Linked to another organisation',
    meaning: 'The partner ID in the link belongs to a different organisation.',
    remedy: 'Change the link to a location partner ID of your own organisation.',
  },
  'global-partner-id': {
    title: 'Global partner ID linked',
    meaning: 'The link names the global partner ID; Microsoft asks for a location ID.',
    remedy: 'Change the link to a location partner ID.',
  },
  'other-location-of-same-organisation': {
    title: 'Another location of yours',
    meaning: 'The link names another location of the same organisation, which counts.',
    remedy: 'Nothing to do.',
  },
  'marketplace-link-unverified': {
    title: 'Marketplace link unverified',
    meaning:
      'The delegation comes from a Marketplace offer; Microsoft’s documents disagree whether it links itself.',
    remedy: 'Let cost prove it; link a service principal to be safe.',
  },
  'offer-bought-not-delegated': {
    title: 'Offer bought, not delegated',
    meaning: 'The customer accepted your Marketplace offer but delegated nothing.',
    remedy: 'The customer delegates the subscription or its groups under Service providers.',
  },
  'delegation-broken': {
    title: 'Delegation broken',
    meaning: 'The delegation exists, but its provisioning did not succeed or its definition is missing.',
    remedy: 'Deploy the delegation again.',
  },
  'delegated-to-another-tenant': {
    title: 'Delegated to another tenant',
    meaning: 'The delegation names a managing tenant that is not yours.',
    remedy: 'Onboard again with your managing tenant.',
  },
  'resource-group-delegation-only': {
    title: 'Only resource groups delegated',
    meaning: 'Access covers some resource groups; cost outside them cannot earn.',
    remedy: 'Delegate the subscription, or accept it and watch the uncovered groups.',
  },
  'deny-assignment': {
    title: 'Denied on a managed group',
    meaning: 'A deny assignment, as of a managed application, blocks your access there.',
    remedy: 'Usually accept it: the product’s owner set it.',
  },
  'third-partner-only': {
    title: 'Only a third partner has access',
    meaning: 'A partner that is neither the provider nor the reseller has access; that does not count.',
    remedy: 'Get access of your own for the service you deliver.',
  },
  'third-partner-also-present': {
    title: 'A third partner too',
    meaning: 'A third partner has access beside yours, which does not interfere.',
    remedy: 'Nothing to do.',
  },
  'reseller-of-record-access': {
    title: 'Access by the reseller',
    meaning: 'Only the reseller of record has access that earns.',
    remedy: 'Nothing to do.',
  },
  'transferred-in-without-access': {
    title: 'Transferred in without access',
    meaning: 'The subscription moved to you; its permissions still belong to the previous partner.',
    remedy: 'Agree access of your own with the customer; at a next transfer, before billing moves.',
  },
  'gdap-removed-rbac-intact': {
    title: 'Admin relationship ended, roles intact',
    meaning: 'Delegated admin privileges ended, but the role assignments that earn are still there.',
    remedy: 'Nothing to do.',
  },
  'single-linked-member': {
    title: 'One linked member only',
    meaning: 'A single person carries the link; when they leave, credit ends.',
    remedy: 'Link a service principal as well.',
  },
  'access-unread': {
    title: 'Access not read',
    meaning: 'Something needed to judge access could not be read, so nothing is claimed about it.',
    remedy:
      'Where a read failed, give this service the right named there and sync again. Where all reads succeeded, the evidence says what stays open, such as whose an identity with direct access is.',
  },
  'link-unread': {
    title: 'Link not known',
    meaning: 'Only an identity itself can read its own link, and nobody has done so yet.',
    remedy: 'Add the service principal to the link credentials file, or link one of your own.',
  },
} as const;
