import { describe, expect, it } from 'vitest';
import { readGroupMembers, readIdentity } from '#lib/azure/graph/read.ts';
import { useFakeAzure } from '#lib/azure/testing/azure-suite.ts';
import { collect, openTestRoom, requireId, type TestRoom } from '#lib/azure/testing/test-room.ts';
import { parsePrincipalId } from '#lib/core/ids.ts';
import { answered, pathOf, readRecording } from './recordings.ts';

const azure = useFakeAzure();
const open = (): TestRoom => openTestRoom(azure().url);

describe('group members', () => {
  it('reads groups within groups, and an empty group', async () => {
    const lists = answered(readRecording('graph/groups-members.json'), 'GET', /\/groups\/[^/]+\/members$/);
    const names: (string | null)[] = [];
    for (const { request, response } of lists) {
      const groupId = requireId(parsePrincipalId, pathOf(request.url).split('/')[3] ?? '');
      azure().on('GET', `/v1.0/groups/${groupId}/transitiveMembers`, { json: response.body });
      const members = await collect(readGroupMembers(open().caller, groupId));
      expect(members.every(({ member }) => member.type === 'group')).toBe(true);
      names.push(...members.map(({ member }) => member.displayName));
    }
    expect(lists).toHaveLength(3);
    expect(names).toEqual(['testchildgroup000002', 'testleafgroup000003']);
  });
});

describe('one service principal', () => {
  it('is what its recorded address says, in whatever words Graph says more', async () => {
    const found = answered(
      readRecording('graph/serviceprincipal.json'),
      'GET',
      /\/servicePrincipals\/[0-9a-f-]{36}$/,
    );
    expect(found).toHaveLength(2);
    for (const { request, response } of found) {
      const principalId = requireId(parsePrincipalId, pathOf(request.url).split('/')[3] ?? '');
      azure().on('GET', `/v1.0/servicePrincipals/${principalId}`, { json: response.body });
      expect(await readIdentity(open().caller, { principalId, type: 'service-principal' })).toMatchObject({
        principalId: '0d380b48-63eb-4a1b-8023-a5af7aaf2f6d',
        type: 'service-principal',
        enabled: true,
        appId: '4faba265-b3a0-4bfd-8f56-f8a1a0cee277',
        appOwnerTenantId: '54826b22-38d6-4fb2-bad9-b7b93a3e9c5a',
      });
    }
  });
});
