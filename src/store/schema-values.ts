/** Truth value that both engines keep as an integer: 0 or 1. */
export type Flag = 0 | 1
/** JSON kept as text on both engines; parsed at the store's edge only. */
export type JsonText = string
