import { describe, expect, it } from 'vitest';
import { parseConfig } from '#lib/config.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const CLIENT = '22222222-2222-4222-8222-222222222222';

function accepted(env: Record<string, string>) {
  const parsed = parseConfig(env, () => '');
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed;
}

function problemsOf(env: Record<string, string>): string[] {
  const parsed = parseConfig(env, () => '');
  return parsed.ok ? [] : parsed.problems;
}

const namesOf = (problems: string[]): string[] =>
  problems.map((problem) => problem.slice(0, problem.indexOf(':')));

describe('sign-in', () => {
  const signIn = {
    SIGN_IN_TENANT_ID: TENANT,
    SIGN_IN_CLIENT_ID: CLIENT,
    SIGN_IN_API_SCOPE: `api://${CLIENT}/Pecboard.Access`,
    SESSION_SECRET: 'x'.repeat(32),
  };

  it('is off without a variable of it, and lets its own tenant in once it is whole', () => {
    expect(accepted({}).config.signIn).toBeNull();
    expect(accepted(signIn).config.signIn).toMatchObject({ allowedTenants: [TENANT], allowGuests: false });
  });

  it.each(Object.keys(signIn).filter((name) => name !== 'SESSION_SECRET'))(
    'half set by %s names what is missing',
    (name) => {
      const missing = Object.keys(signIn).filter((one) => one !== name);
      const half = { [name]: signIn[name as keyof typeof signIn] };
      expect(namesOf(problemsOf(half)).sort()).toEqual(missing.sort());
    },
  );

  it.each([
    ['SESSION_SECRET', 'short'],
    ['SIGN_IN_ALLOWED_TENANTS', 'contoso'],
    ['SIGN_IN_ROLE_GROUPS', `Pec.Owner=${CLIENT}`],
    ['SIGN_IN_API_SCOPE', 'Pecboard.Access'],
    ['PUBLIC_URL', 'http://board.example'],
    ['TRUSTED_PROXIES', 'all'],
  ])('refuses %s=%s', (name, value) => {
    expect(namesOf(problemsOf({ ...signIn, [name]: value }))).toEqual([name]);
  });

  it('offers people by a click only where the authority is this machine', () => {
    const demo = { ...signIn, DEMO_PEOPLE_FILE: '/people.json' };
    expect(namesOf(problemsOf(demo))).toEqual(['DEMO_PEOPLE_FILE']);
    expect(
      problemsOf({ ...demo, AZURE_AUTHORITY_HOST: 'https://localhost:4433', ...otherLocalHosts }),
    ).toEqual([]);
  });
});

const otherLocalHosts = {
  AZURE_RESOURCE_MANAGER_URL: 'https://localhost:4433',
  MICROSOFT_GRAPH_URL: 'https://localhost:4433',
};
