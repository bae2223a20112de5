/** Signing in with passkeys, and managing one's own. */
import { z } from 'zod';
import { nameOfPasskey } from '../account.ts';
import { addPasskey, enrol, removePasskey, signIn } from '../enrolment.ts';
import { welcome } from '../invitation.ts';
import { get } from '../keep/cells.ts';
import { hash } from '../keep/secret.ts';
import { passkeysOf, type Passkey } from '../passkeys/passkey.ts';
import { creationOptions } from '../passkeys/registration.ts';
import { requestOptions } from '../passkeys/signing-in.ts';
import { inPerson, signedIn } from '../request/caller.ts';
import { accountIdSchema, instantSchema, labelSchema, secretSchema } from './schema.ts';
import { browserOf, done, letIn, type Routes } from './site.ts';
import { authenticationSchema, optionsSchema, registrationSchema } from './webauthn.ts';

const tags = ['passkeys'];
const whoSchema = z.object({ id: accountIdSchema, name: z.string() });
const passkeySchema = z.object({
  id: z.string(),
  label: labelSchema,
  created: instantSchema,
  used: instantSchema.nullable(),
});
const nobody = async (): Promise<null> => null;

/** Signing in: what anybody may try, and so is limited by address. */
export const passkeySignInRoutes: Routes = async (app, { site }) => {
  const { now, store } = site;

  app.route({
    method: 'POST',
    url: '/enrolment/options',
    schema: {
      summary: 'Begin to take up an invitation',
      tags,
      body: z.object({ invitation: secretSchema }),
      response: { 200: z.object({ account: whoSchema, options: optionsSchema }) },
    },
    handler: async ({ body }) => {
      const { value } = (await welcome(store, body.invitation, now())).account;
      const options = { ...(await creationOptions(store, site, value, now())) };
      return { account: { id: value.id, name: value.name }, options };
    },
  });

  app.route({
    method: 'POST',
    url: '/enrolment',
    schema: {
      summary: 'Take up an invitation with a first passkey, and sign in',
      tags,
      body: z.object({ invitation: secretSchema, label: labelSchema, response: registrationSchema }),
      response: { 201: whoSchema },
    },
    handler: async (request, reply) => {
      const work = () => enrol(store, site, { ...request.body, now: now() }, browserOf(request, site));
      const { account } = await letIn(site, reply, work, nobody);
      return reply.code(201).send({ id: account.id, name: account.name });
    },
  });

  app.route({
    method: 'POST',
    url: '/sign-in/options',
    schema: { summary: 'Begin to sign in', tags, response: { 200: optionsSchema } },
    handler: async () => ({ ...(await requestOptions(store, site, now())) }),
  });

  app.route({
    method: 'POST',
    url: '/sign-in',
    schema: { summary: 'Sign in', tags, body: authenticationSchema, response: { 200: whoSchema } },
    handler: async (request, reply) => {
      const { body } = request;
      const work = () => signIn(store, site, body, now(), browserOf(request, site));
      const whose = async () =>
        (await get<Passkey>(store, nameOfPasskey(hash(body.id))))?.value.account ?? null;
      const { account } = await letIn(site, reply, work, whose);
      return { id: account.id, name: account.name };
    },
  });
};

/** One's own passkeys. */
export const passkeyRoutes: Routes = async (app, { site }) => {
  const { now, store } = site;

  app.route({
    method: 'GET',
    url: '/',
    schema: { summary: 'My passkeys', tags, response: { 200: z.array(passkeySchema) } },
    handler: async (request) => {
      const passkeys = await passkeysOf(store, signedIn(request).found.account);
      return passkeys.map(({ created, id, label, used }) => ({ id, label, created, used }));
    },
  });

  app.route({
    method: 'POST',
    url: '/options',
    schema: { summary: 'Begin to add a passkey', tags, response: { 200: optionsSchema } },
    handler: async (request) => ({
      ...(await creationOptions(store, site, inPerson(request).found.account, now())),
    }),
  });

  app.route({
    method: 'POST',
    url: '/',
    schema: {
      summary: 'Add a passkey',
      tags,
      body: z.object({ label: labelSchema, response: registrationSchema }),
      response: { 201: done },
    },
    handler: async (request, reply) => {
      await addPasskey(store, site, inPerson(request).principal.id, { ...request.body, now: now() });
      return reply.code(201).send(null);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/:id',
    schema: {
      summary: 'Remove a passkey',
      tags,
      params: z.object({ id: z.string().max(2000) }),
      response: { 204: done },
    },
    handler: async (request, reply) => {
      const { id } = inPerson(request).principal;
      await removePasskey(store, id, request.params.id, { by: id, at: now() });
      return reply.code(204).send(null);
    },
  });
};
