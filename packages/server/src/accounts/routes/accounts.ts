/** The administration of accounts by the secretariat. */
import { z } from 'zod';
import type { Account } from '../account.ts';
import { shown, type ShownAccount } from '../console.ts';
import { accountAt, accounts, disable, enable, grant, revoke } from '../directory.ts';
import { addAccount, invite, linkOf, type Invited } from '../invitation.ts';
import { AUDIT_KINDS, auditFrom } from '../keep/audit.ts';
import { refuseUnknown } from '../positions.ts';
import { secretariat } from '../request/caller.ts';
import {
  accountIdSchema,
  grantedSchema,
  instantSchema,
  loginSchema,
  nameSchema,
  periodShape,
  roleSchema,
} from './schema.ts';
import { done, type Routes } from './site.ts';

const tags = ['accounts'];
const params = z.object({ account: accountIdSchema });

const grantSchema = z.object({
  id: z.string(),
  role: roleSchema,
  ...periodShape,
  inForce: z.boolean().describe('Whether it is held today.'),
});

const accountSchema = z.object({
  id: accountIdSchema,
  login: loginSchema,
  name: z.string(),
  created: instantSchema,
  disabled: z.boolean(),
  grants: z.array(grantSchema),
  signsIn: z.boolean().describe('Whether there is a passkey or an identity by which he can sign in.'),
});

const invitedSchema = z.object({
  account: accountSchema,
  link: z.url().describe('To give to the person himself, who opens it once. Shown this once.'),
  expires: instantSchema,
});

const auditSchema = z.object({
  at: instantSchema,
  kind: z.enum(AUDIT_KINDS),
  by: z
    .string()
    .describe('An account; “console”: who has the data folder; “nobody”: somebody who was not let in.'),
  account: z.string().nullable(),
  role: roleSchema.exactOptional(),
});

export const accountRoutes: Routes = async (app, { site }) => {
  const { governing, now, origin, store } = site;
  // The lists of the shapes that are sent may be written to; what they are made of may not.
  const sent = (account: ShownAccount) => ({ ...account, grants: [...account.grants] });
  const tell = (account: Account) => sent(shown(account, now()));
  const invited = ({ account, expires, invitation }: Invited) => ({
    account: tell(account),
    link: linkOf(origin, invitation),
    expires,
  });
  // Before the body is looked at: who may not administer learns nothing of what would be accepted.
  app.addHook('preValidation', async (request) => void secretariat(request));
  const by = (request: Parameters<typeof secretariat>[0]) => ({
    by: secretariat(request).principal.id,
    at: now(),
  });

  app.route({
    method: 'GET',
    url: '/',
    schema: {
      summary: 'The accounts, a hundred at a time',
      tags,
      querystring: z.object({ after: accountIdSchema.exactOptional() }),
      response: { 200: z.array(accountSchema) },
    },
    handler: async ({ query }) => (await accounts(store, query.after ?? '', 100)).map((each) => tell(each)),
  });

  app.route({
    method: 'POST',
    url: '/',
    schema: {
      summary: 'Add an account, without a role, and invite its holder',
      tags,
      body: z.object({ login: loginSchema, name: nameSchema }),
      response: { 201: invitedSchema },
    },
    handler: async (request, reply) =>
      reply.code(201).send(invited(await addAccount(store, request.body, by(request)))),
  });

  app.route({
    method: 'GET',
    url: '/:account',
    schema: { summary: 'An account', tags, params, response: { 200: accountSchema } },
    handler: async (request) => tell((await accountAt(store, request.params.account)).value),
  });

  app.route({
    method: 'POST',
    url: '/:account/invitation',
    schema: {
      summary: 'Invite anew somebody who has lost what he signed in with, all of which ends',
      tags,
      params,
      response: { 201: invitedSchema },
    },
    handler: async (request, reply) =>
      reply.code(201).send(invited(await invite(store, request.params.account, by(request)))),
  });

  app.route({
    method: 'POST',
    url: '/:account/grants',
    schema: {
      summary: 'Grant a role',
      tags,
      params,
      body: z.object({ role: grantedSchema, ...periodShape }),
      response: { 201: accountSchema },
    },
    handler: async (request, reply) => {
      await refuseUnknown(governing, request.body.role);
      const account = await grant(store, request.params.account, request.body, by(request));
      return reply.code(201).send(tell(account));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/:account/grants/:grant',
    schema: {
      summary: 'Take a role back, at once',
      tags,
      params: params.extend({ grant: z.string().max(100) }),
      response: { 204: done },
    },
    handler: async (request, reply) => {
      await revoke(store, request.params.account, request.params.grant, by(request));
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'PUT',
    url: '/:account/disabled',
    schema: {
      summary: 'Disable an account, which ends its sessions and tokens, or enable it again',
      tags,
      params,
      body: z.boolean(),
      response: { 200: accountSchema },
    },
    handler: async (request) => {
      const change = request.body ? disable : enable;
      return tell(await change(store, request.params.account, by(request)));
    },
  });
};

export const auditRoutes: Routes = async (app, { site }) => {
  app.route({
    method: 'GET',
    url: '/',
    schema: {
      summary: 'The audit trail: who did what to which account, and when',
      tags,
      querystring: z.object({
        from: z.coerce.number().int().min(0).default(0).describe('How many entries to pass over.'),
        limit: z.coerce.number().int().min(1).max(1000).default(100),
      }),
      response: { 200: z.array(auditSchema) },
    },
    preValidation: async (request) => void secretariat(request),
    handler: async ({ query }) => [...(await auditFrom(site.store, query.from, query.limit))],
  });
};
