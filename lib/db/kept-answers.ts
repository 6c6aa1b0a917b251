import { and, eq } from 'drizzle-orm';
import type { Db } from './db.ts';
import type { ReadKey } from './reads.ts';
import { keptAnswers } from './schema.ts';

type Asked = { runId: string; key: ReadKey; question: string };

const stepIs = (runId: string, { source, tenantId, period, scope }: ReadKey) =>
  and(
    eq(keptAnswers.runId, runId),
    eq(keptAnswers.source, source),
    eq(keptAnswers.tenantId, tenantId),
    eq(keptAnswers.period, period),
    eq(keptAnswers.scope, scope),
  );

export async function findKeptAnswer(db: Db, { runId, key, question }: Asked): Promise<string | null> {
  const [row] = await db
    .select({ answer: keptAnswers.answer })
    .from(keptAnswers)
    .where(and(stepIs(runId, key), eq(keptAnswers.question, question)));
  return row?.answer ?? null;
}

export async function saveKeptAnswer(db: Db, { runId, key, question }: Asked, answer: string): Promise<void> {
  await db
    .insert(keptAnswers)
    .values({ runId, ...key, question, answer })
    .onConflictDoUpdate({
      target: [
        keptAnswers.runId,
        keptAnswers.source,
        keptAnswers.tenantId,
        keptAnswers.period,
        keptAnswers.scope,
        keptAnswers.question,
      ],
      set: { answer },
    });
}

export async function dropKeptAnswers(db: Db, runId: string, key: ReadKey): Promise<void> {
  await db.delete(keptAnswers).where(stepIs(runId, key));
}

/** Of a run that has come to its end. */
export async function dropAnswersOfRun(db: Db, runId: string): Promise<void> {
  await db.delete(keptAnswers).where(eq(keptAnswers.runId, runId));
}
