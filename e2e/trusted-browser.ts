import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:tls';
import { test as base } from './fixtures.ts';

/** The hash by which Chromium is told to trust a key: what installing the certificate authority does for people. */
async function keyHashOf(url: string, ca: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), servername: hostname, ca });
  await once(socket, 'secureConnect');
  const { raw } = socket.getPeerCertificate();
  socket.destroy();
  const key = new X509Certificate(raw).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

/** A browser that trusts the simulator's certificate and no other beside its own. */
export const test = base.extend<object, object>({
  browser: [
    async ({ playwright, stack, launchOptions }, use) => {
      const hash = await keyHashOf(stack.simulator.url, stack.simulator.caPem);
      const browser = await playwright.chromium.launch({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), `--ignore-certificate-errors-spki-list=${hash}`],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from './fixtures.ts';
