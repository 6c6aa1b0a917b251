import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Refusal } from '#lib/auth/actor.ts';
import { streamText } from './stream-text.ts';

const request = new AsyncLocalStorage<string>();
const ended = new Refusal('session-ended', 'The session has ended.');

async function* parts(fault: Error | null): AsyncGenerator<string> {
  yield `${request.getStore()} 1, `;
  yield `${request.getStore()} 2`;
  if (fault !== null) throw fault;
}

/** As slowly as a network: each part is asked for when the one before has long arrived. */
async function read(fault: Error | null, of: 'events' | 'file'): Promise<string> {
  const reader = request.run('Ada', () => streamText(parts(fault), of)).getReader();
  const texts: string[] = [];
  for (;;) {
    await setImmediate();
    const { done, value } = await reader.read();
    if (done) return texts.join('');
    texts.push(Buffer.from(value).toString());
  }
}

it('makes every part within the request that asked, however late it is read', async () => {
  expect(await read(null, 'file')).toBe('Ada 1, Ada 2');
});

it('ends events with the session, and breaks a file', async () => {
  expect(await read(ended, 'events')).toBe('Ada 1, Ada 2');
  await expect(read(ended, 'file')).rejects.toThrow('The session has ended.');
});

it('breaks events where anything else went wrong', async () => {
  await expect(read(new Error('the database is gone'), 'events')).rejects.toThrow('the database is gone');
});
