import { describe, expect, it } from 'vitest';
import { parsePrincipalId } from '#lib/core/ids.ts';
import { useFakeAzure } from '../testing/azure-suite.ts';
import {
  collect,
  CUSTOMER_TENANT,
  GROUP,
  MANAGING_TENANT,
  openTestRoom,
  requireId,
} from '../testing/test-room.ts';
import {
  readAgentGroups,
  readGdapRelationships,
  readGroupMembers,
  readIdentities,
  readIdentity,
  readMembershipSchedules,
} from './read.ts';

const azure = useFakeAzure();
const APP = 'abababab-0000-4000-8000-000000000001';
const BY_IDS = '/v1.0/directoryObjects/getByIds';

const idNumber = (number: number) =>
  requireId(parsePrincipalId, `dddddddd-0000-4000-8000-${String(number).padStart(12, '0')}`);
const caller = () => openTestRoom(azure().url).caller;

describe('agent groups', () => {
  it('are asked for by name, with a token for Graph', async () => {
    azure().on('GET', '/v1.0/groups', { json: { value: [{ id: GROUP, displayName: 'AdminAgents' }] } });
    expect(await collect(readAgentGroups(caller()))).toEqual([{ principalId: GROUP, name: 'AdminAgents' }]);
    const [call] = azure().calls();
    expect(call?.query.get('$filter')).toBe("displayName in ('AdminAgents','HelpdeskAgents')");
    const claims = Buffer.from(call?.headers.authorization?.split('.')[1] ?? '', 'base64url').toString();
    expect(claims).toContain('"aud":"https://graph.microsoft.com"');
  });
});

describe('identities', () => {
  it('are shown as the directory of the asked tenant shows them', async () => {
    azure().on('POST', BY_IDS, {
      json: {
        value: [
          {
            '@odata.type': '#microsoft.graph.user',
            id: idNumber(1),
            displayName: 'Anna',
            accountEnabled: false,
            userType: 'Member',
            userPrincipalName: 'Anna@Partner.example',
            mail: 'a.other@partner.example',
          },
          {
            '@odata.type': '#microsoft.graph.servicePrincipal',
            id: idNumber(2),
            displayName: 'Robot',
            accountEnabled: true,
            appId: APP.toUpperCase(),
            appOwnerOrganizationId: CUSTOMER_TENANT.toUpperCase(),
          },
          { '@odata.type': '#microsoft.graph.group', id: idNumber(3), displayName: 'Operators' },
          {
            '@odata.type': '#microsoft.graph.orgContact',
            id: idNumber(4),
            displayName: null,
            accountEnabled: null,
          },
        ],
      },
    });
    const read = await collect(readIdentities(caller(), [1, 2, 3, 4, 5].map(idNumber)));
    const nothing = {
      enabled: null,
      userType: null,
      appOwnerTenantId: null,
      appId: null,
      homeUserName: null,
    };
    const tenantId = MANAGING_TENANT;
    expect(read).toEqual([
      {
        ...nothing,
        tenantId,
        principalId: idNumber(1),
        type: 'user',
        displayName: 'Anna',
        enabled: false,
        userType: 'Member',
        homeUserName: 'anna@partner.example',
      },
      {
        ...nothing,
        tenantId,
        principalId: idNumber(2),
        type: 'service-principal',
        displayName: 'Robot',
        enabled: true,
        appOwnerTenantId: CUSTOMER_TENANT,
        appId: APP,
      },
      { ...nothing, tenantId, principalId: idNumber(3), type: 'group', displayName: 'Operators' },
      { ...nothing, tenantId, principalId: idNumber(4), type: 'other', displayName: null },
    ]);
  });

  it.each([
    ['the mail of the invitation', 'x_y.example#EXT#@them.example', 'Anna@Y.example', 'anna@y.example'],
    [
      'the name that the invitation was turned into',
      'anna_b_y.example#EXT#@them.example',
      null,
      'anna_b@y.example',
    ],
    ['that name, when the mail is empty', 'anna_y.example#ext#@them.example', '', 'anna@y.example'],
    ['nothing, when the name tells no domain', 'anna#EXT#@them.example', null, null],
  ])('that are guests are known at home by %s', async (_by, userPrincipalName, mail, homeUserName) => {
    const guest = { '@odata.type': '#microsoft.graph.user', id: idNumber(1), userPrincipalName, mail };
    azure().on('POST', BY_IDS, { json: { value: [guest] } });
    expect(await collect(readIdentities(caller(), [idNumber(1)]))).toMatchObject([{ homeUserName }]);
  });

  it('are asked for with the fields that tell one identity in two tenants', async () => {
    azure().on('POST', BY_IDS, { json: { value: [] } });
    await collect(readIdentities(caller(), [idNumber(1)]));
    const fields = azure().calls()[0]?.query.get('$select')?.split(',');
    expect(fields).toEqual(
      expect.arrayContaining(['accountEnabled', 'appId', 'mail', 'userPrincipalName', 'userType']),
    );
  });

  it('are asked for a thousand at a time, each once', async () => {
    azure().on('POST', BY_IDS, { json: { value: [] } });
    const ids = Array.from({ length: 1_001 }, (_, number) => idNumber(number));
    await collect(readIdentities(caller(), [...ids, ...ids]));
    const asked = azure()
      .calls()
      .map(({ body }) => (JSON.parse(body) as { ids: string[] }).ids.length);
    expect(asked).toEqual([1_000, 1]);
  });

  it('are not asked for when there are none', async () => {
    expect(await collect(readIdentities(caller(), []))).toEqual([]);
    expect(azure().requests).toEqual([]);
  });
});

