/** Commands as they are sent: without the time, which the server gives, and without the seat, which the address names. */
import type { consultation } from '@foedus/kernel';
import { z } from 'zod';
import type { Opening } from '../cases/cases.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
export type Sent = Without<Exclude<consultation.Recorded, { readonly type: 'open' }>, 'at' | 'seat'>;

export const commandBody = z.looseObject({
  type: z.string(),
  key: z.string(),
  office: z.string(),
}) as unknown as z.ZodType<Sent>;
export const openBody = z.looseObject({
  type: z.literal('open'),
  key: z.string(),
  office: z.string(),
  seat: z.string(),
  arrangement: z.string(),
}) as unknown as z.ZodType<Opening['command']>;
