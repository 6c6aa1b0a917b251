import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { complain, exitCodeOf } from './tools.ts';

const PATIENCE_MS = 10_000;

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const ended = once(child, 'exit');
  const insist = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(insist);
}

/** The processes a script has started. A signal to the script ends them all, the last one first. */
export class Stoppable {
  readonly #children: { child: ChildProcess; name: string }[] = [];
  #stopping: Promise<void> | null = null;
  #onExit = () => this.#children.forEach(({ child }) => isRunning(child) && child.kill('SIGKILL'));

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void this.stop());
    process.once('exit', this.#onExit);
  }

  get isStopping(): boolean {
    return this.#stopping !== null;
  }

  add(child: ChildProcess, name: string): void {
    this.#children.push({ child, name });
    if (this.isStopping) void end(child);
  }

  /** Ends when everything was stopped, or when a process ends by itself, which is a failure. */
  async untilOneEnds(): Promise<void> {
    const name = await Promise.race(this.#children.map((one) => exitCodeOf(one.child).then(() => one.name)));
    if (this.isStopping) return;
    complain(`The ${name} has ended by itself.`);
    process.exitCode = 1;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#endAll();
    return this.#stopping;
  }

  async #endAll(): Promise<void> {
    for (const { child } of this.#children.toReversed()) await end(child);
  }
}
