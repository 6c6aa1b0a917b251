import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_VERSION, OPERATIONS } from '#lib/azure/arm-managedservices/operations.ts';
import { parsePrincipalId } from '#lib/core/ids.ts';
import { lighthouseArmTemplate } from '#lib/core/remedies/lighthouse-template.ts';
import { API_VERSION as TEMPLATE_VERSION } from '#lib/core/remedies/onboarding.ts';
import { ROLES, SUBSCRIPTION, US } from '#lib/core/testing/made-facts.ts';
import { readContracts } from './open-api.ts';
import { readSpecification } from './recordings.ts';

const FOLDER = 'managedservices/resource-manager/Microsoft.ManagedServices/stable/2022-10-01';

const parameter = z.union([
  z.object({ $ref: z.string() }),
  z.object({ name: z.string(), in: z.string(), required: z.boolean().optional() }),
]);
type Parameter = z.infer<typeof parameter>;
const operation = z.object({ operationId: z.string(), parameters: z.array(parameter) });
const specification = z.object({
  info: z.object({ version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  parameters: z.record(z.string(), parameter),
});

const spec = specification.parse(readSpecification(`${FOLDER}/managedservices.json`));

function resolve(entry: Parameter): Exclude<Parameter, { $ref: string }> {
  if (!('$ref' in entry)) return entry;
  const named = spec.parameters[entry.$ref.split('/').at(-1) ?? ''];
  if (named === undefined) throw new Error(`unknown parameter ${entry.$ref}`);
  return resolve(named);
}

const published = Object.entries(spec.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, parameters }]) => ({
    operationId,
    method,
    path,
    parameters: parameters.map(resolve),
  })),
);

describe('our client of Microsoft.ManagedServices beside the published description', () => {
  it('speaks the published version', () => {
    expect(API_VERSION).toBe(spec.info.version);
  });

  it.each(Object.entries(OPERATIONS))('has the path and the query parameters of %s', (operationId, ours) => {
    const theirs = published.find((operation) => operation.operationId === operationId);
    expect(theirs?.method).toBe('get');
    expect(ours.path).toBe(theirs?.path);
    const query = theirs?.parameters.filter((entry) => entry.in === 'query').map(({ name }) => name);
    expect([...ours.queryParameters].sort()).toEqual(query?.sort());
  });

  /** An offer is found in lists; none is asked for by its name. */
  const isSingleOffer = (operationId: string): boolean => /^Marketplace.*_Get$/.test(operationId);

  it('offers every read of assignments, definitions and lists of offers', () => {
    const reads = published
      .filter(({ method, operationId }) => method === 'get' && operationId.includes('Registration'))
      .filter(({ operationId }) => !isSingleOffer(operationId))
      .map(({ operationId }) => operationId);
    expect(Object.keys(OPERATIONS).sort()).toEqual(reads.sort());
  });
});

describe('the template that customers deploy beside the published description', () => {
  const principalId = parsePrincipalId('00000003-0000-4000-8000-000000000001');
  if (principalId === null) throw new Error('principal');
  const [definition, assignment] = z
    .object({ resources: z.array(z.record(z.string(), z.unknown())).length(2) })
    .parse(
      lighthouseArmTemplate({
        subscriptionId: SUBSCRIPTION,
        managingTenantId: US,
        principalId,
        principalName: 'Support agents',
        roleDefinitionId: ROLES.supportRequestContributor,
        resourceGroup: null,
      }),
    ).resources;
  const contracts = readContracts();
  const problemsOf = (name: string, value: unknown) =>
    contracts.problemsOf(`${FOLDER}/managedservices.json`, name, value);

  it('deploys the published version, with the properties that it requires and of their types', () => {
    expect(TEMPLATE_VERSION).toBe(spec.info.version);
    expect(problemsOf('RegistrationDefinition', { properties: definition?.['properties'] })).toEqual([]);
    expect(problemsOf('RegistrationAssignment', { properties: assignment?.['properties'] })).toEqual([]);
  });

  it('would be told what it lacks', () => {
    const { managedByTenantId: _left, ...lacking } = Object(definition?.['properties']);
    expect(problemsOf('RegistrationDefinition', { properties: lacking })).not.toEqual([]);
    expect(problemsOf('RegistrationAssignment', { properties: {} })).not.toEqual([]);
  });
});
