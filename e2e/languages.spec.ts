import { everyPage } from './every-page.ts';
import { expect, test } from './fixtures.ts';
import { dataOf, untranslatedOn } from './untranslated.ts';

// Pages that are not there are looked at too.
test.use({ provokedErrors: /status of 404/ });

test('a browser is answered in its language, with its dates and amounts', async ({ browser, stack }) => {
  const context = await browser.newContext({ locale: 'sv-SE', baseURL: stack.url });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Översikt');
  await expect(page.getByRole('region', { name: 'EUR' })).toContainText(/\d,\d\d\s€/);
  await context.close();
});

test('somebody chooses a language without any script, stays at the same view, and the choice is kept', async ({
  browser,
  stack,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB', baseURL: stack.url });
  const page = await context.newPage();
  await page.goto('/sync?from=here');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('button', { name: '繁體中文' }).click();
  await expect(page).toHaveURL('/sync?from=here');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await page.goto('/roles');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('角色');
  await context.close();
});

test('nothing on any page was left untranslated', async ({ page, context, stack }) => {
  test.setTimeout(120_000);
  const paths = await everyPage(stack);
  const further = paths.filter((path) => /^\/(customers|subscriptions|gaps)\/[^/]+$/.test(path));
  const data = await dataOf(
    page,
    stack.simulator.world,
    further.map((path) => path.replace('/gaps/', 'findings/').replace(/^\//, '')),
  );
  await context.addCookies([{ name: 'pecboard-language', value: 'en-XA', url: stack.url }]);
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    faults.push(...(await untranslatedOn(page, data)).map((text) => `${path}: ${text}`));
  }
  expect(faults).toEqual([]);
});
