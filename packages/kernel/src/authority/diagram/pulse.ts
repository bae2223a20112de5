/** Called at short intervals during work that makes no nodes; it ends the work by throwing. */
export type Pulse = () => void;

/** One of so many calls is passed on. */
const SELDOM = 64;

/** A pulse for the inside of a loop. */
export function seldom(pulse: Pulse): Pulse {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls % SELDOM === 0) pulse();
  };
}
