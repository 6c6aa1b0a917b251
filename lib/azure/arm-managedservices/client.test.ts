import { describe, expect, it } from 'vitest';
import { converse, pipelineCredential } from '../conversation.ts';
import { useFakeAzure } from '../testing/azure-suite.ts';
import { openTestRoom } from '../testing/test-room.ts';
import { ManagedServicesClient } from './client.ts';

const azure = useFakeAzure();
const PROVIDER = '/subscriptions/s/providers/Microsoft.ManagedServices';

const open = () =>
  converse(
    openTestRoom(azure().url).caller,
    { source: 'managed-services', audience: 'resource-manager' },
    (options) => new ManagedServicesClient(pipelineCredential, options),
  ).client;

describe('the client of Microsoft.ManagedServices', () => {
  it('gets one assignment, expanded only if asked to', async () => {
    azure().on('GET', `${PROVIDER}/registrationAssignments/a`, { json: { name: 'a' } });
    const { registrationAssignments } = open();
    expect(
      await registrationAssignments.get('subscriptions/s', 'a', { expandRegistrationDefinition: true }),
    ).toEqual({
      name: 'a',
    });
    await open().registrationAssignments.get('subscriptions/s', 'a');
    const queries = azure()
      .calls()
      .map(({ query }) => query.toString());
    expect(queries).toEqual([
      'api-version=2022-10-01&%24expandRegistrationDefinition=true',
      'api-version=2022-10-01',
    ]);
  });

  it('lists definitions by filter, and gets one', async () => {
    azure().on('GET', `${PROVIDER}/registrationDefinitions`, { json: { value: [{ name: 'd' }] } });
    azure().on('GET', `${PROVIDER}/registrationDefinitions/d`, { json: { name: 'd' } });
    const { registrationDefinitions } = open();
    const pages = registrationDefinitions
      .list('subscriptions/s', { filter: "managedByTenantId eq 'x'" })
      .byPage();
    expect((await pages.next()).value).toEqual({ value: [{ name: 'd' }] });
    expect(await registrationDefinitions.get('subscriptions/s', 'd')).toEqual({ name: 'd' });
    expect(azure().calls()[0]?.query.get('$filter')).toBe("managedByTenantId eq 'x'");
  });

  it('takes a scope with a leading slash without doubling it', async () => {
    azure().on('GET', `${PROVIDER}/registrationAssignments`, { json: { value: [] } });
    await open().registrationAssignments.list('/subscriptions/s').byPage().next();
    expect(azure().calls()[0]?.path).toBe(`${PROVIDER}/registrationAssignments`);
  });
});
