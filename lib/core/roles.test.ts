import { describe, expect, it } from 'vitest';
import { parseRoleDefinitionId } from './ids.ts';
import { findListedRole, LISTED_ROLES, roleEarns } from './roles.ts';

const role = (text: string) => {
  const id = parseRoleDefinitionId(text);
  if (id === null) throw new Error(text);
  return id;
};

describe('earning roles', () => {
  it('knows the 122 roles of the list: 98 earn, 24 do not, each GUID once', () => {
    expect(LISTED_ROLES).toHaveLength(122);
    expect(LISTED_ROLES.filter((listed) => listed.earns === 'yes')).toHaveLength(98);
    expect(new Set(LISTED_ROLES.map((listed) => listed.roleDefinitionId)).size).toBe(122);
  });

  it('leaves 71 earning roles that Lighthouse delegates freely, and one with limits', () => {
    const delegable = LISTED_ROLES.filter((listed) => listed.earns === 'yes' && listed.lighthouseAssignable);
    expect(delegable.filter((listed) => listed.lighthouseNote === null)).toHaveLength(71);
    expect(delegable).toHaveLength(72);
  });

  it.each([
    ['Support Request Contributor', 'cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e', 'yes'],
    ['Owner', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'yes'],
    ['AcrPull, although read only', '7f951dda-4ed3-4680-a7ca-43fe172d538d', 'yes'],
    ['Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7', 'no'],
    [
      'Monitoring Reader, although it may open support requests',
      '43d0d8ad-25c7-4714-9337-8ba259a9fe05',
      'no',
    ],
    ['AcrDelete', 'c2f4ef07-c644-48eb-af81-4b1b4947fb11', 'yes'],
    ['Access Review Operator Service Role', '76cc9ee4-d5d3-4a45-a930-26add3d73475', 'unlisted'],
    ['a custom role', '00000000-1111-2222-3333-444444444444', 'unlisted'],
  ])('says of %s whether it earns', (_name, id, earns) => {
    expect(roleEarns(role(id))).toBe(earns);
  });

  it('finds a role by resource id of any scope and casing', () => {
    const id = role(
      '/subscriptions/11111111-1111-1111-1111-111111111111/providers/Microsoft.Authorization/roleDefinitions/B24988AC-6180-42A0-AB88-20F7382DD24C',
    );
    expect(findListedRole(id)?.listedName).toBe('Contributor');
  });

  it('matches a renamed role by its GUID', () => {
    const renamed = findListedRole(role('b9331d33-8a36-4f8c-b097-4f54124fdb44'));
    expect(renamed?.listedName).toBe('Managed Applications Reader');
    expect(renamed?.currentName).toBe('Managed Application Publisher Operator');
  });
});
