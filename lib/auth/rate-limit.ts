/** Token buckets in this process: against floods and guessing, not a quota. */
export type RateLimit = { burst: number; perSecond: number };

type Bucket = { left: number; atMs: number };

const MOST_BUCKETS = 10_000;

export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  /** 0 when the request may pass, else after how many seconds to ask again. */
  take(key: string, nowMs: number): number {
    const { burst, perSecond } = this.#limit;
    const bucket = this.#buckets.get(key) ?? { left: burst, atMs: nowMs };
    const elapsedS = Math.max(0, nowMs - bucket.atMs) / 1000;
    const left = Math.min(burst, bucket.left + elapsedS * perSecond);
    const passes = left >= 1;
    this.#keep(key, { left: passes ? left - 1 : left, atMs: nowMs });
    return passes ? 0 : Math.ceil((1 - left) / perSecond);
  }

  /** The longest unused bucket goes first; a full one is worth nothing anyway. */
  #keep(key: string, bucket: Bucket): void {
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MOST_BUCKETS && oldest !== undefined) this.#buckets.delete(oldest);
  }
}
