import { expect, it } from 'vitest';
import { useFakeAzure } from '../testing/azure-suite.ts';
import { collect, openTestRoom, SUBSCRIPTION } from '../testing/test-room.ts';
import { readRoleDefinitions } from './read.ts';

const azure = useFakeAzure();
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const path = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions`;

it('identifies a role by its GUID, not by the subscription that was asked', async () => {
  const definition = (type: string) => ({
    id: `${path}/${READER.toUpperCase()}`,
    properties: { roleName: 'Reader', type },
  });
  azure().on('GET', path, { json: { value: ['BuiltInRole', 'CustomRole', 'Novelty'].map(definition) } });
  const read = await collect(readRoleDefinitions(openTestRoom(azure().url).caller, SUBSCRIPTION));
  expect(read).toEqual([
    { roleDefinitionId: READER, name: 'Reader', kind: 'built-in' },
    { roleDefinitionId: READER, name: 'Reader', kind: 'custom' },
    { roleDefinitionId: READER, name: 'Reader', kind: 'other' },
  ]);
  expect(azure().calls()[0]?.url).toBe(`${path}?api-version=2022-04-01`);
});
