import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SIGN_IN_APPLICATION } from '../simulator/worlds/sign-in.ts';
import type { Stack } from '../stack.ts';

/** As MSAL would: a nonce, tokens, a session. Every user is a person of their own. */
export async function signIn(stack: Stack, index: number): Promise<string> {
  const { url, tenantId } = stack.simulator.description;
  const begun = await fetch(new URL('/api/v1/session/challenge', stack.url), { method: 'POST' });
  const { nonce } = z.object({ nonce: z.string() }).parse(await begun.json());
  const digest = createHash('sha256').update(`user ${index}`).digest('hex');
  const oid = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  const common = {
    iss: `${url}/${tenantId}/v2.0`,
    aud: SIGN_IN_APPLICATION.appId,
    tid: tenantId,
    oid,
    sub: oid,
    ver: '2.0',
  };
  const access = {
    ...common,
    ...{ azp: SIGN_IN_APPLICATION.appId, scp: SIGN_IN_APPLICATION.scopeName, roles: ['Pec.Support'] },
    ...{ uti: randomUUID(), name: `User ${index}` },
  };
  const { tokens } = stack.simulator;
  const answer = await fetch(new URL('/api/v1/session', stack.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookiesOf(begun) },
    body: JSON.stringify({
      accessToken: await tokens.sign(access),
      idToken: await tokens.sign({ ...common, nonce }),
      to: '/',
    }),
  });
  if (answer.status !== 201) throw new Error(`user ${index} could not sign in: ${answer.status}`);
  return cookiesOf(answer);
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
