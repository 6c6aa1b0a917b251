/** Pictures of the gallery: `node e2e/gallery/shoot.ts DIR PATH [scenario] [width] [light|dark]`. */
import { chromium } from '@playwright/test';

const [dir = '.', path = '/', scenario = 'filled', width = '1440', scheme = 'light'] = process.argv.slice(2);
const url = process.env['GALLERY_URL'] ?? 'http://localhost:3900';

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({
  viewport: { width: Number(width), height: 900 },
  colorScheme: scheme === 'dark' ? 'dark' : 'light',
});
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning') console.log(message.type(), message.text());
});
page.on('pageerror', (error) => console.log('page error', error.message));
await page.context().addCookies([{ name: 'scenario', value: scenario, url }]);
await page.goto(url + path, { waitUntil: 'load' });
await page.waitForFunction(() => document.fonts.status === 'loaded');
await page.waitForFunction(() => {
  const field = document.querySelector('input[name=theme]');
  return field === null || Object.keys(field).some((key) => key.startsWith('__reactProps'));
});
const wide = await page.evaluate(() => document.documentElement.scrollWidth);
if (wide > Number(width)) console.log(`wider than the screen: ${wide} > ${width}`);
const name = `${path.replaceAll(/[^a-z0-9]+/gi, '-')}-${scenario}-${width}-${scheme}.png`;
const height = Number(process.env['SHOT_HEIGHT'] ?? 0);
await page.screenshot({
  path: `${dir}/${name}`,
  fullPage: true,
  ...(height > 0 ? { clip: { x: 0, y: 0, width: Number(width), height } } : {}),
});
console.log(`${dir}/${name}`);
await browser.close();
