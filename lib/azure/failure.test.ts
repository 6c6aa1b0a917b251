import { describe, expect, it } from 'vitest';
import { failureOfAnswer } from './failure.ts';

const answer = (status: number, body: unknown) => ({
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  retryAfterMs: null,
});

describe('an answer that is an error', () => {
  it.each([
    [400, 'rejected'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'rejected'],
    [429, 'throttled'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('with status %i is %s', (status, kind) => {
    expect(failureOfAnswer('billing', answer(status, '')).kind).toBe(kind);
  });

  it("keeps Azure's own code and text", () => {
    const body = { error: { code: 'AuthorizationFailed', message: 'The client has no authorization.' } };
    expect(failureOfAnswer('billing', answer(403, body))).toMatchObject({
      source: 'billing',
      status: 403,
      code: 'AuthorizationFailed',
      message: 'The client has no authorization.',
    });
  });

  it('reads the body that Cost Management sends without its wrapper', () => {
    const body = { message: 'Bad scope', messageDetail: 'no such customer' };
    expect(failureOfAnswer('cost-query', answer(400, body))).toMatchObject({
      code: null,
      message: 'Bad scope no such customer',
    });
  });

  it.each(['<html>gateway</html>', '', '[]', '"text"'])(
    'says the status when the body says nothing: %s',
    (body) => {
      expect(failureOfAnswer('billing', answer(502, body)).message).toBe('HTTP status 502');
    },
  );

  it('keeps at most 500 characters of text', () => {
    const body = { error: { code: 'Long', message: 'x'.repeat(2_000) } };
    expect(failureOfAnswer('billing', answer(400, body)).message).toHaveLength(500);
  });
});
