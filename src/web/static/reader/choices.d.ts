export type ChosenEntry = { at: number; off?: true; name?: string }
export type Choices = { v: 1 } & Record<'sources' | 'tags' | 'read', Record<string, ChosenEntry>>
export const MOST_HIDDEN: number
export const MOST_READ: number
export function parseChoices(text: string | null): Choices
export function joinChoices(ours: Choices, theirs: Choices): Choices
