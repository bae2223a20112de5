/** Joining an exercise with a code. */
import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { exercise } from '@foedus/kernel';
import { nameSchema } from '../../accounts/routes/schema.ts';
import { ATTEMPTS, type RunExercise } from '../../exercises/exercise.ts';
import { usableCode, type Part, type Usable } from '../../exercises/codes.ts';
import type { Desk } from '../desk.ts';
import { participantSchema } from '../exercise-commands.ts';
import { exerciseRefusal } from '../exercise-refusal.ts';
import { problem } from '../problem.ts';

/** From one address in a minute: enough for a hall behind one address, and far too few to find 60 bits. */
const TRIES = 120;

export const joinRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const { accounts, exercises, store } = desk;

  async function opens(code: string): Promise<Usable> {
    const usable = await usableCode(store, code);
    if (!usable) throw problem('bad-code');
    return usable;
  }

  app.route({
    method: 'POST',
    url: '',
    config: { rateLimit: { max: TRIES, timeWindow: 60_000, keyGenerator: ({ ip }) => `join ${ip}` } },
    schema: {
      summary: 'Take part in an exercise, with a join code',
      description:
        'Whoever has not signed in gets a session, in which he holds this part and nothing else. Several may join with one code, also while the exercise runs.',
      tags: ['exercises'],
      body: z.strictObject({ code: z.string().min(1).max(64), name: nameSchema }),
      response: { 200: z.object({ exercise: z.string(), participant: participantSchema }) },
    },
    handler: async (request, reply) => {
      const { code, name } = request.body;
      const { exercise: id, part } = await opens(code);
      const run = await exercises.find(id);
      if (!run) throw problem('bad-code');
      await run.ready();
      const participant = { id: randomBytes(8).toString('hex'), name, ...part };
      const plan = async () => ({
        name,
        puts: [(await opens(code)).use],
        role: roleOf(run, participant.id, part),
      });
      if (desk.demo) await store.commit({ puts: [(await opens(code)).use] });
      else await accounts.join(request, reply, plan);
      await admit(run, participant);
      return { exercise: id, participant };
    },
  });
};

export function roleOf({ meta }: RunExercise, participant: string, { role, seat }: Part) {
  const looks = role === 'player' || role === 'role-player' || role === 'observer' ? 'own' : 'all';
  return {
    role: 'participant',
    exercise: meta.id,
    participant,
    looks,
    ...(seat === undefined ? {} : { seat }),
  } as const;
}

/** In the name of who directs. */
async function admit(run: RunExercise, participant: exercise.Participant): Promise<void> {
  const director = [...run.state.participants.values()].find(
    ({ dismissed, role }) => role === 'director' && !dismissed,
  );
  if (!director) throw problem('not-found');
  const by = { by: director.id, key: `admit-${participant.id}` };
  const admitted = await run.act({ type: 'admit', ...by, participant });
  if (admitted === 'busy') throw problem('busy', { attempts: ATTEMPTS });
  if (!admitted.ok) throw exerciseRefusal(admitted.refusal);
}
