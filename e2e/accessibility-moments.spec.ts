import type { Page } from '@playwright/test';
import { faultsIn } from './examine.ts';
import { expect, test } from './fixtures.ts';
import { whenGridIsLive, whenLive } from './when-live.ts';

/** What somebody meets only after a key, a click or a failure: everyone shall be able to read and use it. */
async function expectUsable(page: Page, within: string): Promise<void> {
  await expect(page.locator(within).first()).toBeVisible();
  expect(await faultsIn(page, within), within).toEqual([]);
}

const MESSAGES = '[role="status"]:has(button)';

test('what keys open can be read and used by everyone, also when nothing is found', async ({ page }) => {
  await page.goto('/customers?limit=12');
  await whenGridIsLive(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').nth(3)).toBeVisible();
  await expectUsable(page, 'dialog[open]');
  await page.keyboard.type('no such thing');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/nothing/i);
  await expectUsable(page, 'dialog[open]');
  await page.keyboard.press('Escape');
  await page.getByRole('grid').getByRole('rowheader').first().focus();
  await page.keyboard.press('Space');
  await expectUsable(page, '.grid-bulk');
  await page.keyboard.press('?');
  await expectUsable(page, 'dialog[open]');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('no such customer');
  await expect(page.getByText('No customer matches these filters')).toBeVisible();
  await expectUsable(page, 'main');
});

test('what is told after a change, and taking it back, can be read and used by everyone', async ({
  page,
}) => {
  await page.goto('/gaps?state=open&limit=12');
  await whenLive(page);
  await page
    .getByRole('checkbox', { name: /^Choose / })
    .first()
    .check();
  await page.getByRole('button', { name: 'Apply to the chosen ones' }).click();
  await expect(page.locator('form#decide').getByRole('alert')).toBeVisible();
  await expectUsable(page, 'form#decide');
  await page.getByLabel('State of the chosen ones').selectOption('Accepted');
  await page.getByRole('button', { name: 'Apply to the chosen ones' }).click();
  await expectUsable(page, MESSAGES);
  await page.locator(MESSAGES).getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator(MESSAGES)).toContainText('as it was');
  await expectUsable(page, MESSAGES);
  await page.getByRole('button', { name: 'Put this message away' }).click();
  await page.getByRole('button', { name: /message/i }).click();
  await expectUsable(page, '[popover]:popover-open');
});

test('a file above its place, and one that is refused, can be read and used by everyone', async ({
  page,
}) => {
  await page.goto('/imports');
  await whenLive(page);
  const place = page.locator('.border-dashed');
  await place.dispatchEvent('dragover', {
    dataTransfer: await page.evaluateHandle(() => new DataTransfer()),
  });
  await expect(place).toHaveClass(/bg-accent-wash/);
  await expectUsable(page, '.border-dashed');
  await page.getByLabel('Choose files').setInputFiles({
    name: 'holidays.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('who,when\nAda,july\n'),
  });
  await expect(page.getByText(/Refused\. No known file of cost/)).toBeVisible();
  await expectUsable(page, 'main');
});

test.describe('where the page itself fails', () => {
  test.use({ provokedErrors: /broken on purpose/ });

  /** In the browser: what it was made of is what mends it. */
  const breakObservers = () => {
    window.IntersectionObserver = class extends window.IntersectionObserver {
      override observe(): void {
        throw new Error('broken on purpose');
      }
    };
  };
  const mendObservers = () => {
    window.IntersectionObserver = Object.getPrototypeOf(window.IntersectionObserver);
  };
  const breakDialogs = () => {
    HTMLDialogElement.prototype.showModal = () => {
      throw new Error('broken on purpose');
    };
  };

  test('what it says instead can be read and used by everyone, and trying again brings the page', async ({
    page,
  }) => {
    await page.goto('/settings');
    await whenLive(page);
    await page.evaluate(breakObservers);
    await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Subscriptions' })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown');
    await expectUsable(page, 'body');
    await page.evaluate(mendObservers);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Subscriptions');
  });

  test('so can the last words, when not even the navigation stands', async ({ page }) => {
    await page.goto('/settings');
    await whenLive(page);
    await page.evaluate(breakDialogs);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown');
    await expectUsable(page, 'body');
  });
});
