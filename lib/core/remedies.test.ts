import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { CAUSES, type Cause } from './causes.ts';
import { parsePrincipalId, parseRoleDefinitionId } from './ids.ts';
import { judgeSubscription } from './judge.ts';
import { parsePeriod } from './periods.ts';
import { planRemedy } from './remedies.ts';
import { lighthouseArmTemplate } from './remedies/lighthouse-template.ts';
import type { Onboarding } from './remedies/onboarding.ts';
import {
  contributor,
  direct,
  identity,
  inCustomer,
  linked,
  missed,
  notLinked,
  toOne,
} from './testing/cause-case.ts';
import * as made from './testing/made-facts.ts';

const parsedOctober = parsePeriod('2026-10');
if (parsedOctober === null) throw new Error('period');
const october = parsedOctober;

function remedyOf(cause: Cause, facts: made.Made, roleDefinitionId = parseRoleDefinitionId('')) {
  const whole = made.madeFacts({ costs: missed, ...facts });
  const judgement = judgeSubscription(whole, october, made.NOW);
  return planRemedy(whole, judgement, { cause, roleDefinitionId });
}

const ours = { ...toOne(), links: [linked(1)] };
const textsOf = (shell: string, commands: { shell: string; text: string }[]): string =>
  commands
    .filter((command) => command.shell === shell)
    .map(({ text }) => text)
    .join('\n');

describe('remedies', () => {
  it.each(CAUSES)('%s says what to do', (cause) => {
    expect(remedyOf(cause, ours).steps.length).toBeGreaterThan(0);
  });

  it.each(CAUSES)(
    '%s asks a customer for access only with the note beside it, and urges no bigger role',
    (cause) => {
      const remedy = remedyOf(cause, ours);
      const asksAccess = remedy.commands.some(({ shell }) => shell === 'arm');
      if (asksAccess) expect(remedy.askCustomer).toBe(true);
      const texts = remedy.commands.map(({ text }) => text).join('\n');
      for (const bigger of [made.ROLES.owner, made.ROLES.contributor]) expect(texts).not.toContain(bigger);
    },
  );

  it('links a service principal as itself, in the managing tenant', () => {
    const { commands } = remedyOf('principal-not-linked', { ...toOne(), links: [notLinked(1)] });
    expect(textsOf('azure-cli', commands)).toContain(`az login --service-principal --tenant ${made.US}`);
    expect(textsOf('azure-cli', commands)).toContain('az managementpartner create --partner-id 5001002');
    expect(textsOf('powershell', commands)).toContain('New-AzManagementPartner -PartnerId 5001002');
  });

  it('links a guest as that person, in the customer tenant', () => {
    const guest = { type: 'user', userType: 'Guest', appOwnerTenantId: null } as const;
    const { commands, values } = remedyOf('linked-in-partner-tenant-only', {
      ...direct(guest, { principalType: 'user' }),
      links: [inCustomer(notLinked(60))],
    });
    expect(textsOf('azure-cli', commands)).toContain(`az login --tenant ${made.CUSTOMER}`);
    expect(textsOf('azure-cli', commands)).not.toContain('--service-principal');
    expect(values.tenantId).toBe(made.CUSTOMER);
  });

  it('changes a link that names another organisation', () => {
    const { commands } = remedyOf('wrong-partner-organisation', {
      ...toOne(),
      links: [linked(1, made.OTHER_PARTNER_ID)],
    });
    expect(textsOf('azure-cli', commands)).toContain('az managementpartner update --partner-id 5001002');
    expect(textsOf('powershell', commands)).toContain('Update-AzManagementPartner');
  });

  it('gives our agent group its access back, as a foreign group and with the least role', () => {
    const { commands } = remedyOf('sold-without-access', {});
    expect(textsOf('powershell', commands)).toContain(`-ObjectId '${made.ADMIN_AGENTS}'`);
    expect(textsOf('powershell', commands)).toContain("-ObjectType 'ForeignGroup'");
    expect(textsOf('azure-cli', commands)).toContain(`--role ${made.ROLES.supportRequestContributor}`);
  });

  it('onboards a customer without access by the service principal that is linked already', () => {
    const { commands } = remedyOf('sold-without-access', { identities: [identity(1)], links: [linked(1)] });
    const template: unknown = JSON.parse(textsOf('arm', commands));
    expect(template).toMatchObject({ parameters: { principalId: { defaultValue: made.principal(1) } } });
  });

  it('asks nobody to link again what is linked', () => {
    const known = remedyOf('sold-without-access', { identities: [identity(1)], links: [linked(1)] });
    expect(known.steps).toContain('principal-is-linked');
    expect(known.steps).not.toContain('link-service-principal');
    expect(known.commands.map(({ purpose }) => purpose)).not.toContain('link');
    const unknown = remedyOf('sold-without-access', {});
    expect(unknown.steps).toContain('link-service-principal');
    expect(unknown.commands[0]?.purpose).toBe('link');
  });

  it('names the application where it is known, and never asks for a secret on the command line', () => {
    const of = (more: object) => ({ ...toOne(), identities: [identity(1, more)], links: [notLinked(1)] });
    const appId = '22222222-0000-4000-8000-000000000001';
    const { commands } = remedyOf('principal-not-linked', of({ appId }));
    expect(textsOf('azure-cli', commands)).toContain(`--username ${appId}`);
    expect(textsOf('powershell', commands)).toContain(`-UserName '${appId}'`);
    const gone = remedyOf('linked-identity-gone', of({ appId, enabled: false }));
    expect(textsOf('azure-cli', gone.commands)).toContain('--username APP_ID');
    for (const text of [...commands, ...gone.commands].map((command) => command.text))
      expect(text).not.toMatch(/--password|CLIENT_SECRET/);
  });

  it('makes no template while no identity of ours is known, and none for a role that Lighthouse refuses', () => {
    expect(textsOf('arm', remedyOf('sold-without-access', {}).commands)).toBe('');
    expect(textsOf('arm', remedyOf('role-not-earning', ours, made.ROLES.owner).commands)).toBe('');
    expect(textsOf('arm', remedyOf('role-not-earning', ours, made.ROLES.contributor).commands)).toContain(
      made.ROLES.contributor,
    );
  });

  it('widens a delegation of one group to the subscription, and repairs a broken one where it was', () => {
    const ofGroup = {
      delegations: [made.delegation({ authorizations: [contributor(1)] }, { resourceGroup: 'web' })],
      identities: [identity(1)],
      links: [linked(1)],
    };
    const wide = textsOf('arm', remedyOf('resource-group-delegation-only', ofGroup).commands);
    expect(wide).not.toContain('"web"');
    const repaired = textsOf('arm', remedyOf('delegation-broken', ofGroup).commands);
    expect(repaired).toContain('"resourceGroup": "web"');
  });
});

