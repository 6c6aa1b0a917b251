import { configure, Reader, ZipReader, ZipWriter, type Entry, type FileEntry } from '@zip.js/zip.js';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { tellFileReason } from '#lib/core/file-reasons.ts';
import { CostFileFailure } from './failure.ts';
import type { Bound } from './unpacking.ts';

configure({ useWebWorkers: false });

/** What is read at once is never near it: the list of 10,000 entries takes some megabytes. */
const MOST_BYTES = 67_108_864;

/**
 * Reads parts of a file on disk, so that no archive is ever held in memory. Where and how much is what the archive says,
 * which may be anything: Node ends the whole process when it is asked for more bytes than a number of 32 bits tells.
 */
class DiskReader extends Reader<string> {
  #file: FileHandle | null = null;
  readonly #path: string;
  override size = 0;

  constructor(path: string) {
    super(path);
    this.#path = path;
  }

  override async init(): Promise<void> {
    this.#file ??= await open(this.#path);
    this.size = (await this.#file.stat()).size;
    await super.init?.();
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    if (this.#file === null) throw new Error('the archive is not open');
    const isThere = index >= 0 && length >= 0 && length <= MOST_BYTES && index + length <= this.size;
    if (!isThere) throw new CostFileFailure(tellFileReason('archive-damaged', {}));
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, index);
    return buffer.subarray(0, bytesRead);
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }
}

export type UnpackedEntry = { name: string; path: string };

const MOST_ENTRIES = 10_000;
/** What systems put into archives of their own accord; nothing else is passed over. */
const NOISE = /(^|\/)(__MACOSX\/.*|\.DS_Store|\._[^/]*|Thumbs\.db)$/;
const isFolder = ({ filename, uncompressedSize }: Entry): boolean =>
  filename.endsWith('/') && uncompressedSize === 0;

async function listEntries(reader: ZipReader<string>): Promise<FileEntry[]> {
  const entries: FileEntry[] = [];
  for await (const entry of reader.getEntriesGenerator({ strictness: 'balanced' })) {
    if (entries.length === MOST_ENTRIES) throw new CostFileFailure(tellFileReason('too-many-files', {}));
    if (entry.filename === '[Content_Types].xml') {
      throw new CostFileFailure(tellFileReason('workbook', {}));
    }
    if (isFolder(entry) || NOISE.test(entry.filename)) continue;
    if (entry.directory) throw new CostFileFailure(tellFileReason('archive-damaged', {}));
    if (entry.encrypted) {
      throw new CostFileFailure(tellFileReason('locked', {}));
    }
    entries.push(entry);
  }
  return entries;
}

const CHECKED = { strictness: 'strict', checkCrc32: true, checkOverlappingEntry: true } as const;

async function unpackEntry(entry: FileEntry, target: string, bound: Bound): Promise<void> {
  const limited = bound.stream();
  const written = pipeline(limited, createWriteStream(target));
  try {
    const read = entry.getData(Writable.toWeb(limited), { ...CHECKED, signal: bound.signal });
    await Promise.all([read, written]);
  } catch (error) {
    limited.destroy();
    throw error;
  }
}

/** Unpacks an archive under names of our own, so that none of its names reaches the disk. */
export async function unpackArchive(path: string, folder: string, bound: Bound): Promise<UnpackedEntry[]> {
  const disk = new DiskReader(path);
  try {
    const entries = await listEntries(new ZipReader(disk));
    await mkdir(folder, { recursive: true });
    const unpacked: UnpackedEntry[] = [];
    for (const [index, entry] of entries.entries()) {
      const target = join(folder, `entry-${index}`);
      await unpackEntry(entry, target, bound);
      unpacked.push({ name: entry.filename, path: target });
    }
    return unpacked;
  } catch (error) {
    bound.signal.throwIfAborted();
    if (bound.failure !== null) throw bound.failure;
    if (error instanceof CostFileFailure) throw error;
    throw new CostFileFailure(tellFileReason('archive-damaged', {}));
  } finally {
    await disk.close();
  }
}

/** The first that an archive knows: the same files are the same archive. */
const NO_DATE = new Date(1980, 0, 1);

/** Packs files as they are, to hand a folder on as one file. */
export async function packFiles(
  files: readonly { name: string; path: string }[],
  target: string,
): Promise<void> {
  const writer = new ZipWriter(Writable.toWeb(createWriteStream(target)), { level: 0 });
  for (const { name, path } of files) {
    // Node's stream is a web stream of bytes.
    const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    await writer.add(name, body, { lastModDate: NO_DATE, extendedTimestamp: false });
  }
  await writer.close();
}
