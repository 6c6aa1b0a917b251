import { openAsBlob } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { isEnded } from '#lib/core/import-job.ts';
import { costImport, importStarted } from '#lib/queries/schemas/imports.ts';
import { overview } from '#lib/queries/schemas/overview.ts';
import { startStack } from '../stack.ts';

const LOOK_EVERY_MS = 50;
const PERIOD = '2026-09';

const secondsSince = (fromMs: number): number => Math.round(performance.now() - fromMs) / 1000;

/** Sends a file to a running server and looks at Overview meanwhile: when coverage is first there, and after the end. */
export async function measureCoverage(file: string): Promise<object> {
  const noAzure = { AZURE_TENANT_ID: '', AZURE_CLIENT_ID: '', AZURE_CLIENT_SECRET: '' };
  const env = { ...noAzure, LINK_CREDENTIALS_FILE: '' };
  const stack = await startStack({ customers: 1, env });
  try {
    const page = new URL(`/?period=${PERIOD}`, stack.url);
    const hasCoverage = async (): Promise<boolean> =>
      (await stack.get(`/api/v1/overview?period=${PERIOD}`, overview)).totals.some(
        ({ coverage }) => coverage !== null,
      );
    const body = await openAsBlob(file);
    const headers = { 'content-type': 'application/octet-stream' };
    const sent = performance.now();
    const { body: answered } = await stack.api('/api/v1/imports', { method: 'POST', headers, body });
    const { id } = importStarted.parse(answered);
    const uploadSeconds = secondsSince(sent);
    const began = performance.now();
    let firstSeconds: number | null = null;
    for (;;) {
      const { state } = await stack.get(`/api/v1/imports/${id}`, costImport);
      if (firstSeconds === null && (await hasCoverage())) firstSeconds = secondsSince(began);
      if (isEnded(state)) break;
      await setTimeout(LOOK_EVERY_MS);
    }
    const importSeconds = secondsSince(began);
    const ended = performance.now();
    const text = await (await fetch(page)).text();
    if (!/\d+\s?%/.test(text)) throw new Error('no coverage on the page');
    return { uploadSeconds, importSeconds, firstSeconds, pageAfterEndSeconds: secondsSince(ended) };
  } finally {
    await stack.close();
  }
}
