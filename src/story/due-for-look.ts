/** Up to this size a story is looked at again with every batch that adds to it; then each time it has grown by a fifth. */
const ALWAYS_LOOKED = 8
const LOOK_GROWTH = 1.2

/** Whether a story with so many texts, some of them added since it could last be looked at, grew past a step: a function of the two numbers alone. */
export function isDueForLook(size: number, added: number): boolean {
  const step = (count: number) => Math.floor(Math.log(count) / Math.log(LOOK_GROWTH))
  return size <= ALWAYS_LOOKED || step(size) > step(size - added)
}
