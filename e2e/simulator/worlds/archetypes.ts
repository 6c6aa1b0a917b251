import type { Setup } from './setup.ts';
import type { Expected } from './types.ts';

/** A way of being let in, with the answer that follows from it. The answers are written by hand. */
export type Archetype = {
  setup: Setup;
  /** Share of each day's cost that is credited; null: no cost at all. */
  creditedPercent: number | null;
  costRefused?: boolean;
  expected: Expected;
};

const consent = { readsSubscriptions: true, readsDirectory: true };
const directoryOnly = { readsSubscriptions: false, readsDirectory: true };
const earning = { credit: 'credited', verdict: 'earning', cause: 'earning' } as const;

const lighthouseLinked: Setup = {
  delegations: [
    {
      permanent: [
        ['sp-linked', 'supportRequestContributor'],
        ['pecboard', 'reader'],
      ],
    },
  ],
  consent: directoryOnly,
};

const unlinkedContributor: Setup = {
  delegations: [
    {
      permanent: [
        ['sp-unlinked', 'contributor'],
        ['pecboard', 'reader'],
      ],
    },
  ],
  consent: directoryOnly,
};

export const ARCHETYPES = {
  aobo: {
    setup: { delegations: [], foreignGroups: [['admin-agents', 'owner']], consent },
    creditedPercent: 100,
    expected: { linked: 'automatic', access: 'covered', ...earning },
  },
  aoboReaderOnly: {
    setup: { delegations: [], foreignGroups: [['helpdesk-agents', 'reader']], consent },
    creditedPercent: 0,
    expected: {
      linked: 'automatic',
      access: 'not-covered',
      credit: 'not-credited',
      verdict: 'not-earning',
      cause: 'aobo-role-not-earning',
    },
  },
  lighthouseLinked: {
    setup: lighthouseLinked,
    creditedPercent: 100,
    expected: { linked: 'yes', access: 'covered', ...earning },
  },
  /** Since when a member is in its group is not told, so days before the first read stay unknown. */
  linkedGroupMember: {
    setup: {
      delegations: [
        {
          permanent: [
            ['azure-engineers', 'contributor'],
            ['pecboard', 'reader'],
          ],
        },
      ],
      consent: directoryOnly,
    },
    creditedPercent: 100,
    expected: { linked: 'yes', access: 'unknown', ...earning, alsoCauses: ['access-unread'] },
  },
  notLinked: {
    setup: unlinkedContributor,
    creditedPercent: 0,
    expected: {
      linked: 'no',
      access: 'not-covered',
      credit: 'not-credited',
      verdict: 'not-earning',
      cause: 'principal-not-linked',
    },
  },
  roleDoesNotEarn: {
    setup: {
      delegations: [
        {
          permanent: [
            ['sp-linked', 'monitoringReader'],
            ['pecboard', 'reader'],
          ],
        },
      ],
      consent: directoryOnly,
    },
    creditedPercent: 0,
    expected: {
      linked: 'yes',
      access: 'not-covered',
      credit: 'not-credited',
      verdict: 'not-earning',
      cause: 'role-not-earning',
    },
  },
  roleNotListed: {
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
    creditedPercent: 0,
    expected: {
      linked: 'yes',
      access: 'unknown',
      credit: 'not-credited',
      verdict: 'not-earning',
      cause: 'role-not-listed',
    },
  },
  justInTimeOnly: {
    setup: {
      delegations: [
        {
          permanent: [
            ['azure-engineers', 'reader'],
            ['pecboard', 'reader'],
          ],
          justInTime: [['azure-engineers', 'contributor']],
        },
      ],
      consent: directoryOnly,
    },
    creditedPercent: 0,
    expected: {
      linked: 'yes',
      access: 'not-covered',
      credit: 'not-credited',
      verdict: 'not-earning',
      cause: 'just-in-time-only',
    },
  },
  fieldEngineers: {
    setup: {
      delegations: [
        {
          permanent: [
            ['field-engineers', 'contributor'],
            ['pecboard', 'reader'],
          ],
        },
      ],
      consent: directoryOnly,
    },
    creditedPercent: 0,
    expected: {
      linked: 'unknown',
      access: 'unknown',
      credit: 'not-credited',
      verdict: 'not-earning',
      cause: 'link-unread',
    },
  },
  guestContributor: {
    setup: { ...unlinkedContributor, guest: 'contributor' },
    creditedPercent: 0,
    expected: {
      linked: 'unknown',
      access: 'unknown',
      credit: 'not-credited',
      verdict: 'not-earning',
      cause: 'access-unread',
    },
  },
  directoryRefused: {
    setup: { ...unlinkedContributor, consent: { readsSubscriptions: false, readsDirectory: false } },
    creditedPercent: 0,
    expected: {
      linked: 'unknown',
      access: 'unknown',
      credit: 'not-credited',
      verdict: 'not-earning',
      cause: 'access-unread',
    },
  },
  directoryRefusedCredited: {
    setup: { ...unlinkedContributor, consent: { readsSubscriptions: false, readsDirectory: false } },
    creditedPercent: 100,
    expected: { linked: 'unknown', access: 'unknown', ...earning, alsoCauses: ['access-unread'] },
  },
  mixedCredit: {
    setup: lighthouseLinked,
    creditedPercent: 82,
    expected: {
      linked: 'yes',
      access: 'covered',
      credit: 'partly',
      verdict: 'partial',
      cause: 'access-good-cost-uncredited',
    },
  },
  noCost: {
    setup: lighthouseLinked,
    creditedPercent: null,
    expected: {
      linked: 'yes',
      access: 'covered',
      credit: 'not-applicable',
      verdict: 'not-applicable',
      cause: 'no-chargeable-usage',
      openMonth: { verdict: 'pending', cause: 'too-recent' },
    },
  },
  costRefused: {
    setup: lighthouseLinked,
    creditedPercent: 100,
    costRefused: true,
    expected: {
      linked: 'yes',
      access: 'covered',
      credit: 'unknown',
      verdict: 'unverified',
      cause: 'no-billing-scope-data',
    },
  },
} as const satisfies Record<string, Archetype>;

export type ArchetypeName = keyof typeof ARCHETYPES;

/** How many of 28 ordinary customers are of each kind: a healthy partner with the usual holes. */
export const DECK: readonly (readonly [ArchetypeName, number])[] = [
  ['lighthouseLinked', 8],
  ['aobo', 4],
  ['linkedGroupMember', 2],
  ['notLinked', 2],
  ['mixedCredit', 2],
  ['aoboReaderOnly', 1],
  ['roleDoesNotEarn', 1],
  ['roleNotListed', 1],
  ['justInTimeOnly', 1],
  ['fieldEngineers', 1],
  ['guestContributor', 1],
  ['directoryRefused', 1],
  ['directoryRefusedCredited', 1],
  ['noCost', 1],
  ['costRefused', 1],
];
