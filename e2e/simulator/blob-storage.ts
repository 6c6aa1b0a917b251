import { blobUrl, EXPORT_PLACE, REPORT_PLACE, sizeOfBlob, type Blob } from './blobs.ts';
import { blobsOfRun, exportsOf, runsOf } from './cost-exports.ts';
import type { Answer, Call } from './http.ts';
import { checkSas } from './sas.ts';
import type { Simulation } from './simulation.ts';
import { storageError, xmlOfBlobs } from './storage-xml.ts';

const BASE = '/_blob/';

export const isBlobPath = (path: string): boolean => path.startsWith(BASE);

type Place = { account: string; container: string; path: string };

/** Path style: /_blob/account/container/path, in place of a host for each account. */
function placeOf(path: string): Place {
  const [account = '', container = '', ...rest] = path.slice(BASE.length).split('/').map(decodeURIComponent);
  return { account, container, path: rest.join('/') };
}

export async function answerStorage(call: Call, simulation: Simulation): Promise<Answer> {
  const place = placeOf(call.path);
  const answer = call.query.has('sig')
    ? openBySas(call, place, simulation)
    : await openByToken(call, place, simulation);
  const version = call.headers['x-ms-version'];
  return {
    ...answer,
    headers: { 'x-ms-version': typeof version === 'string' ? version : '2024-11-04', ...answer.headers },
  };
}

/** A signed link is its own right: a token beside it is refused, as it ought not to be sent at all. */
function openBySas(call: Call, { account, container, path }: Place, { costs, clock }: Simulation): Answer {
  if (call.headers.authorization !== undefined) return storageError(400, 'InvalidAuthenticationInfo');
  const problem = checkSas(`${account}/${container}/${path}`, call.query, clock.now());
  if (problem !== null) return storageError(403, 'AuthenticationFailed', problem);
  const isHere = account === REPORT_PLACE.account && container === REPORT_PLACE.container;
  const blob = isHere ? costs.reports.blob(path) : null;
  return blob === null ? storageError(404, 'BlobNotFound') : blobAnswer(call, blob);
}

async function openByToken(call: Call, place: Place, simulation: Simulation): Promise<Answer> {
  const { world, tokens } = simulation;
  const verified = await tokens.verify(call.headers.authorization, 'storage');
  if ('problem' in verified) {
    if (verified.problem === 'missing') return storageError(404, 'ResourceNotFound');
    return storageError(401, 'InvalidAuthenticationInfo', verified.problem);
  }
  if (!call.headers['x-ms-version']) return storageError(400, 'MissingRequiredHeader');
  if (place.account !== EXPORT_PLACE.account) return storageError(404, 'ResourceNotFound');
  const { caller } = verified;
  const mayRead =
    caller.tenantId === world.managingTenant.tenantId && simulation.costs.readers.has(caller.objectId);
  if (!mayRead) return storageError(403, 'AuthorizationPermissionMismatch');
  if (place.container !== EXPORT_PLACE.container) return storageError(404, 'ContainerNotFound');
  if (call.query.get('comp') === 'list') return listBlobs(call, simulation);
  const [blob] = await exportBlobs(place.path, simulation);
  return blob === undefined || blob.path !== place.path
    ? storageError(404, 'BlobNotFound')
    : blobAnswer(call, blob);
}

/** Blobs whose path begins with a prefix, in order. Only runs that it meets are written. */
async function exportBlobs(prefix: string, simulation: Simulation): Promise<Blob[]> {
  const { world, clock, costs } = simulation;
  const blobs: Blob[] = [];
  for (const source of exportsOf(simulation)) {
    const met = runsOf(source.held, clock.now()).filter(
      ({ folder }) => `${folder}/`.startsWith(prefix) || prefix.startsWith(`${folder}/`),
    );
    for (const run of met) blobs.push(...(await blobsOfRun(source, run, { files: costs.files, world })));
  }
  return blobs
    .filter(({ path }) => path.startsWith(prefix))
    .toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

const MOST_BLOBS = 5000;

async function listBlobs({ query, origin }: Call, simulation: Simulation): Promise<Answer> {
  const prefix = query.get('prefix') ?? '';
  const marker = query.get('marker') ?? '';
  const most = Math.min(MOST_BLOBS, Number(query.get('maxresults') ?? MOST_BLOBS));
  if (!Number.isInteger(most) || most < 1) return storageError(400, 'OutOfRangeQueryParameterValue');
  const blobs = (await exportBlobs(prefix, simulation)).filter(({ path }) => path >= marker);
  const endpoint = blobUrl(origin, EXPORT_PLACE, '').replace(/\/[^/]*\/$/, '/');
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    text: xmlOfBlobs({
      endpoint,
      container: EXPORT_PLACE.container,
      prefix,
      delimiter: query.get('delimiter'),
      blobs: blobs.slice(0, most),
      nextMarker: blobs[most]?.path ?? '',
    }),
  };
}

function blobAnswer({ method, headers }: Call, blob: Blob): Answer {
  const size = sizeOfBlob(blob);
  const asked = headers['x-ms-range'] ?? headers.range;
  const range = typeof asked === 'string' ? rangeOf(asked, size) : { start: 0, end: size - 1 };
  if (range === null) return storageError(416, 'InvalidRange');
  const isPart = typeof asked === 'string';
  const facts = {
    'content-type': blob.contentType,
    'content-length': String(range.end - range.start + 1),
    'accept-ranges': 'bytes',
    'last-modified': new Date(blob.lastModifiedMs).toUTCString(),
    etag: `"0x${blob.lastModifiedMs.toString(16).toUpperCase()}"`,
    'x-ms-blob-type': 'BlockBlob',
    ...(isPart ? { 'content-range': `bytes ${range.start}-${range.end}/${size}` } : {}),
  };
  const status = isPart ? 206 : 200;
  if (method === 'HEAD') return { status: 200, headers: facts };
  if ('text' in blob) {
    const bytes = Buffer.from(blob.text).subarray(range.start, range.end + 1);
    return { status, headers: facts, text: bytes.toString('utf8') };
  }
  return { status, headers: facts, file: { path: blob.file, ...range } };
}

function rangeOf(text: string, size: number): { start: number; end: number } | null {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(text) ?? [];
  const start = Number(from ?? Number.NaN);
  if (!(start < size)) return null;
  return { start, end: to === undefined || to === '' ? size - 1 : Math.min(size - 1, Number(to)) };
}
