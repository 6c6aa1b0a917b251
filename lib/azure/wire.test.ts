import { describe, expect, it } from 'vitest';
import { optionalInstant, optionalTenantId, roleDefinitionId, tenantId } from './wire.ts';

describe('an instant', () => {
  it.each([
    ['2026-03-01T08:09:10Z', '2026-03-01T08:09:10.000Z'],
    ['2026-03-01T08:09:10.1Z', '2026-03-01T08:09:10.100Z'],
    ['2018-07-30T21:06:24.61046Z', '2018-07-30T21:06:24.610Z'],
    ['2018-07-30T21:06:24.6104651Z', '2018-07-30T21:06:24.610Z'],
    ['2026-03-01T08:09:10.5', '2026-03-01T08:09:10.500Z'],
    ['2026-03-01T08:09:10+02:00', '2026-03-01T06:09:10.000Z'],
    ['0001-01-01T00:00:00Z', null],
    ['soon', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%s is taken as %s', (text, instant) => {
    expect(optionalInstant.parse(text)).toBe(instant);
  });
});

describe('an id', () => {
  const ROLE = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

  it.each([
    ROLE,
    ROLE.toUpperCase(),
    `/providers/Microsoft.Authorization/RoleDefinitions/${ROLE}`,
    `/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/${ROLE}`,
  ])('of a role is its GUID, bare or at the end of %s', (text) => {
    expect(roleDefinitionId.parse(text)).toBe(ROLE);
  });

  it('that is none is a wrong shape, or nothing where it may be absent', () => {
    expect(tenantId.safeParse('contoso').success).toBe(false);
    expect(optionalTenantId.parse('contoso')).toBeNull();
    expect(optionalTenantId.parse(undefined)).toBeNull();
  });
});
