import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { factsFileOf } from '#lib/core/facts-file.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { linkedOne, missed } from '#lib/core/testing/cause-case.ts';
import { madeFacts, NOW } from '#lib/core/testing/made-facts.ts';

const SCRIPT = fileURLToPath(new URL('./judge.ts', import.meta.url));
const judge = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [SCRIPT, ...args], { input, encoding: 'utf8' });

const period = parsePeriod('2026-10');
if (period === null) throw new Error('period');
const file = factsFileOf({ facts: madeFacts({ ...linkedOne(), costs: missed }), period, judgedAt: NOW });
const answer = z.object({ verdict: z.string(), cause: z.string(), rulesVersion: z.string() });

it('prints the verdict of a facts file as JSON, the same each time', () => {
  const first = judge(['-'], JSON.stringify(file));
  expect(first.status).toBe(0);
  expect(answer.parse(JSON.parse(first.stdout))).toMatchObject({
    verdict: 'not-earning',
    cause: 'access-good-cost-uncredited',
  });
  expect(judge(['-'], JSON.stringify(file)).stdout).toBe(first.stdout);
});

it('refuses what is no facts file, naming the place and never the value', () => {
  const wrong = {
    ...file,
    facts: { ...file.facts, customer: { ...file.facts.customer, tenantId: 'secret-text' } },
  };
  const refused = judge(['-'], JSON.stringify(wrong));
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('facts.customer.tenantId: is not a tenant id');
  expect(refused.stderr).not.toContain('secret-text');
  expect(judge(['-'], JSON.stringify({ ...file, version: 2 })).stderr).toContain('version');
  expect(judge(['-'], 'secret-text')).toMatchObject({ status: 1, stderr: '-: does not hold valid JSON\n' });
  expect(judge(['/no/such/file']).status).toBe(1);
  expect(judge([]).status).toBe(2);
});
