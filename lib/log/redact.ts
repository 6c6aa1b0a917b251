const REDACTED = '[redacted]';
const MAX_DEPTH = 8;

const SECRET_KEY =
  /authorization|secret|token|password|passphrase|assertion|cookie|privatekey|apikey|connectionstring/;

const isSecretKey = (key: string): boolean => SECRET_KEY.test(key.toLowerCase().replaceAll(/[^a-z]/g, ''));

const SECRET_NAMES =
  '(?:client_secret|clientSecret|client_assertion|assertion|access_token|accessToken|refresh_token|id_token|password|authorization)';

const PATTERNS: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[A-Za-z0-9+/_.~=-]{6,}/gi, `$1 ${REDACTED}`],
  [/\bey[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]{4,}(\.[A-Za-z0-9_-]*)?/g, REDACTED],
  [new RegExp(`\\b(${SECRET_NAMES}=)[^&\\s"\\\\]+`, 'gi'), `$1${REDACTED}`],
  [new RegExp(`(\\\\"${SECRET_NAMES}\\\\"\\s*:\\s*\\\\")(?:[^"\\\\]|\\\\\\\\.)*`, 'gi'), `$1${REDACTED}`],
  // The signature of a storage link is as good as a password.
  [/([?&]sig=)[^&\s"\\]+/gi, `$1${REDACTED}`],
  [/\b([a-z][a-z0-9+.-]*:\/\/[^\s/:@"]*:)[^\s/@"]+@/gi, `$1${REDACTED}@`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/g, REDACTED],
];

/** Hides what looks like a credential inside any text, also where no key names it. */
export function redactText(text: string): string {
  let result = text;
  for (const [pattern, replacement] of PATTERNS) result = result.replaceAll(pattern, replacement);
  return result;
}

/** Only what says what happened; SDK errors also carry whole requests with their headers. */
function plainError(error: Error): Record<string, unknown> {
  const plain: Record<string, unknown> = { type: error.name, message: error.message, stack: error.stack };
  for (const key of ['code', 'kind', 'statusCode'] as const) {
    if (key in error) plain[key] = Reflect.get(error, key);
  }
  if (error.cause !== undefined) plain['cause'] = error.cause;
  return plain;
}

function plainOf(value: object): unknown {
  if (value instanceof Error) return plainError(value);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return '[bytes]';
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof Set) return [...value];
  const toJSON: unknown = Reflect.get(value, 'toJSON');
  return typeof toJSON === 'function' ? Reflect.apply(toJSON, value, []) : value;
}

export function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[too deep]';
  const plain = plainOf(value);
  if (typeof plain !== 'object' || plain === null) return plain;
  if (Array.isArray(plain)) return plain.map((item) => redactValue(item, depth + 1));
  return Object.fromEntries(
    Object.entries(plain).map(([key, item]) => [
      key,
      isSecretKey(key) ? REDACTED : redactValue(item, depth + 1),
    ]),
  );
}
