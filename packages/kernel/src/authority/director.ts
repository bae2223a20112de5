/** Who speaks for an exercise. It is no seat of any arrangement, and there is none in a live case. */
export const DIRECTOR = 'exercise-director';
