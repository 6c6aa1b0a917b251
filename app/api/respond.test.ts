import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { log } from '#lib/log.ts';
import { readBody } from './read-body.ts';
import { parseQuery, respond } from './respond.ts';

const shape = z.strictObject({ limit: z.coerce.number() });
const withBody = (body: string): Request =>
  new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

it('calls a query of another shape a bad request that names the parameter', async () => {
  const asked = new Request('http://localhost/?limit=many');
  const answer = await respond(async () => Response.json(parseQuery(asked, shape)));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'bad-query', errors: [{ parameter: 'limit' }] });
});

it('calls a body of another shape a bad request', async () => {
  const answer = await respond(async () => Response.json(await readBody(withBody('{"limit":"x"}'), shape)));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ errors: [{ parameter: 'limit' }] });
});

it('calls a failed parse of our own data an internal error, and tells nothing of it', async () => {
  const error = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const answer = await respond(async () => Response.json(shape.parse({ limit: 'secret-of-ours' })));
  expect(answer.status).toBe(500);
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ code: 'internal' });
  expect(text).not.toContain('limit');
  expect(error).toHaveBeenCalledOnce();
});
