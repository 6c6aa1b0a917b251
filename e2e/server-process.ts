import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/** What a process of ours needs of the machine; nothing else of the surrounding environment reaches it. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot'] as const;

export type Environment = Readonly<Record<string, string>>;

const machine = (): Environment =>
  Object.fromEntries(
    INHERITED.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

export type Ended = { code: number | null; signal: NodeJS.Signals | null };

export type ServerProcess = {
  /** Everything it has printed so far. */
  output(): string;
  ended(): Ended | null;
  whenEnded: Promise<Ended>;
  end(signal: NodeJS.Signals): Promise<Ended>;
};

/** Starts one of our scripts in a process group of its own, so that whatever it starts ends with it. */
export function startProcess(
  script: string,
  env: Environment,
  execArgv: readonly string[] = [],
): ServerProcess {
  const child = spawn(process.execPath, [...execArgv, join(ROOT, script)], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...machine(), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  }
  const atExit = (): void => signalGroup(child, 'SIGKILL');
  process.once('exit', atExit);
  const whenEnded = endOf(child).finally(() => process.off('exit', atExit));
  let ended: Ended | null = null;
  void whenEnded.then((end) => {
    ended = end;
  });
  return {
    output: () => output.join(''),
    ended: () => ended,
    whenEnded,
    end: (signal) => {
      signalGroup(child, signal);
      return whenEnded;
    },
  };
}

/** 'close' and not 'exit': everything it printed has arrived, and so nothing of its group prints any more. */
async function endOf(child: ChildProcess): Promise<Ended> {
  await once(child, 'close');
  return { code: child.exitCode, signal: child.signalCode };
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
