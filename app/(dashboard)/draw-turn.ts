import 'server-only';
import { after } from 'next/server';

/** Whoever reads slowly keeps nobody waiting for longer. */
const LONGEST_MS = 150;

type Turns = { isTaken: boolean; waiting: (() => void)[] };

declare global {
  /** Next loads this module once for each of its bundles: one queue for all of them. */
  var pecboardDrawTurns: Turns | undefined;
}

const turnsOf = (): Turns => (globalThis.pecboardDrawTurns ??= { isTaken: false, waiting: [] });

function passOn(): void {
  const turns = turnsOf();
  const next = turns.waiting.shift();
  if (next === undefined) turns.isTaken = false;
  else next();
}

/**
 * Pages are drawn one after the other, in the order in which their answers came: of several that share one processor
 * all would be done only when the last one is.
 */
export async function takeDrawTurn(): Promise<void> {
  const turns = turnsOf();
  if (turns.isTaken) await new Promise<void>((go) => void turns.waiting.push(go));
  turns.isTaken = true;
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    passOn();
  };
  const timer = setTimeout(end, LONGEST_MS);
  after(end);
}
