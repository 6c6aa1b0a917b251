import { type DestinationStream, destination, type Logger as PinoLogger, pino } from 'pino';
import { redactText, redactValue } from './log/redact.ts';

/** Without child loggers: their bindings would bypass the formatters that redact. */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error'>;

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : { value };

/** JSON lines. Every line passes the redaction twice: by the names of its keys, then by the shape of its text. */
export function createLogger(stream: DestinationStream): Logger {
  return pino(
    {
      level: 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Redaction has already turned errors into plain objects.
      serializers: { err: (value: unknown) => value },
      formatters: {
        level: (label) => ({ level: label }),
        log: (line) => asRecord(redactValue(line)),
      },
      hooks: { streamWrite: redactText },
    },
    stream,
  );
}

export const log: Logger = createLogger(destination({ dest: 2, sync: true }));
