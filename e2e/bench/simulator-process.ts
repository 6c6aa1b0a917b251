import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Description } from '../simulator/description.ts';

const MAIN = fileURLToPath(new URL('../simulator/main.ts', import.meta.url));

export type SimulatorProcess = { description: Description; stop: () => Promise<void> };

/** The simulator in a process of its own, so that its time and memory are not the product's. */
export async function spawnSimulator(args: readonly string[]): Promise<SimulatorProcess> {
  const child = spawn(process.execPath, [MAIN, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    // The simulator's own first line: this type is what it writes.
    return { description: JSON.parse(line) as Description, stop };
  }
  throw new Error('the simulator ended before it was ready');
}
