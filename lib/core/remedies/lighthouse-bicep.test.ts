import { describe, expect, it } from 'vitest';
import { parsePrincipalId } from '../ids.ts';
import { compileBicep } from '../testing/compile-bicep.ts';
import * as made from '../testing/made-facts.ts';
import { lighthouseBicep } from './lighthouse-bicep.ts';
import { lighthouseArmTemplate } from './lighthouse-template.ts';
import type { Onboarding } from './onboarding.ts';

const principalId = parsePrincipalId('00000003-0000-4000-8000-000000000001');
if (principalId === null) throw new Error('principal');
const onboarding: Onboarding = {
  subscriptionId: made.SUBSCRIPTION,
  managingTenantId: made.US,
  principalId,
  principalName: 'Support agents',
  roleDefinitionId: made.ROLES.supportRequestContributor,
  resourceGroup: null,
};

/** Bicep finds out by itself what has to come first. */
const withoutOrder = (template: object): unknown =>
  JSON.parse(JSON.stringify(template, (key, value: unknown) => (key === 'dependsOn' ? undefined : value)));

const EVIL = ["O'Brien ${environment()} \\", '[evil()]', "'''", String.raw`\${x}`, 'Zażółć $ 日本'];

describe('the Bicep file of a delegation', () => {
  it.each([null, 'web', 'rg-(data)_1.x'])(
    'compiles to what the ARM template is (resource group: %s)',
    async (resourceGroup) => {
      const compiled = await compileBicep(lighthouseBicep({ ...onboarding, resourceGroup }));
      const {
        $schema: _schema,
        contentVersion: _version,
        ...template
      } = Object(withoutOrder(lighthouseArmTemplate({ ...onboarding, resourceGroup })));
      expect(compiled).toEqual(template);
    },
  );

  it.each(EVIL)('keeps the name %s literal', async (principalName) => {
    const compiled = await compileBicep(lighthouseBicep({ ...onboarding, principalName }));
    const defaultValue = principalName.startsWith('[') ? `[${principalName}` : principalName;
    expect(compiled).toMatchObject({ parameters: { principalName: { type: 'string', defaultValue } } });
  });
});

describe('the compiler that holds it to that', () => {
  const text = lighthouseBicep({ ...onboarding, resourceGroup: 'web' });

  it.each([
    ['an unclosed block', text.trimEnd().slice(0, -1)],
    ['a comma where Bicep has lines', text.replace("mode: 'Incremental'", "mode: 'Incremental',,")],
    ['an unclosed text', text.replace("'Incremental'", "'Incremental")],
    ['a double-quoted text', text.replace("'Incremental'", '"Incremental"')],
    [
      'a name that nobody declared',
      text.replace('id: definition.id', 'id: other.id').replace('definition.id', 'other.id'),
    ],
    ['a parameter declared twice', text.replace('param principalId', 'param managedByTenantId')],
    ['a function that Bicep lacks', text.replace('guid(', 'newGuidOf(')],
    ['an interpolated text', text.replace("'Incremental'", "'${principalName}'")],
  ])('refuses %s', async (_what, broken) => {
    expect(broken).not.toBe(text);
    await expect(compileBicep(broken)).rejects.toThrow();
  });
});
