import { useEffect, useState } from 'react';
import { follow, NOT_YET, type Following } from './follow.ts';

/** What is followed at a path, as it is now. */
export function useFollowing(path: string): Following {
  const [following, tell] = useState(NOT_YET);
  useEffect(() => follow(path, tell), [path]);
  return following;
}
