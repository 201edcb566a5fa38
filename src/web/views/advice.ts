import type { Advice } from '../lists/doctor.ts'
import { say } from './messages.ts'

/** What to do about a finding, in a sentence. */
export const adviceText = (advice: Advice): string => say(`advice${advice}`)