const principalId = parsePrincipalId('00000003-0000-4000-8000-000000000001');
const onboarding = (rest: Partial<Onboarding> = {}): Onboarding => {
  if (principalId === null) throw new Error('principal');
  return {
    subscriptionId: made.SUBSCRIPTION,
    managingTenantId: made.US,
    principalId,
    principalName: 'Support agents',
    roleDefinitionId: made.ROLES.supportRequestContributor,
    resourceGroup: null,
    ...rest,
  };
};

const expression = { type: 'string', pattern: String.raw`^\[.+\]$` };
const resource = (type: string, properties: object, more: object = {}) => ({
  type: 'object',
  required: ['type', 'apiVersion', 'name', 'properties'],
  additionalProperties: false,
  properties: {
    type: { const: type },
    apiVersion: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` },
    name: { type: 'string' },
    dependsOn: { type: 'array', items: expression },
    properties,
    ...more,
  },
});
const assignment = resource('Microsoft.ManagedServices/registrationAssignments', {
  type: 'object',
  required: ['registrationDefinitionId'],
  additionalProperties: false,
  properties: { registrationDefinitionId: expression },
});
const TEMPLATE_SCHEMA = {
  type: 'object',
  required: ['$schema', 'contentVersion', 'parameters', 'resources'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', pattern: 'subscriptionDeploymentTemplate.json#$' },
    contentVersion: { const: '1.0.0.0' },
    parameters: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['type', 'defaultValue'],
        properties: { type: { const: 'string' }, defaultValue: { type: 'string' } },
      },
    },
    resources: {
      type: 'array',
      minItems: 2,
      maxItems: 2,
      prefixItems: [
        resource('Microsoft.ManagedServices/registrationDefinitions', {
          type: 'object',
          required: ['registrationDefinitionName', 'managedByTenantId', 'authorizations'],
          properties: {
            authorizations: {
              type: 'array',
              minItems: 1,
              items: {
                type: 'object',
                required: ['principalId', 'roleDefinitionId'],
                additionalProperties: false,
                properties: {
                  principalId: expression,
                  roleDefinitionId: expression,
                  principalIdDisplayName: expression,
                },
              },
            },
          },
        }),
        {
          anyOf: [
            assignment,
            resource(
              'Microsoft.Resources/deployments',
              {
                type: 'object',
                required: ['mode', 'template'],
                properties: {
                  mode: { const: 'Incremental' },
                  template: {
                    type: 'object',
                    required: ['$schema', 'contentVersion', 'resources'],
                    properties: { resources: { type: 'array', items: assignment } },
                  },
                },
              },
              { resourceGroup: { type: 'string' } },
            ),
          ],
        },
      ],
    },
  },
};

describe('the template of a delegation', () => {
  const validate = new Ajv2020({ strict: false }).compile(TEMPLATE_SCHEMA);

  it.each([null, 'web'])('has the structure that ARM deploys (resource group: %s)', (resourceGroup) => {
    const template = lighthouseArmTemplate(onboarding({ resourceGroup }));
    validate(template);
    expect(validate.errors).toBeNull();
    const text = JSON.stringify(template);
    for (const [, name] of text.matchAll(/parameters\('(\w+)'\)/g)) {
      expect(template).toHaveProperty(`parameters.${name}`);
    }
    expect(text.split('(').length).toBe(text.split(')').length);
  });

  it('names our tenant, our principal and the least role, and no other', () => {
    expect(lighthouseArmTemplate(onboarding())).toMatchObject({
      parameters: {
        managedByTenantId: { defaultValue: made.US },
        principalId: { defaultValue: principalId },
        roleDefinitionId: { defaultValue: made.ROLES.supportRequestContributor },
      },
    });
  });

  it('keeps a name literal, whatever is in it', () => {
    expect(lighthouseArmTemplate(onboarding({ principalName: '[evil()]' }))).toMatchObject({
      parameters: { principalName: { defaultValue: '[[evil()]' } },
    });
  });
});
