/** Called at short intervals during work that makes no nodes; it ends the work by throwing. */
export type Pulse = () => void;

/** For work that nothing is to end. */
export const STEADY: Pulse = () => undefined;

/** Items of a loop between two pulses, where one takes some nanoseconds; and where one takes long arithmetic. */
export const OFTEN = 4_096;
const SELDOM = 64;

/** A pulse for the inside of a loop over nodes. */
export function often(pulse: Pulse): Pulse {
  return every(OFTEN, pulse);
}

/** A pulse for the inside of a loop over whole numbers of any length. */
export function seldom(pulse: Pulse): Pulse {
  return every(SELDOM, pulse);
}

/** Once at the start, too: many short loops take as long as a long one. */
function every(count: number, pulse: Pulse): Pulse {
  pulse();
  let calls = 0;
  return () => {
    calls += 1;
    if (calls < count) return;
    calls = 0;
    pulse();
  };
}
