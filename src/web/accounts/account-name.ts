import { AppError } from '../../model/errors.ts'
import { KEY_ACCOUNT, type Role } from '../../store/accounts.ts'

/** Letters, digits, point, dash and underline, at most 40: what stands in addresses of reader apps and on command lines. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u
const MAX_NAME = 40

/**
 * A new account's name, in the form in which all are kept (NFC).
 * @throws AppError invalid for what is no name, or one that would pass for the owner's key
 */
export function accountName(typed: string, role: Role): string {
  const name = typed.trim().normalize('NFC')
  if (!NAME.test(name))
    throw new AppError(
      'invalid',
      `"${name.slice(0, 80)}" is no name: letters, digits, point, dash and underline, at most ${MAX_NAME}`,
    )
  if (name.toLowerCase() === KEY_ACCOUNT && role !== 'owner')
    throw new AppError('invalid', `only an owner may be named ${KEY_ACCOUNT}`)
  return name
}

/** The nearest name to what a sign-in service calls somebody: `Ada Quill` gives `Ada-Quill`; `reader` for what has no letter. */
export function nearestName(called: string): string {
  const words =
    called
      .normalize('NFC')
      .replace(/@.*$/s, '')
      .match(/[\p{L}\p{N}._]+/gu) ?? []
  const name = words
    .join('-')
    .replace(/^[._]+/, '')
    .slice(0, MAX_NAME - 3) // room for a number behind it
  return NAME.test(name) && name.toLowerCase() !== KEY_ACCOUNT ? name : 'reader'
}
