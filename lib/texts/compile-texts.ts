import compile from 'icu-minify/compile';
import type { AreaTexts, CompiledMessage } from './format-message.ts';
import type { Messages } from './message-types.ts';

/** Texts by their dotted keys. */
export function* flattenTexts(messages: Messages, path = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else yield* flattenTexts(value, `${path}${key}.`);
  }
}

export function compileTexts(
  messages: Messages,
  change: (message: CompiledMessage) => CompiledMessage = (message) => message,
): AreaTexts {
  const made = [...flattenTexts(messages)].map(([key, text]): [string, CompiledMessage] => [
    key,
    change(compile(text)),
  ]);
  // The library's objects have no prototype, which React does not send to browsers.
  return JSON.parse(JSON.stringify(Object.fromEntries(made))) as AreaTexts;
}
