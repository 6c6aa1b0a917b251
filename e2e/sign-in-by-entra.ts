import type { Page } from '@playwright/test';

/** As a person does who opens a page and is led to Entra. */
export async function signInByEntra(page: Page, name: string, to: string): Promise<void> {
  await page.goto(to);
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await page.getByRole('button', { name }).click();
  await page.waitForURL((url) => url.pathname === new URL(to, url).pathname);
}
