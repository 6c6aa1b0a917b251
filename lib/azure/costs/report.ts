import {
  createHttpHeaders,
  createPipelineRequest,
  type PipelineRequestOptions,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { BlobClient } from '@azure/storage-blob';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CostFiles } from '#lib/core/cost-files.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { dayOf, firstDay, lastDay, type Period } from '#lib/core/periods.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import type { Caller } from '../caller.ts';
import { converse } from '../conversation.ts';
import { isDeadLink, refuseDeadLink } from '../destination.ts';
import { AzureFailure } from '../failure.ts';
import { waitOut } from '../persistence.ts';
import { retryAfterMs } from '../retry-after.ts';
import { endpointOf } from '../settings.ts';
import { requireStorageUrl } from '../storage/address.ts';
import { downloadBlob } from '../storage/download.ts';
import { storagePipeline } from '../storage/pipeline.ts';
import { API_VERSION, openCostClient } from './client.ts';
import { pathOfScope } from './scope-path.ts';
import { costReport, type CostReport } from './wire.ts';

const SOURCE = 'cost-report';
const subject = { source: SOURCE, audience: 'resource-manager' } as const;

const POLL_MS = 15_000;
const MAX_WAIT_MS = 2 * 3_600_000;

type Answered = { report: CostReport | null; response: PipelineResponse };

/** Each poll asks the same address, which a listing may not: so each is a conversation of its own. */
async function ask(caller: Caller, request: PipelineRequestOptions): Promise<Answered> {
  const { client, answer } = converse(caller, subject, openCostClient);
  let response: PipelineResponse | null = null;
  const report = await answer(costReport, async () => {
    const headers = createHttpHeaders({ 'Content-Type': 'application/json', Accept: 'application/json' });
    response = await client.sendRequest(createPipelineRequest({ ...request, headers }));
  });
  if (response === null) throw new Error('an answer without a response');
  return { report, response };
}

const poll = (caller: Caller, url: string): Promise<Answered> => ask(caller, { url, method: 'GET' });

/** Only Retry-After: the waits of Cost Management's quota stand on successful answers too. */
function pollWaitMs({ headers }: PipelineResponse, nowMs: number): number {
  const asked = headers.get('retry-after');
  return (asked === undefined ? null : retryAfterMs([['retry-after', asked]], nowMs)) ?? POLL_MS;
}

async function waitForReport(
  caller: Caller,
  first: Answered,
  begunAt: string | null,
): Promise<CostReport | null> {
  let { report, response } = first;
  let waitedMs = 0;
  let location = response.headers.get('location') ?? begunAt;
  while (response.status === 202) {
    if (location === null) {
      throw new AzureFailure({ kind: 'malformed', source: SOURCE, message: 'answer: no Location' });
    }
    const ms = pollWaitMs(response, caller.now());
    waitedMs += ms;
    if (waitedMs > MAX_WAIT_MS) {
      throw new AzureFailure({ kind: 'timeout', source: SOURCE, message: 'the report was not made in time' });
    }
    await waitOut({ ...caller, source: SOURCE }, { untilMs: caller.now() + ms, reason: 'report' });
    ({ report, response } = await poll(caller, location).catch(refuseDeadLink(SOURCE, 'Location')));
    location = response.headers.get('location') ?? location;
  }
  return report;
}

/** A report that could not be made, above all of more than two million lines, is a refusal of this way. */
function requireBlobs(report: CostReport | null): ReportBlob[] {
  if (report === null || report.status === 'NoDataFound') return [];
  if (report.status === 'Failed') {
    const { code = null, message = null } = report.error ?? {};
    throw new AzureFailure({
      kind: 'rejected',
      source: SOURCE,
      code,
      message: message ?? tellStepReason('no-report', {}),
    });
  }
  const blobs = report.manifest?.blobs ?? [];
  const promised = report.manifest?.blobCount ?? null;
  if (promised !== null && promised !== blobs.length) {
    const message = `manifest: ${blobs.length} of ${promised} blobs`;
    throw new AzureFailure({ kind: 'malformed', source: SOURCE, message });
  }
  return blobs;
}

