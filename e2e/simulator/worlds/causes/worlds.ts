import type { Calendar } from '../calendar.ts';
import type { WrittenCustomer } from '../written.ts';
import { ACCESS_CAUSES } from './access.ts';
import { billingCauses } from './billing.ts';
import { daily } from '../charges.ts';
import { causeCustomer, consent, directoryOnly, notEarning } from './cause-customer.ts';
import { COST_CAUSES } from './cost.ts';
import { IDENTITY_CAUSES } from './identity.ts';
import { timeCauses } from './time.ts';

/** Of roles, which the demo's ordinary customers show among themselves. */
export const FURTHER_CAUSES: readonly WrittenCustomer[] = [
  causeCustomer({
    key: 'cause aobo-role-not-earning',
    displayName: 'Nordheide Windparkdienste GmbH',
    domain: 'nordheide-wind.example',
    setup: { delegations: [], foreignGroups: [['helpdesk-agents', 'reader']], consent },
    subscription: 'Turbinenüberwachung',
    cost: daily('EUR', null, '38.70'),
    expected: { linked: 'automatic', access: 'not-covered', ...notEarning('aobo-role-not-earning') },
    because: 'our agent group is there, and Reader earns nothing',
  }),
  causeCustomer({
    key: 'cause role-not-listed',
    displayName: 'Sant Jordi Editorial S.L.',
    domain: 'santjordi-editorial.example',
    setup: {
      delegations: [
        {
          permanent: [
            ['sp-linked', 'containerAppsContributor'],
            ['pecboard', 'reader'],
          ],
        },
      ],
      consent: directoryOnly,
    },
    subscription: 'Catàleg digital',
    cost: daily('EUR', null, '17.95'),
    expected: { linked: 'yes', access: 'unknown', ...notEarning('role-not-listed') },
    because: "the role is younger than Microsoft's list of roles that earn",
  }),
];

/** Causes that a direct-bill partner meets and the first twelve customers do not show. */
export const directCauses = (calendar: Calendar): readonly WrittenCustomer[] => [
  ...ACCESS_CAUSES,
  ...IDENTITY_CAUSES,
  ...billingCauses(calendar),
  ...COST_CAUSES,
  ...timeCauses(calendar),
];
