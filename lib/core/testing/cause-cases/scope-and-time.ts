import { read, unread } from '../../evidence.ts';
import {
  aobo,
  deny,
  denies,
  direct,
  earned,
  from,
  grouped,
  groupsRead,
  inCustomer,
  linked,
  linkedOne,
  missed,
  OCTOBER,
  line,
  parsedDay,
  principal,
  scopeOf,
  toOne,
  type FamilyOfCases,
} from '../cause-case.ts';
import * as made from '../made-facts.ts';

const mixed = OCTOBER.flatMap((day) => [line(day, '6', 'EARNED'), line(day, '4', 'ELIGIBLE_NOT_EARNED')]);
const oneGroup = { scope: scopeOf('web'), scopeLevel: 'resource-group' } as const;
const DAY_4 = '2026-10-04T10:00:00.000Z';

export const scopeAndTimeCases = {
  'scope-too-narrow': {
    typical: {
      name: 'our application holds its role on one resource group',
      made: {
        ...direct({ appOwnerTenantId: made.US }, oneGroup),
        links: [inCustomer(linked(60))],
        costs: mixed,
      },
      expected: { cause: 'scope-too-narrow', access: 'partly', credit: 'partly', verdict: 'partial' },
    },
    edge: {
      name: 'access is unread, but credit follows resource groups',
      made: {
        delegations: unread('forbidden'),
        costs: mixed,
        rest: groupsRead(grouped('web', '186', 'EARNED'), grouped('data', '124', 'ELIGIBLE_NOT_EARNED')),
      },
      expected: { cause: 'scope-too-narrow', access: 'unknown', verdict: 'partial' },
    },
    nearMiss: {
      name: 'access is unread, and every group is credited in part',
      made: {
        delegations: unread('forbidden'),
        costs: mixed,
        rest: groupsRead(
          grouped('web', '100', 'EARNED'),
          grouped('web', '60', 'ELIGIBLE_NOT_EARNED'),
          grouped('data', '64', 'ELIGIBLE_NOT_EARNED'),
        ),
      },
      expected: { cause: 'access-unread', access: 'unknown', verdict: 'partial' },
    },
  },
  'access-part-of-period': {
    typical: {
      name: 'the link was made in the middle of the month',
      made: {
        ...toOne(),
        links: [linked(1, made.OUR_PARTNER_ID, '2026-10-10T12:00:00.000Z')],
        costs: from('2026-10-11'),
      },
      expected: { cause: 'access-part-of-period', access: 'partly', verdict: 'partial', credit: 'partly' },
    },
    edge: {
      name: 'the delegation came after the month',
      made: { ...linkedOne({ createdAt: '2026-11-05T00:00:01.000Z' }), costs: missed },
      expected: { cause: 'access-part-of-period', access: 'not-covered', verdict: 'not-earning' },
    },
    nearMiss: {
      name: 'the delegation began with the first instant of the month',
      made: { ...linkedOne({ createdAt: '2026-10-01T00:00:00.000Z' }), costs: earned },
      expected: { cause: 'earning', access: 'covered', verdict: 'earning' },
    },
  },
  'deny-assignment': {
    typical: {
      name: 'a managed resource group in a covered subscription',
      made: { ...linkedOne(), rest: denies(deny({})), costs: mixed },
      expected: { cause: 'deny-assignment', access: 'partly', verdict: 'partial' },
    },
    edge: {
      name: 'support alone is denied on the whole subscription',
      made: {
        ...linkedOne(),
        rest: denies(
          deny({
            scope: `/subscriptions/${made.SUBSCRIPTION}`,
            scopeLevel: 'subscription',
            denied: [principal(1)],
            actions: ['Microsoft.Support/*'],
            notActions: [],
          }),
        ),
        costs: missed,
      },
      expected: { cause: 'deny-assignment', access: 'not-covered', verdict: 'not-earning' },
    },
    nearMiss: {
      name: 'it names somebody else, denies one operation, or leaves us out',
      made: {
        ...linkedOne(),
        rest: denies(
          deny({ denied: [principal(2)] }),
          deny({ id: 'one', actions: ['Microsoft.Storage/storageAccounts/delete'] }),
          deny({ id: 'out', excludedIds: [principal(1)] }),
          deny({ id: 'read', actions: ['*/read'] }),
          deny({ id: 'group', coversChildScopes: false }),
        ),
        costs: earned,
      },
      expected: { cause: 'earning', access: 'covered' },
    },
  },
  'too-recent': {
    typical: {
      name: 'no day of the month is settled',
      now: DAY_4,
      made: { ...linkedOne(), costs: read(earned.slice(0, 3), DAY_4) },
      expected: { cause: 'too-recent', verdict: 'pending', credit: 'unknown' },
    },
    edge: {
      name: 'a link made two days ago stands beside days that it came too late for',
      now: '2026-10-30T10:00:00.000Z',
      made: {
        ...toOne(),
        links: [linked(1, made.OUR_PARTNER_ID, '2026-10-28T12:00:00.000Z')],
        costs: read(missed.slice(0, 29), '2026-10-30T10:00:00.000Z'),
      },
      expected: { cause: 'access-part-of-period', verdict: 'not-earning', also: ['too-recent'] },
    },
    nearMiss: {
      name: 'the first day is settled after 72 hours',
      now: '2026-10-05T00:00:00.000Z',
      made: { ...linkedOne(), costs: read(earned.slice(0, 4), '2026-10-05T00:00:00.000Z') },
      expected: { cause: 'earning', verdict: 'earning' },
    },
  },
  'unbilled-data-late': {
    typical: {
      name: 'the data of the whole partner stops before the month',
      made: { ...aobo(), rest: { costDataUntil: parsedDay('2026-09-30') } },
      expected: { cause: 'unbilled-data-late', verdict: 'pending' },
    },
    edge: {
      name: 'it stops within the month: the days before it are judged',
      made: { ...aobo(), costs: missed.slice(0, 9), rest: { costDataUntil: parsedDay('2026-10-09') } },
      expected: {
        cause: 'aobo-intact-cost-uncredited',
        verdict: 'not-earning',
        also: ['unbilled-data-late'],
      },
    },
    nearMiss: {
      name: 'other customers have lines up to the end, this one has none',
      made: { ...aobo(), rest: { costDataUntil: parsedDay('2026-10-31') } },
      expected: { cause: 'no-chargeable-usage', verdict: 'not-applicable' },
    },
  },
} satisfies FamilyOfCases;
