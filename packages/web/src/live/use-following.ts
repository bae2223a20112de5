import { useEffect, useState } from 'react';
import { follow, NOT_YET, type Followable, type Followed, type Following } from './follow.ts';

/** What is followed, as it is now. `from` is the same as long as the same is followed. */
export function useFollowing<T extends Followed>(from: Followable<T>): Following<T> {
  const [following, tell] = useState<Following<T>>(NOT_YET);
  useEffect(() => follow(from, tell), [from]);
  return following;
}
