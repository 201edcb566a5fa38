/** What a pure room gives for foreign data: a value, or a reason from a closed union. Foreign data never throws. */
export type Result<Value, Reason extends string> =
  | { ok: true; value: Value }
  | { ok: false; reason: Reason; detail: string }