describe('members of a group', () => {
  it('are read through every page, with those of the groups within', async () => {
    const path = `/v1.0/groups/${GROUP}/transitiveMembers`;
    const user = (number: number) => ({ '@odata.type': '#microsoft.graph.user', id: idNumber(number) });
    azure().on(
      'GET',
      path,
      { json: { value: [user(1)], '@odata.nextLink': `${azure().url}${path}?$skiptoken=abc` } },
      { json: { value: [user(2)] } },
    );
    const read = await collect(readGroupMembers(caller(), GROUP));
    expect(read).toMatchObject([
      { groupId: GROUP, member: { principalId: idNumber(1), type: 'user' } },
      { groupId: GROUP, member: { principalId: idNumber(2) } },
    ]);
  });
});

describe('one identity', () => {
  it('is asked for by its type, with no field that its type does not have', async () => {
    const [anna, robot, group] = [idNumber(1), idNumber(2), idNumber(3)];
    azure().on('GET', `/v1.0/users/${anna}`, {
      json: { id: anna, accountEnabled: false, userType: 'Member' },
    });
    azure().on('GET', `/v1.0/servicePrincipals/${robot}`, {
      json: { id: robot, accountEnabled: true, appId: APP },
    });
    azure().on('GET', `/v1.0/directoryObjects/${group}`, { json: { id: group, displayName: 'Operators' } });
    expect([
      await readIdentity(caller(), { principalId: anna, type: 'user' }),
      await readIdentity(caller(), { principalId: robot, type: 'service-principal' }),
      await readIdentity(caller(), { principalId: group, type: 'group' }),
    ]).toMatchObject([
      { type: 'user', enabled: false, userType: 'Member' },
      { type: 'service-principal', enabled: true, appId: APP },
      { type: 'group', enabled: null, displayName: 'Operators' },
    ]);
    const [forUser, forRobot] = azure()
      .calls()
      .map(({ query }) => query.get('$select') ?? '');
    expect(forUser).not.toContain('app');
    expect(forRobot).not.toContain('user');
  });

  it('is gone when the directory does not know it', async () => {
    azure().on('GET', `/v1.0/users/${idNumber(9)}`, {
      status: 404,
      json: { error: { code: 'Request_ResourceNotFound', message: 'does not exist' } },
    });
    expect(await readIdentity(caller(), { principalId: idNumber(9), type: 'user' })).toBeNull();
  });

  it('is not gone when we may not ask', async () => {
    azure().on('GET', `/v1.0/users/${idNumber(9)}`, {
      status: 403,
      json: { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges' } },
    });
    await expect(readIdentity(caller(), { principalId: idNumber(9), type: 'user' })).rejects.toMatchObject({
      kind: 'forbidden',
      source: 'graph',
      code: 'Authorization_RequestDenied',
    });
  });
});

describe('relationships of delegated administration', () => {
  const PATH = '/v1.0/tenantRelationships/delegatedAdminRelationships';

  it('are read 300 at a time, through every page', async () => {
    const relationship = (id: string, more: Record<string, unknown>) => ({ id, status: 'active', ...more });
    azure().on(
      'GET',
      PATH,
      {
        json: {
          value: [
            relationship('one', {
              displayName: 'Care',
              customer: { tenantId: CUSTOMER_TENANT.toUpperCase(), displayName: 'Contoso' },
              activatedDateTime: '2026-01-01T10:00:00Z',
              endDateTime: '2027-01-01T10:00:00.1234567Z',
            }),
          ],
          '@odata.nextLink': `${azure().url}${PATH}?$skiptoken=abc`,
        },
      },
      { json: { value: [relationship('two', { status: 'approvalPending', customer: null })] } },
    );
    expect(await collect(readGdapRelationships(caller()))).toEqual([
      {
        id: 'one',
        customerTenantId: CUSTOMER_TENANT,
        displayName: 'Care',
        status: 'active',
        activeFrom: '2026-01-01T10:00:00.000Z',
        endAt: '2027-01-01T10:00:00.123Z',
      },
      {
        id: 'two',
        customerTenantId: null,
        displayName: null,
        status: 'approvalPending',
        activeFrom: null,
        endAt: null,
      },
    ]);
    expect(azure().calls()[0]?.query.get('$top')).toBe('300');
  });
});

describe('membership for a time', () => {
  const PATH = '/v1.0/identityGovernance/privilegedAccess/group';
  const schedule = (number: number, more: Record<string, unknown>) => ({
    id: `schedule-${number}`,
    groupId: GROUP.toUpperCase(),
    principalId: idNumber(number),
    accessId: 'member',
    startDateTime: '2026-03-01T00:00:00Z',
    endDateTime: null,
    ...more,
  });

  it('tells what was assigned, what was activated and what may be', async () => {
    azure().on('GET', `${PATH}/assignmentScheduleInstances`, {
      json: {
        value: [
          schedule(1, { assignmentType: 'assigned' }),
          schedule(2, { assignmentType: 'Activated', endDateTime: '2026-03-01T08:00:00Z' }),
          schedule(3, { assignmentType: 'assigned', accessId: 'owner' }),
        ],
      },
    });
    azure().on('GET', `${PATH}/eligibilityScheduleInstances`, { json: { value: [schedule(4, {})] } });
    expect(await collect(readMembershipSchedules(caller(), GROUP))).toMatchObject([
      { groupId: GROUP, principalId: idNumber(1), access: 'member', kind: 'assigned', endAt: null },
      { kind: 'activated', startAt: '2026-03-01T00:00:00.000Z', endAt: '2026-03-01T08:00:00.000Z' },
      { access: 'owner', kind: 'assigned' },
      { kind: 'eligible' },
    ]);
    const filters = azure()
      .calls()
      .map(({ query }) => query.get('$filter'));
    expect(filters).toEqual([`groupId eq '${GROUP}'`, `groupId eq '${GROUP}'`]);
  });

  it('is asked for again after the wait that Graph names', async () => {
    const { caller, slept } = openTestRoom(azure().url);
    azure().on(
      'GET',
      `${PATH}/assignmentScheduleInstances`,
      {
        status: 429,
        headers: { 'Retry-After': '11' },
        json: { error: { code: 'TooManyRequests', message: 'Please wait' } },
      },
      { json: { value: [] } },
    );
    azure().on('GET', `${PATH}/eligibilityScheduleInstances`, { json: { value: [] } });
    expect(await collect(readMembershipSchedules(caller, GROUP))).toEqual([]);
    expect(slept).toEqual([11_000]);
  });

  it('is unread when one of its two lists is refused', async () => {
    azure().on('GET', `${PATH}/assignmentScheduleInstances`, { json: { value: [] } });
    azure().on('GET', `${PATH}/eligibilityScheduleInstances`, {
      status: 403,
      json: { error: { code: 'UnauthorizedAccessException', message: 'no' } },
    });
    await expect(collect(readMembershipSchedules(caller(), GROUP))).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
