import type { Environment } from './settings.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

export const isLoopbackName = (name: string): boolean => LOOPBACK.test(name);

const HOST_FLAG = /^(?:-H|--hostname)(?:=(.*))?$/;

/** The address asked for on a command line: '' for a flag without a value, null for no flag. */
function addressIn(args: readonly string[]): string | null {
  for (const [position, arg] of args.entries()) {
    const flag = HOST_FLAG.exec(arg) ?? /^-H(.+)$/.exec(arg);
    if (flag !== null) return flag[1] ?? args[position + 1] ?? '';
  }
  return null;
}

const WHY =
  'Nobody has to sign in yet, so the server listens on 127.0.0.1 only and refuses every other address.';

/** The address to listen on: HOST where people sign in, else this machine alone. */
export const listenAddress = (env: Environment, signsIn: boolean): string => {
  const host = env['HOST']?.trim() ?? '';
  return signsIn && host !== '' ? host : '127.0.0.1';
};

/** Containers and shells set HOSTNAME to the machine's name, which asks for nothing. */
export function listenProblem(args: readonly string[], env: Environment, machineName: string): string | null {
  const asked = addressIn(args);
  if (asked !== null && !isLoopbackName(asked)) return `${WHY} Remove -H/--hostname.`;
  for (const name of ['HOST', 'HOSTNAME'] as const) {
    const value = env[name]?.trim() ?? '';
    const isMachine = name === 'HOSTNAME' && value.toLowerCase() === machineName.toLowerCase();
    if (value !== '' && !isMachine && !isLoopbackName(value)) return `${WHY} Unset ${name}.`;
  }
  return null;
}

/** A production server that was started without an address listens on all of them. */
export function openServerProblem(args: readonly string[], signsIn: boolean): string | null {
  if (signsIn) return null;
  const asked = addressIn(args);
  return asked !== null && isLoopbackName(asked) ? null : `${WHY} Start it with "npm start".`;
}
