import type { CompiledMessage } from './format-message.ts';

const PLAIN = 'AaBCcDdEeFfGgHhIiJjKkLlMNnOoPpRrSsTtUuWwYyZz';
const ACCENTED = 'ÅåƁÇçÐđÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀÑñÖöÞþŔŕŠšŢţÛûŴŵÝýŽž';
const LONGER = 0.4;

const accented = (text: string): string =>
  Array.from(text, (letter) => {
    const at = PLAIN.indexOf(letter);
    return at === -1 ? letter : (ACCENTED[at] ?? letter);
  }).join('');

/** Words that say nothing, as long as other languages are longer than English. */
const padding = (length: number): string => ' ŀöñĝ'.repeat(Math.ceil((length * LONGER) / 5));

type Node = Exclude<CompiledMessage, string>[number];

/** The node with its words changed and its arguments left alone, and how many letters it has. */
function changed(node: Node): { node: Node; length: number } {
  if (typeof node === 'string') return { node: accented(node), length: node.length };
  if (typeof node === 'number' || node.length === 1) return { node, length: 0 };
  const [name, second, ...rest] = node;
  if (typeof second === 'number' && second !== 0) return changedBranches(name, second, rest);
  // What is left is a tag: its name, then what stands inside.
  const inside = [second, ...rest].map((child) => changed(child as Node));
  return { node: [name, ...inside.map((child) => child.node)] as Node, length: lengthOf(inside) };
}

const lengthOf = (parts: readonly { length: number }[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0);

/** A plural or select has branches; a number or a date has none. */
function changedBranches(name: string, type: number, [options]: unknown[]) {
  const isBranched = type >= 1 && type <= 3;
  if (!isBranched)
    return { node: [name, type, options].filter((part) => part !== undefined) as Node, length: 0 };
  // The library makes branches of text or of nodes.
  const branches = Object.entries(options as Record<string, string | number | Node[]>).map(
    ([key, branch]) => {
      const parts = (Array.isArray(branch) ? branch : [branch as Node]).map((part) => changed(part));
      const kept = Array.isArray(branch) ? parts.map(({ node }) => node) : parts[0]?.node;
      return { key, kept, length: lengthOf(parts) };
    },
  );
  return {
    node: [name, type, Object.fromEntries(branches.map(({ key, kept }) => [key, kept]))] as Node,
    length: Math.max(...branches.map(({ length }) => length)),
  };
}

/** English with accents, 40 % longer and in brackets. */
export function pseudoMessage(message: CompiledMessage): CompiledMessage {
  const nodes = (typeof message === 'string' ? [message] : message).map(changed);
  return ['⟦', ...nodes.map(({ node }) => node), `${padding(lengthOf(nodes))}⟧`];
}
