import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startFakeAzure, type FakeAzure } from './fake-azure.ts';

/** One server for the tests of a file, without memory between them. */
export function useFakeAzure(): () => FakeAzure {
  let azure: FakeAzure | null = null;
  const current = (): FakeAzure => {
    if (azure === null) throw new Error('the server has not started');
    return azure;
  };
  beforeAll(async () => {
    azure = await startFakeAzure();
  });
  afterAll(() => current().close());
  beforeEach(() => current().forget());
  return current;
}
