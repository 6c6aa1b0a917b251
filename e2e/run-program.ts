import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export type Ended = { code: number | null; printed: string };

/** Runs a program of ours to its end, as `npm run` does. */
export async function runProgram(file: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const printed = await text(child.stdout);
  const [code] = await ended;
  return { code: typeof code === 'number' ? code : null, printed };
}
