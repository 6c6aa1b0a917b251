import { once } from 'node:events';
import { createServer as createPlainServer, request as httpRequest } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { freePort } from './server-process.ts';
import { makeCertificates } from './simulator/certificates.ts';
import { madeStore } from './made-stores.ts';
import { startStack, type Stack } from './stack.ts';

export type TlsFront = { url: URL; ca: string; stack: Stack; close(): Promise<void> };

/** The first byte of a TLS handshake. */
const HANDSHAKE = 22;

/** What stands before the product where others reach it: it ends TLS, hands everything on, and sends plain http there. */
export async function startTlsFront(): Promise<TlsFront> {
  const { caPem, certPem, keyPem } = await makeCertificates();
  const url = new URL(`https://localhost:${await freePort()}`);
  const env = { PUBLIC_URL: url.origin, TRUSTED_PROXIES: '1' };
  const stack = await startStack({ customers: 2, signIn: 'people', env, store: madeStore('empty') });
  const { hostname, port } = new URL(stack.url);
  const tls = createTlsServer({ cert: certPem, key: keyPem }, (asked, answer) => {
    const headers = { ...asked.headers, 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' };
    const handedOn = httpRequest(
      { host: hostname, port, path: asked.url, method: asked.method, headers },
      (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
      },
    );
    asked.pipe(handedOn);
  });
  const plain = createPlainServer((asked, answer) => {
    answer.writeHead(301, { location: new URL(asked.url ?? '/', url).href }).end();
  });
  const sockets = new Set<Socket>();
  const both = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.once('error', () => socket.destroy());
    socket.once('readable', () => {
      const first: Buffer | null = socket.read(1) as Buffer | null;
      if (first === null) return;
      socket.unshift(first);
      (first[0] === HANDSHAKE ? tls : plain).emit('connection', socket);
    });
  });
  both.listen(Number(url.port));
  await once(both, 'listening');
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    both.close();
    await stack.close();
  };
  return { url, ca: caPem, stack, close };
}
