import { describe, expect, it } from 'vitest';
import { listenProblem, openServerProblem } from './listen-address.ts';

describe('the address to listen on', () => {
  const refused: [string, string[], Record<string, string>][] = [
    ['-H with all addresses', ['-H', '0.0.0.0'], {}],
    ['-H written together', ['-H0.0.0.0'], {}],
    ['--hostname with a name', ['--hostname', 'app.example'], {}],
    ['--hostname with an equals sign', ['--hostname=::'], {}],
    ['a flag without a value', ['-H'], {}],
    ['a name that begins like loopback', ['-H', '127.0.0.1.evil.example'], {}],
    ['HOST', [], { HOST: '0.0.0.0' }],
    ['HOSTNAME', [], { HOSTNAME: '0.0.0.0' }],
  ];
  it.each(refused)('refuses %s', (_name, args, env) => {
    expect(listenProblem(args, env, 'machine')).toContain('127.0.0.1 only');
  });

  const accepted: [string, string[], Record<string, string>][] = [
    ['nothing asked', [], {}],
    ['localhost', ['-H', 'localhost'], {}],
    ['IPv6 loopback', ['--hostname=[::1]'], {}],
    ["the machine's own name in HOSTNAME", [], { HOSTNAME: 'MACHINE' }],
    ['an empty HOST', [], { HOST: '' }],
  ];
  it.each(accepted)('accepts %s', (_name, args, env) => {
    expect(listenProblem(args, env, 'machine')).toBeNull();
  });

  it('refuses a production server that listens on every address', () => {
    expect(openServerProblem(['node', 'next', 'start', '-p', '3000'], false)).toContain('npm start');
    expect(openServerProblem(['node', 'next', 'start', '-H', '127.0.0.1'], false)).toBeNull();
  });
});
