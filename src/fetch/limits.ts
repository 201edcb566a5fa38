/** Bounds of one fetch. All of them hold at once; the tightest ends it. */
export type FetchLimits = {
  /** From the first lookup of a name to a connected (for https: secured) socket. */
  connectMs: number
  /** From the sent request to the end of the response's headers. */
  headersMs: number
  /** Network time over all redirects, waiting in queues left out. */
  totalMs: number
  /** After this long a body must have come with `leastBytesPerSecond` on average. */
  slowAfterMs: number
  leastBytesPerSecond: number
  /** Bytes of a body, both as sent and decoded. */
  maxBytes: number
  maxHeaderBytes: number
  maxRedirects: number
  maxUrlChars: number
  /** Content codings stacked on one body. */
  maxEncodings: number
  /** Pause between two requests to one host. */
  hostPauseMs: number
  /** Connections at once to an address that the owner listed; every other host gets one. */
  privateConnections: number
  /** Requests waiting for one host. */
  maxQueued: number
}

/** What holds unless an option says otherwise. */
export const DEFAULT_LIMITS: FetchLimits = {
  connectMs: 10_000, // a third try of a lost SYN comes after 7 s
  headersMs: 20_000, // slow generators of feeds need about ten
  totalMs: 30_000,
  slowAfterMs: 10_000,
  leastBytesPerSecond: 200, // a 30 kB feed would take longer than the whole deadline
  maxBytes: 16 * 1024 * 1024, // about 60,000 items of a feed
  maxHeaderBytes: 64 * 1024, // four times what servers themselves accept
  maxRedirects: 5,
  maxUrlChars: 8_192,
  maxEncodings: 2,
  hostPauseMs: 1_000,
  privateConnections: 16,
  maxQueued: 2_000,
}
