/** The shapes in which accounts cross the API. */
import { z } from 'zod';
import { LOGIN } from '../account.ts';

/** Lower-case words joined by hyphens, as arrangements, seats and parties are called. */
const id = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const caseId = z
  .string()
  .max(100)
  .regex(/^[\w-]+$/);
const held = { arrangement: id, case: caseId.exactOptional().describe('Held in this case alone.') };

const granted = [
  z.object({ role: z.literal('secretariat') }),
  z.object({ role: z.literal('seat-holder'), seat: id, ...held }),
  z.object({ role: z.literal('party-staff'), party: id, ...held }),
  z.object({ role: z.literal('observer'), case: caseId }),
] as const;

/** Roles that the secretariat grants. */
export const grantedSchema = z.discriminatedUnion('role', granted);

export const roleSchema = z.discriminatedUnion('role', [
  ...granted,
  z.object({
    role: z.literal('participant').describe('Of an exercise: given by its director or a join code.'),
    exercise: caseId,
    participant: caseId,
    looks: z.enum(['all', 'own']).describe('“all”: directs, controls or judges it.'),
    seat: id.exactOptional().describe('A player’s.'),
  }),
]);

const day = z.iso.date();
export const periodShape = {
  from: day.exactOptional().describe('The first day, in UTC, on which it is held.'),
  until: day.exactOptional().describe('The first day, in UTC, on which it is no longer held.'),
};

export const instantSchema = z.int().meta({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });

export const accountIdSchema = z
  .string()
  .regex(/^[\w-]{16}$/)
  .meta({ description: 'The id of an account.' });

export const hashSchema = z.string().regex(/^[\w-]{43}$/);

/** What people call somebody. */
export const nameSchema = z.string().trim().min(1).max(200);

/** What its owner calls something. */
export const labelSchema = z.string().trim().min(1).max(100);

export const loginSchema = z.string().regex(LOGIN).meta({ description: 'A login name.' });

export const secretSchema = z.string().regex(/^[\w-]{43}$/);
