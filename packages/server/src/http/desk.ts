/** What the routes of a case have in common. */
import type { FastifyRequest } from 'fastify';
import { consultation, type Arrangement } from '@foedus/kernel';
import { may } from '../accounts/authority.ts';
import type { Accounts } from '../accounts/register.ts';
import type { Case } from '../cases/case.ts';
import type { CaseMeta } from '../cases/meta.ts';
import type { Parts } from './app.ts';
import { problem } from './problem.ts';

export interface Desk extends Parts {
  readonly accounts: Accounts;
  /** Where the pages are reached. */
  readonly origin: string;
  readonly demo: boolean;
}

export interface AtCase {
  readonly case: string;
}

export interface AtViewer extends AtCase {
  readonly viewer: string;
}

/** Whoever asks; nobody is refused. */
export function signedIn({ principal }: FastifyRequest): NonNullable<FastifyRequest['principal']> {
  if (!principal) throw problem('not-signed-in');
  return principal;
}

/** As whom a request may look at a case: none where it may not know of it. */
export function viewersFor(
  { principal }: FastifyRequest,
  meta: CaseMeta,
  arrangement: Arrangement,
): readonly string[] {
  return consultation
    .viewers(arrangement, meta.on)
    .filter((viewer) => may(principal, 'see', meta, viewer))
    .map(consultation.viewerId);
}

/** The case, if the request may know of it. What is denied is answered as what is not there. */
async function knownCase({ cases }: Desk, request: FastifyRequest, { case: id }: AtCase): Promise<Case> {
  signedIn(request);
  const found = await cases.find(id);
  if (!found || !mayKnow(request, found)) throw problem('not-found');
  return found;
}

/** The same, as it stands in the store, whichever process has added to it. */
export async function caseOf(desk: Desk, request: FastifyRequest, params: AtCase): Promise<Case> {
  const found = await knownCase(desk, request, params);
  await found.catchUp();
  return found;
}

function mayKnow(request: FastifyRequest, { arrangement, meta }: Case): boolean {
  return viewersFor(request, meta, arrangement).length > 0 || directs(request, meta);
}

/** Whether the request speaks for the director of an exercise, who is no seat and sees nothing as such. */
function directs({ principal }: FastifyRequest, meta: CaseMeta): boolean {
  const director = consultation.seatViewer(consultation.DIRECTOR);
  return meta.kind === 'exercise' && may(principal, 'act', meta, director);
}

/** The case, with the seat for which the request acts. It is not read anew: a turn that decides on an old state is taken again. */
export async function actorOf(
  desk: Desk,
  request: FastifyRequest,
  params: AtViewer,
): Promise<{ readonly found: Case; readonly seat: string }> {
  const found = await knownCase(desk, request, params);
  if (await isOver(desk, found)) throw problem('exercise-over');
  if (params.viewer === consultation.viewerId(consultation.seatViewer(consultation.DIRECTOR))) {
    if (!directs(request, found.meta)) throw problem('not-found');
    return { found, seat: consultation.DIRECTOR };
  }
  const viewer = viewerIn(request, found, params);
  if (viewer.as !== 'seat' || !may(request.principal, 'act', found.meta, viewer)) throw problem('forbidden');
  return { found, seat: viewer.seat };
}

/** Whether the case belongs to an exercise that has ended: what was played then is judged, and nothing is added to it. */
async function isOver({ exercises }: Desk, { meta }: Case): Promise<boolean> {
  const run = meta.exercise === undefined ? undefined : await exercises.find(meta.exercise);
  return run?.state.phase === 'ended';
}

/** As whom the request looks at the case. */
function viewerIn(
  { principal }: FastifyRequest,
  { arrangement, meta }: Case,
  { viewer: name }: AtViewer,
): consultation.Viewer {
  const viewer = consultation
    .viewers(arrangement, meta.on)
    .find((each) => consultation.viewerId(each) === name);
  if (!viewer || !may(principal, 'see', meta, viewer)) throw problem('not-found');
  return viewer;
}

/** The case as it stands, with as whom the request looks. */
export async function viewerOf(
  desk: Desk,
  request: FastifyRequest,
  params: AtViewer,
): Promise<{ readonly found: Case; readonly viewer: consultation.Viewer }> {
  const found = await caseOf(desk, request, params);
  return { found, viewer: viewerIn(request, found, params) };
}
