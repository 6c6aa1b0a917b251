import { z } from 'zod';
import type { Facts } from './evidence.ts';
import { relevantFacts } from './facts-file/relevant.ts';
import { factsSchema } from './facts-file/schema.ts';
import { instant } from './facts-file/values.ts';
import { parsePeriod, type Instant, type Period } from './periods.ts';

/** One subscription's facts as a file, to be judged again anywhere; see docs/facts-file.md. */
export const FACTS_FILE_VERSION = 1;

export type FactsFile = { facts: Facts; period: Period; judgedAt: Instant };

const file = z.strictObject({
  format: z.literal('pecboard-facts'),
  version: z.literal(FACTS_FILE_VERSION),
  period: z.codec(z.string(), z.custom<Period>(), {
    decode: (text, context) => {
      const period = parsePeriod(text);
      if (period !== null) return period;
      context.issues.push({ code: 'custom', message: 'is not a month', input: text });
      return z.NEVER;
    },
    encode: (period) => period,
  }),
  judgedAt: instant,
  facts: factsSchema,
});

/** Only what this subscription's verdict rests on; links carry no secret, and credentials are no facts. */
export const factsFileOf = ({ facts, period, judgedAt }: FactsFile): z.input<typeof file> =>
  z.encode(file, {
    format: 'pecboard-facts',
    version: FACTS_FILE_VERSION,
    period,
    judgedAt,
    // The schema's lists are only read here; Facts says so in its types.
    facts: relevantFacts(facts) as z.output<typeof factsSchema>,
  });

export type ParsedFactsFile = { ok: true; file: FactsFile } | { ok: false; problems: string[] };

/** Names each wrong place, never its value. */
export function parseFactsFile(json: unknown): ParsedFactsFile {
  const parsed = z.safeDecode(file, json as z.input<typeof file>);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the file'}: ${message}`,
    );
    return { ok: false, problems };
  }
  const { facts, period, judgedAt } = parsed.data;
  return { ok: true, file: { facts, period, judgedAt } };
}
