import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { proxy } from './proxy.ts';

const ask = (headers: Record<string, string>, method = 'GET') =>
  proxy(new NextRequest('http://127.0.0.1:3000/api/v1/sync/runs', { method, headers }));

describe('requests that are let through', () => {
  it.each([
    ['localhost'],
    ['localhost:3000'],
    ['LOCALHOST:3000'],
    ['127.0.0.1:3000'],
    ['127.8.9.1'],
    ['[::1]:3000'],
  ])('answers to the name %s', (host) => {
    const answer = ask({ host });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it.each([
    ['a program', {}],
    ['our own page', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    ['a request typed by a person', { 'sec-fetch-site': 'none' }],
  ])('lets %s change things', (_name, headers) => {
    expect(ask({ host: 'localhost:3000', ...headers }, 'POST').status).toBe(200);
  });

  it('lets a link on another site open a page', () => {
    expect(ask({ host: 'localhost:3000', 'sec-fetch-site': 'cross-site' }).status).toBe(200);
  });
});

describe('requests that are refused', () => {
  it.each([
    ['evil.example'],
    ['192.168.1.4:3000'],
    ['0.0.0.0:3000'],
    ['localhost.evil.example'],
    ['127.0.0.1.evil.example:3000'],
    ['localhost:3000@evil.example'],
    [''],
  ])('does not answer to the name %j', async (host) => {
    const answer = ask({ host });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 403, code: 'host-not-allowed' });
  });

  it.each([
    ['POST', { 'sec-fetch-site': 'cross-site' }],
    ['POST', { 'sec-fetch-site': 'same-site' }],
    ['DELETE', { origin: 'https://evil.example' }],
    ['PUT', { origin: 'http://localhost:4000' }],
    ['PATCH', { origin: 'null' }],
  ])('lets no other site send %s %j', async (method, headers) => {
    const answer = ask({ host: 'localhost:3000', ...headers }, method);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'cross-site-request' });
  });
});

it.each(['%', '%ff%fe', 'a%E0%A4%A'])('refuses the segment %s, which is no text', async (segment) => {
  const request = new NextRequest('http://localhost:3000/', { headers: { host: 'localhost:3000' } });
  Object.defineProperty(request.nextUrl, 'pathname', { value: `/customers/${segment}` });
  const answer = proxy(request);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'bad-address' });
});
