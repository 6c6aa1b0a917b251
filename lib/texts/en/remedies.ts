export const remedies = {
  title: 'What puts it right',
  titlePast: 'What would have put it right',
  note: 'Pecboard changes nothing in Azure: whoever has the right to does it.',
  stepsLabel: 'Steps',
  beforeAsking: 'Before you ask the customer',
  compliance:
    'Microsoft forbids pressing customers for access only to earn credit. Ask for the access that your managed service needs, and no more.',
  purpose: {
    onboard: 'Delegate',
    aobo: 'Give the agent group its role',
    'direct-role': 'Give the role',
    link: 'Link the partner ID',
    relink: 'Change the partner ID',
  },
  byOneOf: '{name} <faint>by one of these</faint>',
  shell: {
    'azure-cli': 'Azure CLI',
    powershell: 'PowerShell',
    arm: 'ARM template',
    bicep: 'Bicep file',
  },
  download: 'Download {file}',
  showText: 'Show the text',
  unknown: {
    subscriptionId: '(subscriptionId unknown)',
    tenantId: '(tenantId unknown)',
    managingTenantId: '(managingTenantId unknown)',
    linkTenantId: '(linkTenantId unknown)',
    partnerId: '(partnerId unknown)',
    principalName: '(principalName unknown)',
    roleName: '(roleName unknown)',
    scope: '(scope unknown)',
    agentGroupId: '(agentGroupId unknown)',
    judgeableFrom: '(judgeableFrom unknown)',
    notBefore: '(notBefore unknown)',
    missingRight: '(missingRight unknown)',
  },
  step: {
    'ask-provider-for-cost':
      'As an indirect reseller you receive no credit; your access counts for your provider. Ask the provider for the cost data of subscription {subscriptionId}.',
    'leave-out-of-credit':
      'Another partner or Microsoft bills this subscription. Its cost is left out of your credit; a partner link still brings recognition.',
    'move-to-azure-plan':
      'The legacy offer earns no credit. Move the customer to the Azure plan in Partner Center, with a Microsoft Customer Agreement.',
    'explain-ineligible':
      'Reservations, savings plans, Spot, Marketplace and third-party products earn no credit. There is nothing to repair.',
    'nothing-to-do': 'There is nothing to repair.',
    'keep-and-watch': 'Keep the access as it is. A removal will show here after the next sync.',
    'agree-managed-service':
      'Agree with the customer which service you manage for them, and which access it needs. Access must serve that work, not the credit.',
    'link-service-principal':
      'Link the service principal {principalName} to partner ID {partnerId} in your managing tenant {managingTenantId}, signed in as that principal.',
    'principal-is-linked':
      'The service principal {principalName} is linked to a partner ID of yours already. Use it for this customer too; nothing has to be linked again.',
    'customer-deploys-template':
      'Let the customer deploy the template below on subscription {subscriptionId}. It gives the role {roleName} permanently and nothing more.',
    'customer-regrants-aobo':
      'Or let an Owner or User Access Administrator of the customer give your agent group {agentGroupId} a role again (admin on behalf of); it needs no link.',
    'delegate-whole-subscription':
      'Only {scope} is covered. If your service is for the whole subscription, let the customer delegate subscription {subscriptionId}; otherwise accept that the rest earns nothing.',
    'make-permanent':
      'See to it that access, link and membership hold without an end and from before the day begins.',
    'past-days-are-lost': 'Days that have passed cannot be won back by access.',
    'link-in-managing-tenant':
      'The link counts only in your managing tenant {managingTenantId}. Sign in there as {principalName} and link partner ID {partnerId}.',
    'link-in-customer-tenant':
      'The link counts only in the customer tenant {tenantId}. Sign in there as {principalName} and link partner ID {partnerId}.',
    'update-link':
      'Sign in as {principalName} in tenant {linkTenantId} and change the link to partner ID {partnerId}, a location of your own organisation.',
    'add-earning-role':
      'Add a permanent role that earns, {roleName}, for {principalName}. Just-in-time authorizations may stay beside it.',
    'confirm-with-cost':
      'The role is not in the list of Microsoft, so nobody can say beforehand whether it earns. Credit on its cost would confirm it.',
    'add-linked-member':
      'Add a linked member to the group {principalName}, or name a linked service principal in the authorization itself.',
    'link-one-more':
      'All credit hangs on one person. Link a service principal and authorise it beside the group.',
    'make-membership-permanent':
      'Make the membership of the linked member permanent, or name a linked service principal in the authorization itself.',
    'replace-identity':
      'The linked identity {principalName} is disabled or deleted. Link another member, better a service principal, and authorise it.',
    'customer-delegates-offer':
      'The offer was bought, but nothing was delegated. The customer delegates the subscription in the Azure portal under Service providers.',
    'redeploy-delegation':
      'The delegation did not succeed. Let the customer deploy it again with the template below.',
    'onboard-to-right-tenant':
      'The delegation names another managing tenant. Let the customer deploy the template below, which names {managingTenantId}.',
    'accept-deny':
      'Azure itself protects this scope ({scope}), for example for a managed application. Usually accept it; customers cannot remove it.',
    'keep-history': 'Billing moved to another partner. Days before that stay as they were judged.',
    'tell-support-of-enrolment':
      'Your enrolment moved to another programme organisation. Open a support case and mention the change.',
    'judge-again-later':
      'Wait until {judgeableFrom}: credit shows up to 48 hours after a change, and a day counts only as a whole. Open no case yet.',
    'explain-azure-credit':
      'An Azure credit paid for this usage first; partner earned credit applies to the rest.',
    'grant-billing-role':
      'Give the service identity Admin agent or a billing role on the partner billing account, or bring a cost export or the rated usage file of Partner Center.',
    'read-credit-columns':
      'A lower price is no proof of credit: tiers and negotiated discounts look the same. Read the credit columns at billing scope.',
    'wait-for-billed-data':
      'Microsoft delivers last month first. The newest days follow with it, usually by {judgeableFrom}.',
    'check-lines-and-agreement':
      'Check that the lines are on the "G" invoice, that the products can earn, and that your programme agreement is active.',
    'open-support-case':
      'If eligible cost stays without credit for three whole days, open a case with the evidence below, not before {notBefore}.',
    'read-more-access':
      'Credit arrives by access that we cannot see. Let us read more: agent groups, role assignments in the customer tenant, resellers of record.',
    'grant-missing-right':
      'Something could not be read. Missing right: {missingRight}. Give it to this service, then refresh the customer; until then nothing is claimed about access.',
    'add-link-credential':
      'Only {principalName}’s own token shows its link. Add the service principal to the link credentials; a person presses "Check my link".',
    'attest-link': 'Or record an attestation of the link, with its evidence and an end date.',
  },
} as const;
