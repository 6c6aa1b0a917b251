import type { Page } from '@playwright/test';

/** A page stands there before its scripts do: this waits until React has taken it over. */
export const whenLive = async (page: Page): Promise<void> => {
  await page.waitForFunction(hasReact);
};

/** Whether it has by now. */
export const isLive = (page: Page): Promise<boolean> => page.evaluate(hasReact);

function hasReact(): boolean {
  const content = document.querySelector('main');
  return content !== null && Object.keys(content).some((key) => key.startsWith('__reactFiber$'));
}

/** Until a list can be walked by the keyboard. */
export const whenGridIsLive = (page: Page): Promise<void> =>
  page.locator('[role="grid"] [tabindex="0"]').first().waitFor();
