import { describe, expect, it } from 'vitest';
import { accessPaths } from '../access-paths.ts';
import { no, unknown } from '../answers.ts';
import {
  contributor,
  identity,
  linked,
  ofGroup,
  plan,
  principal,
  ROLES,
  scopeOf,
} from '../testing/cause-case.ts';
import * as made from '../testing/made-facts.ts';
import { partiesOf } from './parties.ts';

type Definition = Parameters<typeof made.delegation>[0];
const path = (
  definition: Definition,
  rest: Parameters<typeof made.delegation>[1] = {},
  of: made.Made = {},
) => {
  const facts = made.madeFacts({
    delegations: [made.delegation(definition, rest)],
    identities: [identity(1)],
    links: [linked(1)],
    ...of,
  });
  const [first, ...others] = accessPaths(facts, partiesOf(facts));
  expect(others).toEqual([]);
  return first;
};
const toOne: Definition = { authorizations: [contributor(1)] };

describe('a delegation', () => {
  it('tells whom, where and by which offer', () => {
    expect(path(toOne)).toMatchObject({
      kind: 'lighthouse',
      owner: 'us',
      narrowScope: null,
      inherited: false,
      origin: 'template',
      principalId: principal(1),
      roleDefinitionId: ROLES.contributor,
      permanent: true,
      answer: { earns: 'yes' },
    });
    expect(path({ ...toOne, plan }, ofGroup('web'))).toMatchObject({
      origin: 'marketplace',
      narrowScope: scopeOf('web'),
    });
  });

  it('without its definition is taken for ours and for broken', () => {
    expect(path(null)).toMatchObject({ owner: 'us', origin: null, answer: no('delegation-broken') });
  });

  it.each([
    ['broken', 'Failed', 'Succeeded'],
    ['broken', 'Deleting', 'Succeeded'],
    ['broken', 'Succeeded', 'FAILED'],
    ['broken', 'Succeeded', 'canceled'],
    ['broken', 'Succeeded', 'Deleting'],
    ['broken', 'Succeeded', 'Deleted'],
    ['whole', 'SUCCEEDED', 'Succeeded'],
    ['whole', 'Succeeded', 'Updating'],
    ['whole', 'Succeeded', 'NotFailed'],
    ['whole', 'Succeeded', 'DeletedLater'],
  ])('is %s in state %s, its definition in state %s', (expected, provisioningState, ofDefinition) => {
    const told = path({ ...toOne, provisioningState: ofDefinition }, { provisioningState });
    expect(told?.answer.because).toBe(expected === 'broken' ? 'delegation-broken' : null);
  });

  it('to a stranger says so, or may be the reseller of record', () => {
    const theirs: Definition = { ...toOne, managedByTenantId: made.STRANGER };
    expect(path(theirs)).toMatchObject({ owner: 'third-party', answer: no('delegated-to-another-tenant') });
    expect(path(theirs, {}, { profile: { type: 'indirect-provider' } })).toMatchObject({
      owner: 'unknown',
      answer: unknown('access-unread'),
    });
  });

  it('that authorises nobody earns nothing', () => {
    const told = path({});
    expect(told).toMatchObject({ answer: no('role-not-earning'), principalId: null, roleDefinitionId: null });
    expect(told?.candidates).toHaveLength(1);
  });

  it('names the role that does not earn, and the identity that holds it', () => {
    expect(path({ authorizations: [made.authorization(1, ROLES.reader)] })).toMatchObject({
      answer: no('role-not-earning'),
      roleDefinitionId: ROLES.reader,
      principalId: principal(1),
      permanent: true,
    });
  });

  it('of which a role may only be activated is not permanent', () => {
    const told = (role: typeof ROLES.reader) => path({ justInTime: [made.justInTime(1, role)] });
    expect(told(ROLES.contributor)).toMatchObject({
      answer: no('just-in-time-only'),
      permanent: false,
      roleDefinitionId: ROLES.contributor,
      principalId: principal(1),
    });
    expect(told(ROLES.reader)).toMatchObject({ answer: no('role-not-earning'), permanent: false });
    expect(told(ROLES.unlisted)).toMatchObject({ answer: no('role-not-earning'), permanent: false });
  });
});
