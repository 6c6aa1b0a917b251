import { expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

it.each([
  ['1.2.3.4', 0, null],
  [null, 1, null],
  ['1.2.3.4', 1, '1.2.3.4'],
  ['6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
  ['6.6.6.6, 1.2.3.4, 10.0.0.1', 2, '1.2.3.4'],
  ['2001:db8::1', 1, '2001:db8::1'],
  ['1.2.3.4', 2, null],
  ['not-an-address', 1, null],
  ['', 1, null],
])('of %j behind %i proxies the client is %j', (header, proxies, address) => {
  expect(clientAddress(header, proxies)).toBe(address);
});
