/** A consultation: one case, run under an arrangement as it stands on a date. */
export type { Way } from './algebra.ts';
export type { Instant, Run } from './clock.ts';
export * from './command.ts';
export { decide, timePasses, type Decision } from './decide.ts';
export { due, type Due } from './due.ts';
export type * from './event.ts';
export { evolve } from './evolve.ts';
export { applyUpdate, feed, NOTHING_SEEN, updates, type Update } from './feed.ts';
export type { SeenItem } from './item.ts';
export { judge, type Judgement } from './judge.ts';
export { admits, type Marking } from './marking.ts';
export * from './options.ts';
export { explain, REFUSAL_CODES, type Refusal, type RefusalCode } from './refusal.ts';
export { append, fork, replay } from './replay.ts';
export { seating, type Seated } from './seating.ts';
export type * from './state.ts';
export { view, type Seen, type SeenEffect, type SeenEntry, type View } from './view.ts';
export { seatViewer, viewerFrom, viewerId, viewers, type Viewer } from './viewer.ts';
