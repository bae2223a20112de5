/** The shapes in which accounts cross the API. */
import { z } from 'zod';

/** An id of an arrangement, a seat or a party: lower-case words joined by hyphens. */
const id = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const caseId = z
  .string()
  .max(100)
  .regex(/^[\w-]+$/);
const held = { arrangement: id, case: caseId.exactOptional().describe('Held in this case alone.') };

export const roleSchema = z
  .discriminatedUnion('role', [
    z.object({ role: z.literal('secretariat') }),
    z.object({ role: z.literal('seat-holder'), seat: id, ...held }),
    z.object({ role: z.literal('party-staff'), party: id, ...held }),
    z.object({ role: z.literal('observer'), case: caseId }),
  ])
  .readonly();
