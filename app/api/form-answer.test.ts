import { expect, it } from 'vitest';
import type { ProblemCode } from '#lib/texts/problem-codes.ts';
import { respondToForm } from './form-answer.tsx';
import { problem, seeOther } from './respond.ts';

const asked = (headers: Record<string, string>): Request =>
  new Request('http://localhost/api/v1/findings/decide', { method: 'POST', headers });
const refused = (code: ProblemCode) => () =>
  Promise.resolve(problem({ status: 422, code, title: 'Refused', detail: 'No <such> thing.' }));
const BROWSER = { accept: 'text/html,application/xhtml+xml', referer: 'http://localhost/gaps?state=open' };

it('a browser that sends a form without script is refused on a page, in its language, with a way back', async () => {
  const answer = await respondToForm(
    asked({ ...BROWSER, 'accept-language': 'nl' }),
    refused('unknown-person'),
  );
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toContain('text/html');
  const text = await answer.text();
  expect(text).toContain('<html lang="nl">');
  expect(text).toContain('Deze verantwoordelijke is niet bekend');
  expect(text).toContain('href="/gaps?state=open"');
});

it('what has no words of ours is shown as it was said, never as markup', async () => {
  const text = await (await respondToForm(asked(BROWSER), refused('not-ready'))).text();
  expect(text).toContain('No &lt;such&gt; thing.');
});

it('leads back to no other site', async () => {
  const away = { ...BROWSER, referer: 'http://elsewhere.invalid//evil.invalid/x' };
  expect(await (await respondToForm(asked(away), refused('not-ready'))).text()).toContain('href="/"');
});

it('a program is answered with problem details, and what was done leads on', async () => {
  const answer = await respondToForm(asked({ accept: '*/*' }), refused('not-ready'));
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const done = await respondToForm(asked(BROWSER), () => Promise.resolve(seeOther('/gaps')));
  expect(done.status).toBe(303);
});
