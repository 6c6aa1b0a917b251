import { Duplex } from 'node:stream';
import type { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './embedded-protocol.ts';

const TERMINATE = 0x58;

/** What pg takes for its socket: the PostgreSQL protocol, spoken with the worker thread instead of a server. */
export class EmbeddedStream extends Duplex {
  readonly #worker: Worker;
  readonly #receive = (message: FromWorker): void => {
    if (message.kind === 'answer') this.push(message.bytes);
    if (message.kind === 'failed') this.destroy(new Error(message.message));
  };
  readonly #fail = (error: Error): void => void this.destroy(error);
  readonly #exit = (): void => void this.destroy(new Error('the embedded database has stopped'));

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
    worker.on('message', this.#receive).on('error', this.#fail).on('exit', this.#exit);
  }

  connect(): this {
    // A worker that has ended has no thread any more.
    if (this.#worker.threadId === -1) {
      queueMicrotask(this.#exit);
    } else {
      this.#say({ kind: 'new-session' });
      queueMicrotask(() => this.emit('connect'));
    }
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.#worker.ref();
    return this;
  }

  unref(): this {
    this.#worker.unref();
    return this;
  }

  #say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #send(bytes: Uint8Array): void {
    // The session outlives this connection, so the database must not hear its good-bye.
    if (bytes[0] === TERMINATE) return;
    const own = new Uint8Array(bytes);
    this.#worker.postMessage({ kind: 'query', bytes: own } satisfies ToWorker, [own.buffer]);
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    this.#send(chunk);
    done();
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)));
    done();
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#worker.off('message', this.#receive).off('error', this.#fail).off('exit', this.#exit);
    done(error);
  }
}
