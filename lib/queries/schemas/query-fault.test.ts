import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { auditPageQuery } from './audit.ts';
import { changesPageQuery } from './changes.ts';
import { costsPageQuery } from './costs.ts';
import { customersPageQuery } from './customers.ts';
import { gapsQuery } from './gaps.ts';
import { linksPageQuery } from './links.ts';
import { queryFault, type QueryFault } from './query-fault.ts';
import { rolesPageQuery } from './roles.ts';
import { subscriptionsPageQuery } from './subscriptions.ts';

const faultsOf = (schema: z.ZodType, given: Record<string, string>): QueryFault[] =>
  (schema.safeParse(given).error?.issues ?? []).map(queryFault);

const PERSON = 'TENANT/OBJECT';

describe('what an address may be is told, not why a schema refused it:', () => {
  test.each<[z.ZodType, Record<string, string>, QueryFault]>([
    [customersPageQuery, { colour: 'red' }, { fault: 'unknown' }],
    [customersPageQuery, { limit: 'many' }, { fault: 'number' }],
    [customersPageQuery, { limit: '1.5' }, { fault: 'number' }],
    [customersPageQuery, { limit: '0' }, { fault: 'least', limit: 1 }],
    [customersPageQuery, { limit: '501' }, { fault: 'most', limit: 500 }],
    [customersPageQuery, { q: 'a'.repeat(201) }, { fault: 'longest', limit: 200 }],
    [customersPageQuery, { q: 'a\0' }, { fault: 'characters' }],
    [customersPageQuery, { period: '2026-13' }, { fault: 'choice', values: [], forms: ['month'] }],
    [customersPageQuery, { owner: PERSON }, { fault: 'choice', values: ['me', 'none'], forms: ['person'] }],
    [gapsQuery, { owner: PERSON }, { fault: 'choice', values: ['me', 'none'], forms: ['person'] }],
    [linksPageQuery, { where: 'here' }, { fault: 'choice', values: ['managing', 'customers'], forms: [] }],
    [rolesPageQuery, { inUse: 'no' }, { fault: 'choice', values: ['true'], forms: [] }],
    [subscriptionsPageQuery, { customer: 'x' }, { fault: 'choice', values: [], forms: ['id'] }],
    [costsPageQuery, { subscription: 'x' }, { fault: 'choice', values: ['none'], forms: ['id'] }],
    [costsPageQuery, { day: '2026-02-30' }, { fault: 'choice', values: [], forms: ['day'] }],
    [changesPageQuery, { since: 'monday' }, { fault: 'choice', values: [], forms: ['instant', 'day'] }],
    [
      auditPageQuery,
      { columns: 'colour' },
      { fault: 'several', values: ['when', 'who', 'what', 'outcome', 'target', 'none'] },
    ],
  ])('%#', (schema, given, fault) => {
    expect(faultsOf(schema, given)).toEqual([fault]);
  });

  test('a grouping that is none, with those that are', () => {
    const [fault] = faultsOf(costsPageQuery, { groupBy: 'day,colour' });
    expect(fault).toMatchObject({ fault: 'several', values: expect.arrayContaining(['day', 'class']) });
  });
});
