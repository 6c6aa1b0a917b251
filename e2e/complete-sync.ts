import { expect } from '@playwright/test';
import type { Stack } from './stack.ts';

/** Whatever did not succeed is told, for it may not happen again. */
export async function expectComplete(stack: Stack): Promise<void> {
  const { status, steps } = await stack.syncToEnd();
  const others = steps.filter((step) => !['done', 'forbidden'].includes(step.status));
  expect({ status, others }).toEqual({ status: 'complete', others: [] });
}
