/** From a command, or from time that has passed, to what it makes happen, or to why it makes nothing happen. */
import type { Instant } from '../../consultation/clock.ts';
import { canonical } from '../../record/canonical.ts';
import { elapsedAt, momentOfElapsed, startAt, stopAt, type Elapsed, type ExerciseClock } from './clock.ts';
import { idOf } from './commanded.ts';
import { Course } from './course.ts';
import type { Exercise, ExerciseCommand, ExerciseEvent, Timely } from './model.ts';
import { refuseCommand } from './permit.ts';
import { refuse, type ExerciseRefusal } from './refusal.ts';
import { latest, type Stage } from './stage.ts';
import { nextElapsed } from './outlook.ts';

export type ExerciseDecision =
  | { readonly ok: true; readonly events: readonly ExerciseEvent[] }
  | { readonly ok: false; readonly refusal: ExerciseRefusal };

/**
 * Nothing is recorded of a refused command, and nothing more of one that was recorded before. What was due before a command happens before it,
 * so an exercise goes the same way however often it is looked at.
 */
export function decide(stage: Stage, state: Exercise, command: ExerciseCommand | Timely): ExerciseDecision {
  if (command.type === 'recover') return yes(recovered(stage, state, command));
  const at = latest(state, command.at);
  const course = new Course(stage, state, at);
  if (isUnderWay(state)) course.passTo(elapsedAt(state.clock, at), 'clock');
  switch (command.type) {
    case 'tick':
      return yes(course);
    case 'convened':
    case 'refused':
      return told(stage, course, command, at);
    default:
      return commanded(stage, state, course, command, at);
  }
}

/** The real moment at which a tick has something to do; `null`: none is foreseen. */
export function nextMoment(stage: Stage, state: Exercise): Instant | null {
  if (!isUnderWay(state)) return null;
  const { clock, now } = state;
  const next = nextElapsed(stage, state);
  if (next <= elapsedAt(clock, now)) return now;
  if (next === Infinity || clock.since === null) return null;
  return Math.max(now, momentOfElapsed(clock, next as Elapsed)!) as Instant;
}

/** What the record of a consultation doesn't hold. Told twice, it is known once. */
function told(
  { scenario }: Stage,
  course: Course,
  command: Extract<Timely, { readonly type: 'convened' | 'refused' }>,
  at: Instant,
): ExerciseDecision {
  const { state } = course;
  const { at: _, ...happening } = command;
  if (!scenario.consultations.has(command.consultation))
    return no(refuse('unknown-consultation', command.consultation));
  if (happening.type === 'convened') {
    const before = state.consultations.get(happening.consultation);
    if (before === happening.case) return yes(course);
    if (before !== undefined) return no(refuse('already-convened', happening.consultation));
  } else if (state.refusals.some(({ id }) => id === happening.id)) return yes(course);
  const elapsed = elapsedAt(state.clock, at);
  course.happens(happening, elapsed);
  return follows(course, elapsed);
}

/** The clock is stopped as of when the program was last alive, so that what came due while it was away comes when it goes on. */
function recovered(
  stage: Stage,
  state: Exercise,
  { alive, at }: Extract<Timely, { readonly type: 'recover' }>,
): Course {
  const course = new Course(stage, state, latest(state, at));
  if (state.phase !== 'running') return course;
  const clock = stopAt(state.clock, latest(state, Math.min(alive, at) as Instant));
  course.passTo(clock.elapsed, 'clock');
  course.happens({ type: 'clock', clock, why: 'recover' }, clock.elapsed);
  return course;
}

function commanded(
  stage: Stage,
  before: Exercise,
  course: Course,
  command: ExerciseCommand,
  at: Instant,
): ExerciseDecision {
  const known = before.keys.get(idOf(command));
  if (known) return isSame(known, command) ? { ok: true, events: [] } : no(refuse('key-reused', command.key));
  const wrong = refuseCommand(stage, course.state, command, at);
  if (wrong) return no(wrong);
  const { clock } = course.state;
  const elapsed = elapsedAt(clock, at);
  // The command stands in the record as it was given, at the moment at which it is taken.
  course.happens({ type: 'accepted', command: { ...command, at } }, elapsed);
  const turns = (next: ExerciseClock, why: ClockWhy): ExerciseDecision => {
    course.happens({ type: 'clock', clock: next, why }, next.elapsed);
    return follows(course, next.elapsed);
  };
  switch (command.type) {
    case 'startex':
      return turns(startAt(clock, at), 'startex');
    case 'resume':
      return turns(startAt(clock, at), 'resume');
    case 'pause':
      return turns(stopAt(clock, at), 'pause');
    case 'set-rate': {
      const standing = stopAt(clock, at);
      const { rate } = command;
      return turns({ ...standing, since: clock.since === null ? null : at, rate }, 'rate');
    }
    case 'jump':
      course.passTo(command.to - 1, command.passed);
      return turns({ ...clock, elapsed: command.to, since: clock.since === null ? null : at }, 'jump');
    case 'step':
      return stepped(stage, course, clock);
    case 'endex':
      course.happens({ type: 'clock', clock: stopAt(clock, at), why: 'endex' }, elapsed);
      course.end(elapsed);
      return yes(course);
    case 'send':
      course.happens({ type: 'sent', inject: command.inject, by: 'hand' }, elapsed);
      return follows(course, elapsed);
    case 'insert':
      if (command.now) course.happens({ type: 'sent', inject: command.inject, by: 'hand' }, elapsed);
      return follows(course, elapsed);
    default:
      return follows(course, elapsed);
  }
}

type ClockWhy = Extract<ExerciseEvent, { readonly type: 'clock' }>['why'];

/** Time passes to what comes next, and from there to the next, until an inject is sent. */
function stepped(stage: Stage, course: Course, clock: ExerciseClock): ExerciseDecision {
  const sent = (): number => course.events.filter(({ type }) => type === 'sent').length;
  const before = sent();
  let next = nextElapsed(stage, course.state);
  while (next < Infinity) {
    course.passTo(next, 'clock');
    if (sent() > before) {
      course.happens(
        { type: 'clock', clock: { ...clock, elapsed: next as Elapsed, since: null }, why: 'step' },
        next,
      );
      return yes(course);
    }
    next = nextElapsed(stage, course.state);
  }
  return no(refuse('nothing-due'));
}

/** What a command brings about comes about with it. */
function follows(course: Course, elapsed: number): ExerciseDecision {
  if (isUnderWay(course.state)) course.passTo(elapsed, 'clock');
  return yes(course);
}

function isUnderWay({ phase }: Exercise): boolean {
  return phase === 'running' || phase === 'paused';
}

/** The time apart, a command that is sent again has to be the same. */
function isSame(before: ExerciseCommand, command: ExerciseCommand): boolean {
  const [first, again] = [canonical(before), canonical({ ...command, at: before.at })];
  return first.ok && again.ok && first.value === again.value;
}

function yes({ events }: { readonly events: readonly ExerciseEvent[] }): ExerciseDecision {
  return { ok: true, events };
}

function no(refusal: ExerciseRefusal): ExerciseDecision {
  return { ok: false, refusal };
}
