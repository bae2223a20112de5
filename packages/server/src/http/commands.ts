/** Commands as they are sent: without the time, which the server gives, and without the seat, which the address names. */
import { consultation } from '@foedus/kernel';
import { z } from 'zod';
import type { Opening } from '../cases/cases.ts';
import type { Supposed } from '../cases/what-if.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
export type Sent = Without<Exclude<consultation.Recorded, { readonly type: 'open' }>, 'at' | 'seat'>;

/** INVARIANT: the kernel's schema of commands is a choice between objects, by their type. */
const { options } = consultation.recordedSchema as unknown as z.ZodDiscriminatedUnion<z.ZodObject[]>;

const [opening, ...others] = options.toSorted((a, b) => Number(opens(b)) - Number(opens(a)));

function opens({ shape }: z.ZodObject): boolean {
  return (shape['type'] as z.ZodType).safeParse('open').success;
}

/**
 * What opens a case. It says for which seat, because no case stands in the address yet; whether it is an exercise is said beside it.
 */
export const openBody = opening!.omit({ at: true, exercise: true }) as unknown as z.ZodType<
  Opening['command']
>;

/** What somebody supposes to happen in a fork: a command of any seat, or that nobody acts for a while. */
export const supposedBody = z.discriminatedUnion('type', [
  ...others.map((each) => each.omit({ at: true })),
  z.strictObject({ type: z.literal('wait'), seconds: z.int().min(0).max(100_000_000) }),
] as unknown as [z.ZodObject]) as unknown as z.ZodType<Supposed>;

/** What is sent for a seat of a case. */
export const commandBody = z.discriminatedUnion(
  'type',
  others.map((each) => each.omit({ at: true, seat: true })) as unknown as [z.ZodObject],
) as unknown as z.ZodType<Sent>;
