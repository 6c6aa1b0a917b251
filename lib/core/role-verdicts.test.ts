import { describe, expect, it } from 'vitest';
import { parseRoleDefinitionId } from './ids.ts';
import { judgeSubscription } from './judge.ts';
import { parsePeriod } from './periods.ts';
import { LISTED_ROLES } from './roles.ts';
import { missed } from './testing/cause-case.ts';
import * as made from './testing/made-facts.ts';

const october = parsePeriod('2026-10');

function judged(id: string) {
  const role = parseRoleDefinitionId(id);
  if (role === null || october === null) throw new Error(id);
  const facts = made.madeFacts({
    delegations: [made.delegation({ authorizations: [made.authorization(1, role)] })],
    identities: [made.identity(1)],
    links: [made.linked(1)],
    costs: missed,
  });
  const { access, cause } = judgeSubscription(facts, october, made.NOW);
  return [access, cause];
}

/** The 24 rows of Microsoft's table that say No, once more and by themselves. */
const NOT_EARNING = new Set([
  'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  'cdda3590-29a3-44f6-95f2-9f980659eb04',
  '71522526-b88f-4d52-b57f-d31fc3546d0d',
  '423170ca-a8f6-4b0f-8487-9e4eb8f49bfa',
  'a795c7a0-d4a2-40c1-ae25-d81f01202912',
  'fa23ad8b-c56e-40d8-ac0c-ce449e1d2c64',
  '871e35f6-b5c1-49cc-a043-bde969a0f2cd',
  '8f96442b-4075-438f-813d-ad51ab4019af',
  'b59867f0-fa02-499b-be73-45a86b5b3e1c',
  'a97b65f3-24c7-4388-baec-2e87135dc908',
  'fbdf93bf-df7d-467e-a4d2-9458aa1360c8',
  '72fafb9e-0641-4937-9268-a91bfd8191a3',
  '028f4ed7-e2a9-465e-a8f4-9c0ffdfdc027',
  '2414bbcf-6497-4faf-8c65-045460748405',
  '73c42c96-874c-492b-b04d-ab87d138a893',
  'b9331d33-8a36-4f8c-b097-4f54124fdb44',
  'ac63b705-f282-497d-ac71-919bf39d939d',
  '43d0d8ad-25c7-4714-9337-8ba259a9fe05',
  '39bc4728-0917-49c7-9d2c-d95423bc2eb4',
  'dbaa88c4-0c30-4179-9fb3-46319faa6149',
  '5d51204f-eb77-4b1c-b86a-2ec626c49413',
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
  'aba4ae5f-2193-4029-9191-0cb91df5e314',
  '19e7f393-937e-4f77-808e-94535e297925',
]);

describe('a linked identity with a role of the list', () => {
  it.each(LISTED_ROLES.map((role) => [role.listedName, role.roleDefinitionId] as const))(
    '%s is judged as the list says',
    (_name, id) => {
      expect(judged(id)).toEqual(
        NOT_EARNING.has(id)
          ? ['not-covered', 'role-not-earning']
          : ['covered', 'access-good-cost-uncredited'],
      );
    },
  );
});

describe('a linked identity with a role that the list leaves out', () => {
  it.each([
    ['Access Review Operator Service Role', '76cc9ee4-d5d3-4a45-a930-26add3d73475'],
    ['Azure API Center Compliance Manager', 'ede9aaa3-4627-494e-be13-4aa7c256148d'],
    ['Azure File Sync Reader', '754c1a27-40dc-4708-8ad4-2bffdeee09e8'],
    ['Azure Maps Search and Render Data Reader', '6be48352-4f82-47c9-ad5e-0acacefdb005'],
    ['Azure Spring Apps Job Log Reader Role', 'b459aa1d-e3c8-436f-ae21-c0531140f43e'],
    ['Cognitive Services Language Reader', '7628b7b8-a8b2-4cdc-b46f-e9b35248918e'],
    ['Deployment Environments Reader', 'eb960402-bf75-4cc3-8d68-35b34f960f72'],
    ['EventGrid Contributor', '1e241071-0855-49ea-94dc-649edcd759de'],
    ['Locks Contributor', '28bf596f-4eb7-45ce-b5bc-6cf482fec137'],
    ['Template Spec Contributor', '1c9b6475-caf0-4164-b5a1-2142a7116f4b'],
    ['a custom role', '00000000-1111-2222-3333-444444444444'],
  ])('%s is unknown, whatever its name promises', (_name, id) => {
    expect(judged(id)).toEqual(['unknown', 'role-not-listed']);
  });
});
