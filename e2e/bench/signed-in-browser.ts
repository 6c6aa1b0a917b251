import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { DEMO_PEOPLE } from '../simulator/worlds/sign-in.ts';
import type { Stack } from '../stack.ts';

export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['PECBOARD_CHROMIUM'];
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...args],
  });
}

/** By the people picker of the demonstration, as its administrator; the cookies that it then has. */
export async function signInByPicker(context: BrowserContext, stack: Stack): Promise<string> {
  const name = DEMO_PEOPLE.find(({ role }) => role === 'Pec.Admin')?.displayName ?? '';
  const page = await context.newPage();
  await page.goto(`${stack.url}/sign-in`);
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${stack.url}/`);
  await page.close();
  return (await context.cookies()).map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
}