/** `onAccepted`: told once Azure makes it, long before it is ready. */
type AskedReport = { scope: CostScope; period: Period; onAccepted?: () => void };

const keptBlob = z.object({ blobLink: z.string(), byteCount: z.number().nullable() });
type ReportBlob = z.infer<typeof keptBlob>;

const keptText = z.object({ atMs: z.number(), text: z.string() });

/** What a reading that was cut short was told of its report: links to it and in it die within half a day. */
async function findTold({ resumed, now }: Caller, question: string): Promise<string | null> {
  const kept = await resumed.answers.find(question);
  if (kept === null) return null;
  const { atMs, text } = keptText.parse(JSON.parse(kept));
  return now() - atMs < MAX_WAIT_MS ? text : null;
}

const keepTold = ({ resumed, now }: Caller, question: string, text: string): Promise<void> =>
  resumed.answers.keep(question, JSON.stringify({ atMs: now(), text }));

/** null: Azure has forgotten the report, which is ordered anew then. */
const pollIfAlive = (caller: Caller, url: string): Promise<Answered | null> =>
  poll(caller, url).catch((error: unknown) => {
    if (isDeadLink(error)) return null;
    throw error;
  });

/** Has Azure make the report, unless it has been told to already, and waits for it. */
async function makeReport(
  caller: Caller,
  { scope, period, onAccepted }: AskedReport,
): Promise<CostReport | null> {
  const endpoint = endpointOf(caller.settings, 'resource-manager');
  const operation = 'providers/Microsoft.CostManagement/generateCostDetailsReport';
  const begun = `report of ${pathOfScope(scope)} begun`;
  const begunAt = await findTold(caller, begun);
  const goesOn = begunAt === null ? null : await pollIfAlive(caller, begunAt);
  if (goesOn !== null) {
    onAccepted?.();
    return waitForReport(caller, goesOn, begunAt);
  }
  // No day of an open month that has not come is asked for.
  const today = dayOf(new Date(caller.now()).toISOString());
  const first = await ask(caller, {
    url: `${endpoint}/${pathOfScope(scope)}/${operation}?api-version=${API_VERSION}`,
    method: 'POST',
    body: JSON.stringify({
      metric: 'ActualCost',
      timePeriod: { start: firstDay(period), end: today < lastDay(period) ? today : lastDay(period) },
    }),
  });
  const location = first.response.headers.get('location') ?? null;
  if (location !== null) await keepTold(caller, begun, location);
  onAccepted?.();
  return waitForReport(caller, first, location);
}

async function blobsOfReport(caller: Caller, asked: AskedReport): Promise<ReportBlob[]> {
  const question = `blobs of the report of ${pathOfScope(asked.scope)}`;
  const kept = await findTold(caller, question);
  if (kept !== null) {
    asked.onAccepted?.();
    return z.array(keptBlob).parse(JSON.parse(kept));
  }
  const blobs = requireBlobs(await makeReport(caller, asked));
  await keepTold(caller, question, JSON.stringify(blobs));
  return blobs;
}

async function fetchBlob(
  caller: Caller,
  { blobLink, byteCount }: ReportBlob,
  target: string,
): Promise<string> {
  const url = requireStorageUrl(caller.settings, blobLink);
  const blob = new BlobClient(url, storagePipeline(caller, new URL(url).origin, 'signed-link'));
  const path = await downloadBlob(blob, target, caller.resumed.answers);
  const { size } = await stat(path);
  if (byteCount === null || size === byteCount) return path;
  const message = `manifest: a blob of ${byteCount} bytes has ${size}`;
  throw new AzureFailure({ kind: 'malformed', source: SOURCE, message });
}

/**
 * The ways 'report-profile' and 'report-customer': has Azure make the cost details of a month and streams them into
 * the folder. A month has one report, 13 months back (contracts.md section 5.3, 2026-11-21).
 */
export async function readCostReport(caller: Caller, asked: AskedReport, folder: string): Promise<CostFiles> {
  const blobs = await blobsOfReport(caller, asked);
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [index, blob] of blobs.entries()) {
    paths.push(await fetchBlob(caller, blob, join(folder, `part-${index}`)));
  }
  return { paths, writtenAt: new Date(caller.now()).toISOString(), billingProfileName: null };
}
