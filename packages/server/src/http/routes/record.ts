/** The published record, and proofs of single items, as far as a viewer may have them. */
import { consultation, record as records } from '@foedus/kernel';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordedAs } from '../../cases/meta.ts';
import { seenNow } from '../../cases/seen.ts';
import type { Place } from '../../record/index.ts';
import { placeOfOrigin } from '../../record/places.ts';
import { signedIn, viewerOf, type Desk } from '../desk.ts';
import { problem } from '../problem.ts';
import { mayRead, seesAllCases } from '../record-access.ts';
import { viewerParams } from '../schemas.ts';

/** Says whose word to take for which log. */
const TRUST = 'trust.json';

const proved = z.object({
  origin: z.string().describe('The log in which the item stands.'),
  entry: z.string().describe('The entry, a signed note.'),
  index: z.int().nullable(),
  proof: z
    .string()
    .nullable()
    .describe(
      'That the entry is in the log (C2SP tlog-proof). Null while it is not published, and for who may not know how long the log is; so is the index.',
    ),
});

export const recordRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const { record } = desk;

  app.route({
    method: 'GET',
    url: '/record/*',
    schema: {
      summary: 'A file of the record: trust.json, or the checkpoint, a tile or a bundle of entries of a log',
      description:
        'This address, as far as `record/`, is what `foedus verify` takes. A log of which the viewer may not know everything is not there.',
      tags: ['record'],
      params: viewerParams.extend({ '*': z.string().max(500) }),
      response: {
        200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
      },
    },
    handler: async (request, reply) => {
      const { found, viewer } = await viewerOf(desk, request, request.params);
      const principal = signedIn(request);
      const path = request.params['*'];
      const may = (place: Place): boolean => mayRead(principal, found.meta, found.arrangement, viewer, place);
      if (path === TRUST) {
        const trusted = record.trust(may);
        return reply.type('application/json').send(records.trustText(trusted));
      }
      const place = placeOfOrigin(record.keys.node, originIn(path));
      const file = place && may(place) ? await record.fileOf(path) : undefined;
      if (!file) throw problem('not-found');
      return reply.type('application/octet-stream').send(Buffer.from(file) as never);
    },
  });

  app.route({
    method: 'GET',
    url: '/proofs/:seat/:key',
    schema: {
      summary: 'The entry of an item that the viewer sees, with the proof that it is in the record',
      tags: ['record'],
      params: viewerParams.extend({ seat: z.string().max(200), key: z.string().max(64) }),
      response: { 200: proved },
    },
    handler: async (request) => {
      const { found, viewer } = await viewerOf(desk, request, request.params);
      const { arrangement, meta, state } = found;
      const principal = signedIn(request);
      const id = consultation.idOf(request.params);
      const isSeen = seenNow(found, viewer).history.some((item) => item.id === id);
      // An entry quotes the heads of logs that only those may read who see all cases.
      if (!isSeen || viewer.as === 'public' || !seesAllCases(principal, meta.arrangement))
        throw problem('not-found');
      const entry = state.entries.find((each) => each.id === id)!;
      const place = await record.find(recordedAs(meta, arrangement), entry);
      const sealed = place && (await record.proofOf(place.origin, place.index));
      if (!sealed) throw problem('not-found');
      const whole = mayRead(principal, meta, arrangement, viewer, place.place);
      return {
        origin: place.origin,
        entry: textOf(sealed.entry),
        index: whole ? place.index : null,
        proof: whole && sealed.proof ? textOf(sealed.proof) : null,
      };
    },
  });
};

/** The name of the log in the path of one of its files. */
function originIn(path: string): string {
  return path.slice(0, Math.max(path.search(/\/(?:checkpoint$|tile\/)/), 0));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}
