export const setup = {
  title: 'What is connected',
  note: 'What may be read, what each missing right hides, and how to grant it. Everything is read only.',
  missing: '{count, plural, one {# thing is not connected yet} other {# things are not connected yet}}',
  nothingMissing: 'Everything is connected.',
  nextIs: 'Next: {title}',
  hides: 'What it hides',
  toDo: 'What to do',
  fillIn: 'Words in capitals stand for what you fill in.',
  askAdmin: 'The commands for it are shown to administrators of this service.',
  source: 'Source: <link>{title}</link>, version of {date}',
  unknown: {
    linked:
      '{count, plural, one {Linked is unknown for # subscription.} other {Linked is unknown for # subscriptions.}}',
    access:
      '{count, plural, one {Access is unknown for # subscription.} other {Access is unknown for # subscriptions.}}',
    credit:
      '{count, plural, one {Credit is unknown for # subscription.} other {Credit is unknown for # subscriptions.}}',
    verdict:
      '{count, plural, one {The verdict is unknown or unverified for # subscription.} other {The verdict is unknown or unverified for # subscriptions.}}',
  },
  ofCustomers:
    '{count, plural, one {Missing for # customer:} other {Missing for # customers:}} <names></names>',
  andMore: 'and {count, number} more',
  failed: 'It was tried and failed for another reason; the <link>Sync</link> page says which.',
  later: 'Nothing can be said of it before the steps above.',
  asideNote: 'You are not reminded of it.',
  all: 'Everything that can be connected',
  state: {
    done: 'Connected',
    'to-do': 'To do',
    'under-way': 'Under way',
    refused: 'Refused',
    'partly-refused': 'Refused in part',
    failed: 'Failed',
    later: 'Later',
  },
  kind: {
    settings: 'Environment or .env',
    'azure-cli': 'Azure CLI',
    address: 'Address',
    json: 'JSON',
  },
  of: {
    identity: {
      title: 'Connect your tenant',
      hides: 'Who is linked and which roles give access; files of cost alone still prove credit.',
      how: 'Register an application in your managing tenant, give it a secret or a certificate, set these variables and start the server again. It needs no right to change anything.',
    },
    'partner-ids': {
      title: 'Name your partner IDs',
      hides: 'Which links are yours: Linked and Access stay unknown.',
      how: 'List your location (associated) partner IDs, the one that bills first, and your global one apart: a link to the global ID earns nothing.',
    },
    'partner-type': {
      title: 'Say what kind of partner you are',
      hides: 'Every good verdict: an indirect reseller earns nothing itself, so nothing is called earning.',
      how: 'Set it to direct-bill, indirect-provider or indirect-reseller and start the server again.',
    },
    'first-sync': {
      title: 'Run the first sync',
      hides: 'Everything that only Azure can tell.',
      how: 'Start it on the <link>Sync</link> page, or with npm run sync.',
    },
    'delegated-reader': {
      title: 'Read delegated subscriptions',
      hides: 'Their delegations and role assignments, and so Linked and Access.',
      how: 'The role Reader at each delegated subscription: add this authorization to your Lighthouse delegation, with the object id that the command prints, and let the customer deploy it again. Reader earns no credit; it only lets this service look.',
    },
    'billing-role': {
      title: 'Read the partner billing account',
      hides: 'Which customers and subscriptions you bill, by which offer and in which currency.',
      how: 'A billing role (Admin agent or Billing admin) at the partner billing account, in your own tenant. Microsoft does not document it for applications of partners: it is tried, and a refusal is shown. The command tells whether the application may read; without it, <link>files of cost</link> are the other way.',
    },
    'cost-role': {
      title: 'Read cost with credit',
      hides: 'Which cost received credit, and what was missed.',
      how: 'Credit stands in the cost of the partner billing account alone, which Admin agents and Global administrators of your tenant may read. Where the application is refused, import the <link>files of cost</link> from Partner Center.',
    },
    'cost-detail': {
      title: 'Read cost line by line',
      hides:
        'Resource groups and services, and which lines are Azure credit or cannot earn: cost comes by queries, which tell less.',
      how: 'Create a daily export of actual cost at the billing profile, and give the application the role Storage Blob Data Reader at the storage account; or let it make cost details reports.',
    },
    'agent-groups': {
      title: 'Know your agent groups',
      hides:
        'Access by admin on behalf of: which foreign principals are your AdminAgents and HelpdeskAgents.',
      how: 'The application permission GroupMember.Read.All of Microsoft Graph in your managing tenant, with the consent of an administrator.',
    },
    directory: {
      title: 'Read groups and identities',
      hides: 'Access through groups: who is a member, and who is disabled or gone.',
      how: 'The application permission Directory.Read.All of Microsoft Graph in your managing tenant, with the consent of an administrator.',
    },
    'group-schedules': {
      title: 'Read how long members are members',
      hides: 'Access through groups: whether a membership is permanent, which credit asks for.',
      how: 'The application permissions PrivilegedEligibilitySchedule.Read.AzureADGroup and PrivilegedAssignmentSchedule.Read.AzureADGroup of Microsoft Graph in your managing tenant, with the consent of an administrator.',
    },
    gdap: {
      title: 'Read GDAP relationships',
      hides: 'A note only: whether a relationship ended while roles stayed. No verdict rests on it.',
      how: 'The application permission DelegatedAdminRelationship.Read.All of Microsoft Graph in your managing tenant, with the consent of an administrator.',
    },
    'customer-consent': {
      title: 'See customers without a delegation',
      hides:
        'Their subscriptions and role assignments, and so Linked and Access. Their cost still tells what earned.',
      how: 'An administrator of the customer opens this address and consents, and gives the application the role Reader at its subscriptions.',
    },
    'customer-directory': {
      title: 'Read identities in customer tenants',
      hides: 'Who holds roles there directly, as a guest or in a group: that access stays unknown.',
      how: 'Ask for the application permission Directory.Read.All in your registration; an administrator of the customer consents at this address.',
    },
    'link-credentials': {
      title: 'Read links of further identities',
      hides:
        'Whether they are linked: Microsoft shows a partner link to its owner only, so access through them stays unknown.',
      how: 'List the credentials of those service principals in a file and name it; or let each person check the own link; or record an attestation on the <link>Links</link> page.',
    },
    'sign-in': {
      title: 'Set up sign-in',
      hides:
        'Nothing; but the server answers this machine only, and whoever sits at it is its administrator.',
      how: 'Register sign-in with Microsoft Entra as SECURITY.md tells, set these variables and start the server again.',
    },
  },
} as const;
