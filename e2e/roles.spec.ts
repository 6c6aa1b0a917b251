import { roleList } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { rightsOf } from './simulator/rights.ts';
import { MANAGING_TENANT_ID, principalId } from './simulator/worlds/partner.ts';
import { ROLE } from './simulator/worlds/roles.ts';
import { consentedId } from './simulator/worlds/setup.ts';
import type { Subscription, World } from './simulator/worlds/types.ts';
import type { Stack } from './stack.ts';

/** Microsoft's list of roles for partner earned credit, as read on 2026-11-21. */
const LISTED = { all: 122, earning: 98 };

const AGENT_GROUPS = [principalId('admin-agents'), principalId('helpdesk-agents')];

type Uses = { permanent: number; justInTime: number; aobo: number };

/** A token of the product may read it: the managing tenant's, or the one of its application in the customer's tenant. */
function isSeen(subscription: Subscription, world: World): boolean {
  const { tenantId } = subscription;
  const identities = [
    [world.managingTenant.tenantId, principalId('pecboard')],
    [tenantId, consentedId(tenantId)],
  ] as const;
  return identities.some(
    ([tenant, objectId]) =>
      rightsOf({ tenantId: tenant, objectId, appId: '', graphRoles: [] }, subscription, world).length > 0,
  );
}

const delegatedToUs = ({ delegations }: Subscription) =>
  delegations.filter(
    ({ managedByTenantId, definitionMissing }) =>
      managedByTenantId === MANAGING_TENANT_ID && !definitionMissing,
  );

/** How many subscriptions of the world hold a role in each way; a subscription counts once for a way. */
function usesInWorld(stack: Stack): Map<string, Uses> {
  const { world } = stack.simulator;
  const seen = [...world.subscriptions.values()].filter((subscription) => isSeen(subscription, world));
  const holding = (rolesOf: (subscription: Subscription) => readonly string[], role: string): number =>
    seen.filter((subscription) => rolesOf(subscription).includes(role)).length;
  return new Map(
    Object.values(ROLE).map((role) => [
      role,
      {
        permanent: holding(
          (subscription) =>
            delegatedToUs(subscription).flatMap((one) => one.authorizations.map(({ roleId }) => roleId)),
          role,
        ),
        justInTime: holding(
          (subscription) =>
            delegatedToUs(subscription).flatMap((one) => one.justInTime.map(({ roleId }) => roleId)),
          role,
        ),
        aobo: holding(
          ({ roleAssignments }) =>
            roleAssignments
              .filter(({ principalId: holder }) => AGENT_GROUPS.includes(holder))
              .map(({ roleId }) => roleId),
          role,
        ),
      },
    ]),
  );
}

const isUsed = ({ permanent, justInTime, aobo }: Uses): boolean => permanent + justInTime + aobo > 0;

test('the API lists the 122 roles and the unlisted ones in use, each with its uses in the world', async ({
  stack,
}) => {
  const uses = usesInWorld(stack);
  const { items, counts, total } = await stack.get('/api/v1/roles?limit=500', roleList);
  expect(counts.yes).toBe(LISTED.earning);
  expect(counts.yes + counts.no).toBe(LISTED.all);
  expect(total).toBe(LISTED.all + counts.unlisted);
  const unlisted = items.filter(({ earns }) => earns === 'unlisted');
  expect(unlisted.map(({ roleDefinitionId }) => roleDefinitionId)).toEqual([ROLE.containerAppsContributor]);
  const used = items.filter((role) => isUsed(role.uses));
  expect(new Map(used.map((role) => [role.roleDefinitionId, role.uses]))).toEqual(
    new Map([...uses].filter(([, count]) => isUsed(count))),
  );
  expect(counts.inUse).toBe(used.length);
});

test('a person finds a role by a part of its id and sees that it earns', async ({ page, stack }) => {
  await page.goto('/roles');
  await page
    .getByRole('searchbox', { name: 'Search roles' })
    .fill(ROLE.supportRequestContributor.slice(0, 8));
  await expect(page).toHaveURL(`${stack.url}/roles?q=${ROLE.supportRequestContributor.slice(0, 8)}`);
  const rows = page.getByRole('grid').locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Support Request Contributor');
  await expect(rows).toContainText('Earns credit');
  const expected = usesInWorld(stack).get(ROLE.supportRequestContributor);
  await expect(rows.getByRole('gridcell').nth(2)).toHaveText(String(expected?.permanent));
});

test('a person sees only the roles in use, and which of them the list does not name', async ({
  page,
  stack,
}) => {
  const inUse = [...usesInWorld(stack).values()].filter(isUsed).length;
  await page.goto('/roles');
  await page.getByRole('link', { name: /Show only roles in use/ }).click();
  const rows = page.getByRole('grid').locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(inUse);
  await expect(rows.filter({ hasText: ROLE.reader })).toContainText('Does not earn');
  await expect(rows.filter({ hasText: ROLE.containerAppsContributor })).toContainText('Not listed');
});
